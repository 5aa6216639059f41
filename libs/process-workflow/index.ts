export { runProcess } from './run-process.js';
export type { Activiteiten } from './banen.js';
