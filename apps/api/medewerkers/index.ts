import type { Type } from '@nestjs/common';
import { AfwezigheidController } from './afwezigheid.controller.js';
import { VertrekController } from './vertrek.controller.js';

export const controllers: Type[] = [AfwezigheidController, VertrekController];
export { paden } from './paden.js';
export { antwoorden } from './antwoorden.js';
