import { OPGEDRAGEN_WERK, SCHOOLSOORTEN } from '#read-model';
import type { Pad } from '../openapi/pad.js';
import { dag, getal, id, lijst, object, ofNiets, tekst, waar, type Json } from '../openapi/vorm.js';
import { TYPEN } from '../jaarcijfers/uitvoer.js';
import { alsJsonSchema } from '../processen/catalogus.js';
import { eindeVorm, opdrachtVorm, schoolVorm } from './vormen.js';

export const paden: Pad[] = [
  {
    methode: 'GET',
    pad: '/gemeenten',
    id: 'leesGemeenten',
    samenvatting: 'De eigen gemeenten: hun regio, en het werk dat zij voor andere doen',
    antwoord: 'Gemeenten',
    fouten: [],
  },
  {
    methode: 'POST',
    pad: '/gemeenten/{code}/opdrachten',
    id: 'legOpdrachtVast',
    samenvatting: 'Vastleggen dat deze gemeente werk voor een andere doet, van een dag tot een dag',
    status: 201,
    antwoord: 'Opdracht',
    body: 'NieuweOpdracht',
    fouten: [400, 404, 409, 413, 415],
  },
  {
    methode: 'POST',
    pad: '/gemeenten/{code}/opdrachten/{id}/beeindigen',
    id: 'beeindigOpdracht',
    samenvatting: 'De laatste dag van een opdracht',
    antwoord: 'Opdracht',
    body: 'EindeOpdracht',
    fouten: [400, 404, 409, 413, 415],
  },
  {
    methode: 'GET',
    pad: '/gemeenten/{code}/kwetsbaar',
    id: 'leesKwetsbaren',
    samenvatting:
      'Wie de gemeente zelf als kwetsbaar heeft vastgelegd, om met het jikp van DUO te vergelijken; ook als CSV (`vorm`, of Accept)',
    antwoord: 'Kwetsbaren',
    ookAls: [TYPEN.csv],
    query: ['vorm'],
    fouten: [400, 404],
  },
  {
    methode: 'PATCH',
    pad: '/scholen/{brin}',
    id: 'wijzigSchool',
    samenvatting: 'De schoolsoort en het samenwerkingsverband van een school',
    antwoord: 'School',
    body: 'WijzigSchool',
    query: ['gemeente'],
    versie: true,
    fouten: [400, 404, 412, 413, 415, 428],
  },
];

const plaats = object({ code: tekst, naam: tekst });
const naar = (naam: string): Json => ({ $ref: `#/components/schemas/${naam}` });

export const antwoorden: Record<string, Json> = {
  NieuweOpdracht: alsJsonSchema(opdrachtVorm),
  EindeOpdracht: alsJsonSchema(eindeVorm),
  WijzigSchool: alsJsonSchema(schoolVorm),
  Gemeenten: object({
    gemeenten: lijst(
      object({
        code: tekst,
        naam: tekst,
        regio: ofNiets(naar('Regio')),
        opdrachten: lijst(naar('Opdracht')),
        uitgevoerdDoor: lijst(naar('Opdracht')),
      }),
    ),
    bronnen: lijst(naar('BuitenBron')),
  }),
  Regio: object({
    nummer: getal,
    naam: ofNiets(tekst),
    contactgemeente: ofNiets(plaats),
    gemeenten: ofNiets(getal),
    subregio: ofNiets(tekst),
    afspraak: ofNiets(object({ naam: tekst, van: getal, tot: getal })),
    werkcentrum: ofNiets(tekst),
    bron: tekst,
  }),
  BuitenBron: object({ naam: tekst, van: tekst, wat: tekst, waar: tekst, vergelijkMet: tekst }),
  Opdracht: object({
    id,
    uitvoerder: tekst,
    opdrachtgever: plaats,
    werk: { enum: [...OPGEDRAGEN_WERK] },
    van: dag,
    tot: ofNiets(dag),
    geldtNu: waar,
  }),
  Kwetsbaren: object({
    gemeente: tekst,
    jongeren: lijst(
      object({
        id,
        carelId: ofNiets(tekst),
        voornamen: tekst,
        achternaam: tekst,
        geboortedatum: dag,
        brin: ofNiets(tekst),
        startkwalificatieOp: ofNiets(dag),
        uitstroom: ofNiets(object({ soort: { enum: ['gepland', 'ongepland'] }, op: dag })),
      }),
    ),
  }),
  School: object({
    gemeente: tekst,
    brin: tekst,
    naam: tekst,
    contactpersoon: ofNiets(id),
    versie: getal,
    schoolsoort: ofNiets({ enum: [...SCHOOLSOORTEN] }),
    samenwerkingsverband: ofNiets(object({ code: tekst, naam: ofNiets(tekst) })),
    aanwezigheidskaart: ofNiets(
      object({ instelling: tekst, uren: getal, isStandaard: waar, onzeker: waar, bron: tekst }),
    ),
    kalender: object({
      versie: getal,
      bekendTot: dag,
      vakanties: lijst(object({ naam: tekst, van: dag, tot: dag })),
    }),
  }),
};
