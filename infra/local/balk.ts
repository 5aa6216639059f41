/** How far a long run is. */
interface Stand {
  fase: string;
  dag?: string;
  gedaan: number;
  totaal: number;
}

const BREEDTE = 30;

/**
 * A progress bar: on a terminal one line that is drawn again, elsewhere a line for each phase and month. It says when it expects to be ready, from
 * how fast it went so far.
 */
export function maakBalk(uit: NodeJS.WriteStream): { toon: (s: Stand) => void; klaar: () => void } {
  let vorige = '';
  let begonnen: { op: number; fase: string } | undefined;
  return {
    toon(s) {
      if (begonnen?.fase !== s.fase) begonnen = { op: performance.now(), fase: s.fase };
      const kop = `${s.fase}${s.dag === undefined ? '' : ` ${s.dag.slice(0, 7)}`}`;
      const regel = `${kop.padEnd(20)} ${balk(s)}${nog(s, performance.now() - begonnen.op)}`;
      if (uit.isTTY) uit.write(`\r${regel}\u001b[K`);
      else if (kop !== vorige) uit.write(`  ${regel}\n`);
      vorige = kop;
    },
    klaar() {
      if (uit.isTTY) uit.write('\r\u001b[K');
    },
  };
}

function balk({ gedaan, totaal }: Stand): string {
  if (totaal <= 1) return '';
  const vol = Math.round((BREEDTE * gedaan) / totaal);
  return `[${'#'.repeat(vol)}${'.'.repeat(BREEDTE - vol)}] ${gedaan}/${totaal}`;
}

function nog({ gedaan, totaal }: Stand, duurMs: number): string {
  if (totaal <= 1 || gedaan === 0 || gedaan >= totaal) return '';
  const seconden = Math.round((duurMs * (totaal - gedaan)) / gedaan / 1000);
  return `, nog ${Math.floor(seconden / 60)} min ${seconden % 60} s`;
}
