import { runProcess } from '#process-workflow';
import { v1 } from './definitie.v1.js';

export const verlof = runProcess([v1]);
