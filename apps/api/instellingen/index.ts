import type { Type } from '@nestjs/common';
import type { Json } from '../openapi/vorm.js';
import type { Pad } from '../openapi/pad.js';

export const controllers: Type[] = [];
export const paden: Pad[] = [];
export const antwoorden: Record<string, Json> = {};
