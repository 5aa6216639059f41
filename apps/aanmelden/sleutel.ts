import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

/** De ondertekensleutel van de aanmelddienst, met wat een token ervan noemt. */
export type Ondertekensleutel = JWK & { kid: string; alg: 'RS256' };

/**
 * De ondertekensleutel uit de staatmap, bij het eerste gebruik gemaakt (bestand met modus 0600). Zij blijft bij een
 * herstart dezelfde, zodat uitgegeven tokens geldig blijven.
 */
export async function leesOfMaakSleutel(staat: string): Promise<Ondertekensleutel> {
  const map = join(staat, 'aanmelden');
  const bestand = join(map, 'sleutel.json');
  if (!existsSync(bestand)) {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    const sleutel = {
      ...(await exportJWK(privateKey)),
      kid: 'leerlijn-ontwikkeling',
      alg: 'RS256',
      use: 'sig',
    };
    mkdirSync(map, { recursive: true, mode: 0o700 });
    const klad = `${bestand}.${process.pid}`;
    writeFileSync(klad, JSON.stringify(sleutel), { mode: 0o600 });
    chmodSync(klad, 0o600);
    try {
      // Wie van twee tegelijk het eerst is wint; de ander leest dan diens sleutel.
      linkSync(klad, bestand);
    } catch (fout) {
      if ((fout as NodeJS.ErrnoException).code !== 'EEXIST') throw fout;
    } finally {
      rmSync(klad);
    }
  }
  return JSON.parse(readFileSync(bestand, 'utf8')) as Ondertekensleutel;
}
