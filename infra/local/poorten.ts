import { createServer } from 'node:net';
import { OpstartFout } from './opstart-fout.js';

/** Een poort die wij willen gebruiken, met de variabele die haar kiest. */
export interface Poort {
  readonly variabele: string;
  readonly poort: number;
  readonly waarvoor: string;
}

/** Of er op 127.0.0.1 nog niets naar deze poort luistert. */
export async function isVrij(poort: number): Promise<boolean> {
  return new Promise((klaar) => {
    const server = createServer();
    server.once('error', () => klaar(false));
    server.listen(poort, '127.0.0.1', () => server.close(() => klaar(true)));
  });
}

/**
 * Controleert dat alle poorten vrij zijn.
 * @throws {OpstartFout} die iedere bezette poort noemt met de variabele waarmee u een andere kiest.
 */
export async function eisVrij(poorten: readonly Poort[]): Promise<void> {
  const bezet: Poort[] = [];
  for (const p of poorten) if (!(await isVrij(p.poort))) bezet.push(p);
  const eerste = bezet[0];
  if (eerste === undefined) return;
  const regels = [...new Set(bezet.map((p) => p.variabele))].map((variabele) => {
    const vanDeze = bezet.filter((p) => p.variabele === variabele);
    const nummers = vanDeze.map((p) => p.poort).join(', ');
    const [wat, is] = vanDeze.length === 1 ? ['Poort', 'is'] : ['De poorten', 'zijn'];
    return `${wat} ${nummers} (${vanDeze[0]?.waarvoor}) ${is} bezet door een ander programma: kies met ${variabele} een andere.`;
  });
  throw new OpstartFout(
    `${regels.join('\n')}\nBijvoorbeeld: ${eerste.variabele}=${eerste.poort + 100} npm start`,
  );
}

/**
 * Zoekt `aantal` opeenvolgende vrije poorten, onder de poorten die het besturingssysteem zelf uitdeelt.
 * @returns de eerste poort.
 */
export async function vrijeReeks(aantal: number): Promise<number> {
  for (let poging = 0; poging < 100; poging++) {
    const eerste = 10_000 + Math.floor(Math.random() * 20_000);
    const vrij = await Promise.all(Array.from({ length: aantal }, (_, i) => isVrij(eerste + i)));
    if (vrij.every(Boolean)) return eerste;
  }
  throw new OpstartFout(`Er zijn geen ${aantal} opeenvolgende vrije poorten te vinden.`);
}
