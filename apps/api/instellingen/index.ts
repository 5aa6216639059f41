import type { Type } from '@nestjs/common';
import { InstellingenController } from './instellingen.controller.js';
import { KalenderController } from './kalender.controller.js';

export const controllers: Type[] = [InstellingenController, KalenderController];
export { paden } from './paden.js';
export { antwoorden } from './antwoorden.js';
