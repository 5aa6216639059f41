import { runProcess } from '#process-workflow';
import { v1 } from './definitie.v1.js';
import { v2 } from './definitie.v2.js';

export const vrijstelling = runProcess([v1, v2]);
