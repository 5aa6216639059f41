import type { Type } from '@nestjs/common';
import { ContactmomentenController } from './contactmomenten.controller.js';
import { JaarcijfersController } from './jaarcijfers.controller.js';
import { SchoolcontactenController } from './schoolcontacten.controller.js';

export { antwoorden, paden } from './paden.js';
export const controllers: Type[] = [
  JaarcijfersController,
  ContactmomentenController,
  SchoolcontactenController,
];
