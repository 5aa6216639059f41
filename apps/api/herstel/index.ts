import type { Type } from '@nestjs/common';
import { HerstelController } from './herstel.controller.js';

export const controllers: Type[] = [HerstelController];
export { Herstel } from './herstel.js';
export { paden } from './paden.js';
export { antwoorden } from './antwoorden.js';
