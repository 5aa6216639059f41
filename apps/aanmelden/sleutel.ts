import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

/** The signing key of the sign-in service, with what a token names of it. */
export type Ondertekensleutel = JWK & { kid: string; alg: 'RS256' };

/**
 * The signing key from the state folder, made at first use (file mode 0600). A restart keeps it, so that issued tokens
 * stay valid.
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
      // Of two at once the first wins; the other then reads the winner's key.
      linkSync(klad, bestand);
    } catch (fout) {
      if ((fout as NodeJS.ErrnoException).code !== 'EEXIST') throw fout;
    } finally {
      rmSync(klad);
    }
  }
  return JSON.parse(readFileSync(bestand, 'utf8')) as Ondertekensleutel;
}
