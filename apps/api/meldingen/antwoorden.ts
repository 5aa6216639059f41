import type { Json } from '../openapi/vorm.js';
import { moment, object, ofNiets, tekst, waar } from '../openapi/vorm.js';
import { alsJsonSchema } from '../processen/catalogus.js';
import { meldingenLichaam } from './vormen.js';

export const antwoorden: Record<string, Json> = {
  MijnMeldingen: object({ vorm: { enum: ['overzicht', 'los'] }, mailadres: ofNiets(tekst) }),
  // The address is told once, to who made it.
  MijnAgenda: object({ actief: waar, sinds: ofNiets(moment), adres: tekst }, ['adres']),
  WijzigMijnMeldingen: alsJsonSchema(meldingenLichaam),
};
