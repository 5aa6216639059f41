export { beginToezicht } from './bewaak.js';
export { RONDE_CODE, zoekVastgelopenCode } from './code.js';
export { telVastgelopen } from './tel.js';
export { neemSteekproef, vergelijkRijen, type Vergelijking } from './vergelijk.js';
