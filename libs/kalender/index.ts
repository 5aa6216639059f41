/** The calendar: dates of Europe/Amsterdam, working days, school weeks and the terms of law, chain and municipality. Pure; runs anywhere. */
export { dagenTussen, dagVanDeWeek, datum, isDatum, plusDagen, plusMaanden, verjaardag } from './datum.js';
export type { Datum } from './datum.js';
export { beginVan, vandaagOp } from './amsterdam.js';
export { gelijkgesteldeDagen } from './kalender.js';
export type { GelijkgesteldeDag, Kalender, Schoolkalender } from './kalender.js';
export { feestdagen } from './feestdagen.js';
export type { Feestdag } from './feestdagen.js';
export {
  eersteWerkdagVanaf,
  isWerkdag,
  laatsteWerkdagTotEnMet,
  plusWerkdagen,
  vrijeDag,
  werkdagenTussen,
} from './werkdagen.js';
export { isLesweek, isSchooldag, schooljaarVan } from './school.js';
export { duurInWoorden } from './duur.js';
export type { Duur } from './duur.js';
export type { Schorsing } from './schorsing.js';
export { bereken } from './termijn.js';
export type { Berekening, TermijnSoort, Vraag } from './termijn.js';
export { datumInWoorden, legUit } from './uitleg.js';
