import { migreer } from '#read-model';
import { laadVasteGegevens } from './demo/vaste-gegevens.js';

/** Brengt het schema van de database bij en zet er gemeenten, scholen en medewerkers van de demonstratie in. */
export async function migreerDatabase(databaseUrl: string): Promise<void> {
  await migreer(databaseUrl);
  await laadVasteGegevens(databaseUrl);
}
