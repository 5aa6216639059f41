export { runProcess } from './run-process.js';
export type { Activiteiten, Afzender } from './banen.js';
