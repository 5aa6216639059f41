import { existsSync } from 'node:fs';

/** Brengt het schema van de database bij. */
export async function migreerDatabase(databaseUrl: string): Promise<void> {
  const leesmodel = new URL('../../libs/read-model/index.js', import.meta.url);
  if (!existsSync(leesmodel)) return;
  const { migreer } = (await import(leesmodel.href)) as { migreer?: (url: string) => Promise<void> };
  await migreer?.(databaseUrl);
}
