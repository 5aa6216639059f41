export * from './schema.js';
export * from './grondslag.js';
export * from './snapshot.js';
export * from './definitie.js';
export * from './teksten.js';
export * from './berichten.js';
export * from './klus.js';
export { kernActies, isKernActie, type KernActie } from './kern-schema.js';
export { bezwaarAanDeDeur, type KernExtra } from './kern-acties.js';
export {
  available,
  bezwaar,
  decide,
  eerder,
  magOpenen,
  mogelijkeActies,
  NIET_GENOMEN,
  ontvang,
  open,
  tick,
} from './machine.js';
export { contextVan } from './stand.js';
export {
  duurVan,
  eerstvolgende,
  eigenaarVan,
  GEWONE_HERINNERINGEN,
  herinneringGeldt,
  nextWake,
} from './termijnen.js';
export { isAfgeschermd, titelNaarBuiten, zaaknummerVan } from './naar-buiten.js';
export { termijnDef } from './gelezen.js';
export { isBuitenTeam, rusttoestanden } from './rust.js';
export { preview, type Vooruitblik } from './vooruitblik.js';
export { wekmoment, WEKRUIMTE_MS } from './wekmoment.js';
export { edges, effectenVan, problems, type Edge } from './bestudeer.js';
export { toonTermijnen, type GetoondeTermijn } from './uitleg.js';
export { AANTAL_REGIOS, kaartDrempel, RMC_REGIO, type InstellingVorm } from './keuzes.js';
export {
  catalogusVan,
  TEAMPOSTBUSSEN,
  type Begonnen,
  type Bron,
  type InstellingDef,
  type InstellingWaarde,
  type Teampostbus,
} from './instellingen.js';
export { gevolgVanKader } from './doorvoeren.js';
