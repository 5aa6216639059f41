import type { Type } from '@nestjs/common';
import { MeldingenController } from './meldingen.controller.js';
import { TerugmeldingenController } from './terugmeldingen.controller.js';

export const controllers: Type[] = [MeldingenController, TerugmeldingenController];
export { antwoorden, paden } from './paden.js';
