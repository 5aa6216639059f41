import { createServer } from 'node:net';
import { OpstartFout } from './opstart-fout.js';

/** A port that we want to use, with the variable that chooses it. */
export interface Poort {
  readonly variabele: string;
  readonly poort: number;
  readonly waarvoor: string;
}

/** Whether nothing listens on this port of 127.0.0.1 yet. */
export async function isVrij(poort: number): Promise<boolean> {
  return new Promise((klaar) => {
    const server = createServer();
    server.once('error', () => klaar(false));
    server.listen(poort, '127.0.0.1', () => server.close(() => klaar(true)));
  });
}

/**
 * Checks that all ports are free.
 * @throws {OpstartFout} that names every taken port with the variable that chooses another.
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
 * Finds `aantal` consecutive free ports, below the ports that the operating system hands out itself.
 * @returns the first port.
 */
async function vrijeReeks(aantal: number): Promise<number> {
  for (let poging = 0; poging < 100; poging++) {
    const eerste = 10_000 + Math.floor(Math.random() * 20_000);
    const vrij = await Promise.all(Array.from({ length: aantal }, (_, i) => isVrij(eerste + i)));
    if (vrij.every(Boolean)) return eerste;
  }
  throw new OpstartFout(`Er zijn geen ${aantal} opeenvolgende vrije poorten te vinden.`);
}

/** A free port for every part, as environment variables; Temporal takes the first eight. */
export async function vrijePoorten(): Promise<Record<string, string>> {
  const eerste = await vrijeReeks(15);
  return {
    TEMPORAL_PORT: String(eerste),
    POSTGRES_PORT: String(eerste + 8),
    PORT: String(eerste + 9),
    WORKER_PORT: String(eerste + 10),
    OIDC_PORT: String(eerste + 11),
    TEMPORAL_UI_PORT: String(eerste + 12),
    POSTVAK_PORT: String(eerste + 13),
    POSTVAK_SMTP_PORT: String(eerste + 14),
  };
}
