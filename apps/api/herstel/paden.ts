import type { Pad } from '../openapi/pad.js';

export const paden: Pad[] = [
  {
    methode: 'POST',
    pad: '/herstel/voorbeeld',
    id: 'herstelVoorbeeld',
    samenvatting: 'Wat een handeling op veel zaken zou doen: hoeveel, welke, en welke niet en waarom',
    antwoord: 'HerstelVoorbeeld',
    body: 'HerstelWens',
    fouten: [400, 404, 413, 415],
  },
  {
    methode: 'POST',
    pad: '/herstel',
    id: 'herstel',
    samenvatting: 'Veel zaken toewijzen, herkansen, verlengen of overzetten, met een reden',
    status: 202,
    antwoord: 'HerstelBegonnen',
    body: 'HerstelOpdracht',
    sleutel: true,
    fouten: [400, 404, 409, 413, 415],
  },
  {
    methode: 'POST',
    pad: '/klussen/{id}/terugdraaien',
    id: 'draaiHerstelTerug',
    samenvatting:
      'Een toewijzing van veel zaken terugdraaien, voor zover de zaak nog van de nieuwe behandelaar is',
    status: 202,
    antwoord: 'HerstelBegonnen',
    body: 'HerstelTerug',
    fouten: [400, 404, 409, 413, 415],
  },
];
