import { runProcess } from '#process-workflow';
import { v1 } from './definitie.v1.js';

export const halt = runProcess([v1]);
