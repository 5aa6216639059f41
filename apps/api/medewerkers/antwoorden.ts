import type { Json } from '../openapi/vorm.js';
import { dag, getal, id, lijst, moment, object, ofNiets, tekst, waar } from '../openapi/vorm.js';
import { alsJsonSchema } from '../processen/catalogus.js';
import { mailadresLichaam, nieuweAfwezigheid, wijzigAfwezigheid } from './vormen.js';

const afwezigheid = object({
  id,
  gemeente: tekst,
  medewerker: id,
  vervanger: id,
  van: dag,
  tot: ofNiets(dag),
  door: id,
  vastgelegdOp: moment,
});

export const antwoorden: Record<string, Json> = {
  Afwezigheid: afwezigheid,
  Afwezigheden: object({ afwezigheid: lijst(afwezigheid) }),
  Vertrek: object({
    gemeente: tekst,
    medewerker: id,
    actief: waar,
    zaken: getal,
    afgeschermd: getal,
    scholen: getal,
  }),
  MailadresVan: object({ gemeente: tekst, medewerker: id, mailadres: ofNiets(tekst) }),
  NieuwMailadres: alsJsonSchema(mailadresLichaam),
  NieuweAfwezigheid: alsJsonSchema(nieuweAfwezigheid),
  WijzigAfwezigheid: alsJsonSchema(wijzigAfwezigheid),
};
