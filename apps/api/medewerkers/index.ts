import type { Type } from '@nestjs/common';
import { AfwezigheidController } from './afwezigheid.controller.js';
import { MailadresController } from './mailadres.controller.js';
import { VertrekController } from './vertrek.controller.js';

export const controllers: Type[] = [AfwezigheidController, MailadresController, VertrekController];
export { paden } from './paden.js';
export { antwoorden } from './antwoorden.js';
