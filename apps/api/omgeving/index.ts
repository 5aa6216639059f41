import type { Type } from '@nestjs/common';
import { GemeentenController } from './gemeenten.controller.js';
import { KwetsbarenController } from './kwetsbaren.controller.js';
import { ScholenController } from './scholen.controller.js';

export { antwoorden, paden } from './paden.js';
export const controllers: Type[] = [GemeentenController, KwetsbarenController, ScholenController];
