/** Every question that the API and the activities ask of the read model. */
export type { Zicht } from './zicht.js';
export { leesAchtergrond, leesKaders, startGegevens, type Achtergrond } from './kader.js';
export * from './instellingen.js';
export * from './kalender.js';
export { haltVerwijzingen, leesFeiten, type FeitenVraag } from './feiten.js';
export { leesLevens, procesIdVan, type Levens, type Onderwerp } from './levens.js';
export {
  isMedewerker,
  leesProces,
  leesProcessenVan,
  leesTijdlijn,
  leesTijdlijnen,
  telAfgeschermd,
  snapshotVan,
  vraagProces,
  zietHet,
  type ProcesRij,
  type TijdlijnRij,
} from './proces.js';
export { leesLijst, TELT_TOT, type LijstFilter, type LijstRij, type Plek } from './lijst.js';
export {
  bewaarJongere,
  isCarelIdBezet,
  leesKwetsbaren,
  NIEUWE_JONGERE,
  kwetsbarenZonderOverdracht,
  meldVerhuisdNaar,
  neemJongereOver,
  openeProcessen,
  wijzigJongere,
  type JongereWijziging,
  leesJongere,
  noteerInzage,
  zoekOpBsn,
  zoekOpCarelId,
  zoekOpNaam,
  type JongereRij,
} from './jongere.js';
export {
  isSchool,
  leesMedewerkers,
  leesScholen,
  SCHOOLSOORTEN,
  wijzigSchool,
  type MedewerkerRij,
  type SchoolRij,
  type SchoolWijziging,
} from './overzicht.js';
export * from './omgeving.js';
export {
  leesKoppelingen,
  noteerKoppeling,
  openeOfType,
  type KoppelingRij,
  type KoppelingSoort,
} from './koppeling.js';
export * from './duo.js';
export * from './jaarcijfers.js';
export * from './herstel.js';
export * from './klus.js';
export * from './afwezigheid.js';
export { leesTeDoen, vinkAf, type TeDoenGelezen, type TeDoenPlek } from './te-doen.js';
export * from './agenda.js';
export * from './mail.js';
export * from './mensen.js';
export * from './hartslag.js';
export * from './motorstoring.js';
export * from './toezicht.js';
export * from './toezicht-grenzen.js';
export * from './toezicht-overzicht.js';
export * from './toezicht-tel.js';
export * from './bewaking.js';
