import { CONTACTSOORTEN, DEELNEMERS } from '#read-model';
import type { Pad } from '../openapi/pad.js';
import { dag, getal, id, lijst, moment, object, ofNiets, tekst, waar, type Json } from '../openapi/vorm.js';
import { alsJsonSchema } from '../processen/catalogus.js';
import { TYPEN } from './uitvoer.js';
import { contactVorm, grondslagVorm, schoolcontactVorm } from './vormen.js';

export const paden: Pad[] = [
  {
    methode: 'GET',
    pad: '/jaarcijfers/{schooljaar}',
    id: 'leesJaarcijfers',
    samenvatting:
      'De cijfers van het jaarverslag van een gemeente en een schooljaar; ook als CSV of XLSX (`vorm`, of Accept)',
    antwoord: 'Jaarcijfers',
    ookAls: [TYPEN.csv, TYPEN.xlsx],
    query: ['gemeente', 'vorm'],
    fouten: [400, 404],
  },
  {
    methode: 'GET',
    pad: '/jaarcijfers/{schooljaar}/grondslag',
    id: 'leesGrondslag',
    samenvatting: 'Het aantal leer- en kwalificatieplichtigen waarmee het percentage rekent',
    antwoord: 'Grondslag',
    query: ['gemeente'],
    fouten: [400, 404],
  },
  {
    methode: 'PUT',
    pad: '/jaarcijfers/{schooljaar}/grondslag',
    id: 'stelGrondslagVast',
    samenvatting: 'Het aantal leer- en kwalificatieplichtigen van een schooljaar vastleggen',
    antwoord: 'Grondslag',
    body: 'NieuweGrondslag',
    versie: true,
    fouten: [400, 404, 412, 413, 415, 428],
  },
  {
    methode: 'POST',
    pad: '/jongeren/{id}/contactmomenten',
    id: 'legContactmomentVast',
    samenvatting: 'Een contact met een jongere vastleggen dat bij geen proces hoort',
    status: 201,
    antwoord: 'Contactmoment',
    body: 'NieuwContactmoment',
    sleutel: true,
    fouten: [400, 404, 409, 413, 415],
  },
  {
    methode: 'GET',
    pad: '/jongeren/{id}/contactmomenten',
    id: 'leesContactmomenten',
    samenvatting: 'De contacten met een jongere buiten een proces, het laatste eerst',
    antwoord: 'Contactmomenten',
    query: ['cursor', 'limiet'],
    fouten: [400, 404],
  },
  {
    methode: 'POST',
    pad: '/scholen/{brin}/contactmomenten',
    id: 'legSchoolcontactVast',
    samenvatting: 'Een contact of SAT vastleggen dat over een school of een groep gaat',
    status: 201,
    antwoord: 'Schoolcontact',
    body: 'NieuwSchoolcontact',
    query: ['gemeente'],
    sleutel: true,
    fouten: [400, 404, 409, 413, 415],
  },
  {
    methode: 'GET',
    pad: '/scholen/{brin}/contactmomenten',
    id: 'leesSchoolcontacten',
    samenvatting: 'De contacten over een school of haar groepen, het laatste eerst',
    antwoord: 'Schoolcontacten',
    query: ['gemeente', 'cursor', 'limiet'],
    fouten: [400, 404],
  },
];

const aantal = ofNiets(getal);
const contact = {
  soort: { enum: [...CONTACTSOORTEN] },
  op: dag,
  deelnemers: lijst({ enum: [...DEELNEMERS] }),
  verslag: ofNiets(tekst),
  door: id,
  vastgelegdOp: moment,
};
export const antwoorden: Record<string, Json> = {
  NieuweGrondslag: alsJsonSchema(grondslagVorm),
  NieuwContactmoment: alsJsonSchema(contactVorm),
  Jaarcijfers: object({
    gemeente: tekst,
    naam: tekst,
    regio: ofNiets(object({ nummer: getal, naam: ofNiets(tekst) })),
    schooljaar: tekst,
    van: dag,
    tot: dag,
    peildatum: dag,
    voorlopig: waar,
    grondslag: ofNiets(object({ leerplichtigen: getal, versie: getal })),
    tabellen: lijst(
      object({
        tabel: tekst,
        titel: tekst,
        eenheid: tekst,
        rijen: lijst(
          object({
            cijfer: tekst,
            titel: tekst,
            soort: { enum: ['deel', 'waarvan', 'totaal', 'percentage'] },
            aantal,
            jongeren: aantal,
            procent: ofNiets({ type: 'number' }),
            bron: tekst,
            definitie: object({ versie: getal, vanaf: ofNiets(tekst), tekst }),
            toelichting: ofNiets(tekst),
          }),
        ),
      }),
    ),
    controles: lijst(object({ controle: tekst, titel: tekst, som: getal, geteld: getal, klopt: waar })),
    klopt: waar,
  }),
  Grondslag: object({
    gemeente: tekst,
    schooljaar: tekst,
    leerplichtigen: aantal,
    versie: getal,
    door: ofNiets(id),
    vastgelegdOp: ofNiets(moment),
  }),
  NieuwSchoolcontact: alsJsonSchema(schoolcontactVorm),
  Contactmoment: object({ id, gemeente: tekst, jongereId: id, ...contact }),
  Schoolcontact: object({ id, gemeente: tekst, brin: tekst, groep: ofNiets(tekst), ...contact }),
  Schoolcontacten: object({
    contactmomenten: lijst({ $ref: '#/components/schemas/Schoolcontact' }),
    volgende: ofNiets(tekst),
  }),
  Contactmomenten: object({
    contactmomenten: lijst({ $ref: '#/components/schemas/Contactmoment' }),
    volgende: ofNiets(tekst),
  }),
};
