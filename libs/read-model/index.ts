/** The read model: our own tables, and the only ways in and out of them. Runs in Node. */
export { eisGemigreerd, migreer } from './migreer.js';
export { isDatabaseWeg, maakEigenaarPool, maakPool, type DatabaseRol } from './pool.js';
export { inGemeente, rondeInGemeente, type InGemeente, type Vragen } from './in-gemeente.js';
export {
  noteerTeDoen,
  projecteer,
  rijVan,
  teDoenVan,
  type RijKolommen,
  type TeDoenRij,
} from './projecteer.js';
export type * from './schema.js';
export { bewaarInhoud, leesInhoud, veegInhoud, type Inhoud } from './inhoud.js';
export { bsnZoek, isBsn, ontsleutelBsn, versleutelBsn } from './bsn.js';
export * from './vragen/index.js';
