import { alsJsonSchema } from '../processen/catalogus.js';
import type { Pad } from '../openapi/pad.js';
import { dag, getal, id, lijst, moment, object, ofNiets, tekst, waar, type Json } from '../openapi/vorm.js';
import { DUO_STATUSSEN } from '#read-model';
import { nieuweVorm, SOORTEN } from './vormen.js';

export const paden: Pad[] = [
  {
    methode: 'POST',
    pad: '/verzuimmeldingen',
    id: 'meldVerzuim',
    samenvatting:
      'Een verzuimmelding vastleggen: zij opent een proces of sluit aan op het proces dat loopt. Zonder procesId volgt dat binnen een minuut',
    status: 201,
    antwoord: 'Verzuimmelding',
    body: 'NieuweVerzuimmelding',
    sleutel: true,
    fouten: [400, 409, 413, 415],
  },
  {
    methode: 'POST',
    pad: '/verzuimmeldingen/_import',
    id: 'importeerVerzuim',
    samenvatting: 'Een bestand met verzuimmeldingen: heel of niet. Met proef=true alleen beoordelen (200)',
    status: 202,
    antwoord: 'VerzuimImport',
    ook: { 200: { samenvatting: 'Het oordeel over een proef', antwoord: 'VerzuimProef' } },
    body: 'VerzuimBestand',
    bodyType: 'text/csv',
    query: ['gemeente', 'proef'],
    fouten: [400, 413, 415],
  },
  {
    methode: 'POST',
    pad: '/verzuimmeldingen/{meldingnummer}/intrekken',
    id: 'trekVerzuimmeldingIn',
    samenvatting: 'De school trekt een melding in',
    antwoord: 'Verzuimmelding',
    query: ['gemeente'],
    fouten: [400, 404],
  },
  {
    methode: 'GET',
    pad: '/verzuimmeldingen',
    id: 'leesVerzuimmeldingen',
    samenvatting: 'Verzuimmeldingen, nieuwste eerst',
    antwoord: 'Verzuimmeldingen',
    query: ['gemeente', 'meldingnummer', 'jongereId', 'procesId', 'zonderProces', 'cursor', 'limiet'],
    fouten: [400],
  },
  {
    methode: 'GET',
    pad: '/duo-terugmeldingen',
    id: 'leesTerugmeldingen',
    samenvatting: 'Wat DUO over meldingen moet horen, oudste eerst',
    antwoord: 'Terugmeldingen',
    query: ['gemeente', 'status', 'meldingnummer', 'stand', 'teLang', 'cursor', 'limiet'],
    fouten: [400],
  },
];

const melding = {
  gemeente: tekst,
  meldingnummer: tekst,
  soort: { enum: [...SOORTEN] },
  ontvangenOp: dag,
  verzuimVanaf: ofNiets(dag),
  verzuimTot: ofNiets(dag),
  zestienUurOp: ofNiets(dag),
  uren: ofNiets(getal),
  aantalTeLaat: ofNiets(getal),
  brin: ofNiets(tekst),
  spreekuur: waar,
  vastgelegdOp: moment,
  procesId: ofNiets(id),
  status: ofNiets({ enum: [...DUO_STATUSSEN] }),
  reden: ofNiets(tekst),
};
const verslag = {
  gemeente: tekst,
  rijen: getal,
  nieuw: getal,
  bekend: getal,
  tekenset: ofNiets({ enum: ['UTF-8', 'Windows-1252'] }),
  scheidingsteken: ofNiets({ enum: [';', ','] }),
  genegeerd: lijst(tekst),
  fouten: lijst(object({ rij: getal, kolom: ofNiets(tekst), code: tekst, melding: tekst })),
};

export const antwoorden: Record<string, Json> = {
  NieuweVerzuimmelding: alsJsonSchema(nieuweVorm),
  VerzuimBestand: { type: 'string', description: 'CSV; zie docs/duo.md' },
  Verzuimmelding: object({ ...melding, klusId: id, redenen: lijst(tekst) }),
  Verzuimmeldingen: object({
    verzuimmeldingen: lijst(object({ ...melding, jongereId: id })),
    volgende: ofNiets(tekst),
  }),
  VerzuimProef: object(verslag),
  VerzuimImport: object({ klusId: id, ...verslag }),
  Terugmeldingen: object({
    terugmeldingen: lijst(
      object({
        gemeente: tekst,
        meldingnummer: tekst,
        volgnr: getal,
        status: { enum: [...DUO_STATUSSEN] },
        reden: ofNiets(tekst),
        stand: { enum: ['open', 'verzonden', 'pakket'] },
        teLang: waar,
        aangemaaktOp: moment,
        partij: ofNiets(getal),
        pogingen: getal,
        volgendePogingOp: ofNiets(moment),
        fout: ofNiets(tekst),
        verzondenOp: ofNiets(moment),
      }),
    ),
    volgende: ofNiets(tekst),
  }),
};
