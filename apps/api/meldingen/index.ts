import type { Type } from '@nestjs/common';
import { AgendaController } from './agenda.controller.js';
import { MeldingenController } from './meldingen.controller.js';

export const controllers: Type[] = [MeldingenController, AgendaController];
export { paden } from './paden.js';
export { antwoorden } from './antwoorden.js';
