/** What tests share: a stack to talk to, invented youths, time, and ways to break things. */
export { Api, soortVan, type HttpAntwoord, type ProbleemLichaam, type ProcesLichaam } from './api.js';
export { startBreekbareStack, type Breekbaar, type BreekbareStack } from './breekbaar.js';
export { zetFoutpunten } from './foutpunten.js';
export { maakJongere, maakJongereVan18Op, verzonnenBsn } from './jongere.js';
export { demo, meldAan, testStack, type Iemand, type TestStackBeschrijving } from './stack.js';
export { motorVan, type Motor } from './temporal.js';
export { wachtTot } from './wacht.js';
