import type { Type } from '@nestjs/common';
import { ToezichtController } from './toezicht.controller.js';

export { antwoorden, paden } from './paden.js';
export { Motorwacht } from './motorwacht.js';
export const controllers: Type[] = [ToezichtController];
