export { runProcess } from './run-process.js';
export { klus, type KlusActiviteiten } from './klus.js';
export type { Activiteiten, Afzender } from './banen.js';
export type { BesluitAfvoer, BesluitStap } from './spoor.js';
