import type { Json } from '../openapi/vorm.js';
import { dag, getal, id, lijst, moment, object, ofNiets, tekst, waar } from '../openapi/vorm.js';
import { alsJsonSchema } from '../processen/catalogus.js';
import { kalenderLichaam } from './kalender-vorm.js';
import { doorvoerLichaam, wijzigLichaam } from './vormen.js';

/** A duration, a number, yes or no, one of several, or a list of mailboxes. */
const waarde: Json = { type: ['object', 'integer', 'boolean', 'string', 'array'] };
const regel = object({
  versie: getal,
  waarde: ofNiets(waarde),
  geldigVanaf: dag,
  geldigTot: ofNiets(dag),
  stand: { enum: ['geldt', 'gepland', 'voorbij', 'vervangen'] },
  door: ofNiets(id),
  vastgelegdOp: moment,
});
const instelling = {
  naam: tekst,
  titel: tekst,
  soort: { const: 'LOCAL' },
  bron: tekst,
  onzeker: waar,
  vorm: object(
    {
      soort: { enum: ['duur', 'getal', 'jaNee', 'keuze', 'postbussen'] },
      min: getal,
      max: getal,
      eenheid: tekst,
      keuzes: lijst(tekst),
    },
    ['min', 'max', 'eenheid', 'keuzes'],
  ),
  eenheid: ofNiets(tekst),
  waarde,
  standaard: waarde,
  isStandaard: waar,
  geldigVanaf: ofNiets(dag),
  geldigTot: ofNiets(dag),
  versie: ofNiets(getal),
  gepland: lijst(regel),
  naarProces: waar,
  gebruiktDoor: lijst(
    object({ procestype: tekst, titel: tekst, termijn: ofNiets(tekst), termijnTitel: ofNiets(tekst) }),
  ),
};
const kalender = {
  versie: getal,
  bekendTot: dag,
  vakanties: lijst(object({ naam: tekst, van: dag, tot: dag })),
  door: ofNiets(id),
  vastgelegdOp: ofNiets(moment),
};

export const antwoorden: Record<string, Json> = {
  Instellingen: object({ gemeente: tekst, versie: getal, instellingen: lijst(object(instelling)) }),
  Instelling: object({ gemeente: tekst, ...instelling }),
  InstellingGeschiedenis: object({
    gemeente: tekst,
    naam: tekst,
    versie: getal,
    standaard: waarde,
    geschiedenis: lijst(regel),
  }),
  Doorvoering: object({ klusId: id, totaal: getal }),
  DoorvoerProef: object({
    gemeente: tekst,
    open: getal,
    verschilt: getal,
    verplaatst: getal,
    procestypen: lijst(
      object({
        procestype: tekst,
        titel: tekst,
        open: getal,
        verschilt: getal,
        verplaatst: getal,
        termijnen: lijst(object({ naam: tekst, titel: tekst, aantal: getal })),
      }),
    ),
  }),
  Schoolkalender: object({ gemeente: tekst, brin: tekst, ...kalender }),
  KalenderGeschiedenis: object({ gemeente: tekst, brin: tekst, geschiedenis: lijst(object(kalender)) }),
  WijzigInstelling: alsJsonSchema(wijzigLichaam),
  VoerDoor: alsJsonSchema(doorvoerLichaam),
  NieuweKalender: alsJsonSchema(kalenderLichaam),
};
