import type { Type } from '@nestjs/common';
import type { Pad } from '../openapi/pad.js';
import { dag, id, lijst, moment, object, ofNiets, tekst, type Json } from '../openapi/vorm.js';
import { DossierController } from './dossier.controller.js';

export const controllers: Type[] = [DossierController];

export const paden: Pad[] = [
  {
    methode: 'GET',
    pad: '/jongeren/{id}/dossier',
    id: 'leesDossier',
    samenvatting: 'Alle processen van een jongere, hun samenhang en een tijdlijn over alles heen',
    antwoord: 'Dossier',
    fouten: [400, 404],
  },
];

const verwijzing = object({ id, procestype: tekst });

export const antwoorden: Record<string, Json> = {
  Dossier: object({
    jongereId: id,
    gemeente: tekst,
    vandaag: dag,
    processen: lijst({ $ref: '#/components/schemas/Proces' }),
    afgeschermd: ofNiets(object({ titel: tekst })),
    koppelingen: lijst(
      object({
        soort: { enum: ['start', 'vervolg', 'bericht'] },
        van: verwijzing,
        naar: verwijzing,
        sinds: moment,
      }),
    ),
    tijdlijn: lijst({ type: 'object' }),
  }),
};
