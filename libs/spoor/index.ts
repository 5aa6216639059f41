/** Traces of one request through API, workflow, activity and SQL (OpenTelemetry). Runs in Node; does nothing until it is begun. */
export { beginSpoor, metStap, opent, ouderVan, spoorAan, spoorVelden } from './spoor.js';
export type { Kenmerken, Stap } from './spoor.js';
export { noemSql, volgSql } from './sql.js';
export { besluitAfvoer, volgActiviteit, volgClient } from './temporal.js';
