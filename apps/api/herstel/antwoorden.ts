import type { Json } from '../openapi/vorm.js';
import { getal, id, lijst, object, ofNiets, tekst, waar } from '../openapi/vorm.js';
import { alsJsonSchema } from '../processen/catalogus.js';
import { herstelVorm, terugVorm, voorbeeldVorm } from './vormen.js';

export const antwoorden: Record<string, Json> = {
  HerstelVoorbeeld: object({
    gemeente: tekst,
    totaal: getal,
    kan: getal,
    kanNiet: lijst(object({ reden: tekst, aantal: getal })),
    afgeschermd: getal,
    hoogstens: getal,
    zaken: lijst(
      object({
        id,
        procestype: tekst,
        titel: tekst,
        versie: getal,
        jongereId: id,
        toestand: tekst,
        toestandTitel: tekst,
        behandelaar: ofNiets(id),
        kan: waar,
        reden: ofNiets(tekst),
      }),
    ),
  }),
  HerstelBegonnen: object({ gemeente: tekst, klusId: id, totaal: getal, afgeschermd: getal }),
  HerstelWens: alsJsonSchema(voorbeeldVorm),
  HerstelOpdracht: alsJsonSchema(herstelVorm),
  HerstelTerug: alsJsonSchema(terugVorm),
};
