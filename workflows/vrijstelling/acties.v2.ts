import { datumVeld, inhoud, z, type Actie } from '#process';
import { acties as v1, kennisgeving } from './acties.v1.js';

export const GROND = ['art5onderA', 'art5onderB', 'art5onderC', 'art15', 'art3a', 'art3b'] as const;

/**
 * What opens it: a kennisgeving (art. 5) or an aanvraag (art. 15, 3a, 3b); `kennisgevingOp` is the day on which either came in. `leerplichtTot`
 * is for whose leerplicht ends earlier than the school year in which he turns 16 (after twelve school years, art. 3 lid 1 onder a).
 */
export const verzoek = z.strictObject({
  ...kennisgeving.shape,
  grond: z.enum(GROND),
  leerplichtTot: datumVeld().optional(),
});

/** Claims that arise by law: art. 5 onder a, b and c. */
const opKennisgeving = {
  ...v1,
  bedenkingenGetoetst: {
    door: ['leerplichtambtenaar'],
    invoer: z.strictObject({
      bedenkingen: z.boolean(),
      eerderGeplaatst: z.boolean(),
      geplaatstTotEnMet: datumVeld().optional(),
    }),
  },
  schoolverklaringOntvangen: {
    door: ['leerplichtambtenaar'],
    namens: 'school',
    invoer: z.strictObject({
      schoolverklaringOp: datumVeld(),
      ingeschreven: z.boolean(),
      bezoektGeregeld: z.boolean(),
      schoolverklaring: inhoud('gewoon').optional(),
    }),
  },
  nietVoldaan: {
    door: ['leerplichtambtenaar'],
    invoer: z.strictObject({
      reden: z.enum([
        'onvolledig',
        'geschikt',
        'geenVerklaring',
        'verklaringOngeldig',
        'richtingBezocht',
        'nietIngeschreven',
      ]),
      vervolg: z.enum(['absoluutVerzuim', 'thuiszitterstafel', 'geen']),
      verzuim: z.enum(['geoorloofd', 'ongeoorloofd']).optional(),
      toestemming: z.boolean().optional(),
      toelichting: inhoud('gewoon').optional(),
    }),
  },
} satisfies Record<string, Actie>;

/** Requests on which burgemeester en wethouders decide: art. 15, 3a and 3b. */
const opAanvraag = {
  aanvraagAanvullingGevraagd: {
    door: ['leerplichtambtenaar'],
    invoer: z.strictObject({
      stukken: z
        .array(
          z.enum([
            'persoonsgegevens',
            'eerderVerzoek',
            'periode',
            'bewijsOnderwijs',
            'planVanAanpak',
            'schoolhoofd',
          ]),
        )
        .min(1)
        .max(6),
      toelichting: inhoud('gewoon').optional(),
    }),
  },
  aanvraagAangevuld: {
    door: ['leerplichtambtenaar'],
    namens: 'ouders',
    invoer: z.strictObject({ aangevuldOp: datumVeld() }),
  },
  aanvraagVolledig: { door: ['leerplichtambtenaar'], invoer: z.strictObject({}) },
  aanvragerGehoord: {
    door: ['leerplichtambtenaar'],
    invoer: z.strictObject({ gehoordOp: datumVeld(), verslag: inhoud('gewoon').optional() }),
  },
  schoolhoofdGehoord: {
    door: ['leerplichtambtenaar'],
    invoer: z.strictObject({
      gehoordOp: datumVeld(),
      bevoegdGezagAkkoord: z.boolean(),
      verslag: inhoud('gewoon').optional(),
    }),
  },
  instellingGehoord: {
    door: ['leerplichtambtenaar'],
    invoer: z.strictObject({ gehoordOp: datumVeld(), verslag: inhoud('gewoon').optional() }),
  },
  toekennen: {
    door: ['leerplichtambtenaar'],
    invoer: z.strictObject({
      besluitOp: datumVeld(),
      geldigVanaf: datumVeld(),
      geldigTot: datumVeld(),
      anderOnderwijs: inhoud('gewoon').optional(),
      motivering: inhoud('gewoon').optional(),
    }),
  },
  afwijzen: {
    door: ['leerplichtambtenaar'],
    invoer: z.strictObject({
      besluitOp: datumVeld(),
      afwijzingsgrond: z.enum([
        'onvoldoendeOnderwijs',
        'geenBijzondereOmstandigheden',
        'nietKwalificatieplichtig',
        'volledigDagonderwijsMogelijk',
        'bevoegdGezagNietAkkoord',
        'nietLaatsteSchooljaar',
        'teJong',
      ]),
      motivering: inhoud('gewoon'),
    }),
  },
  nietBehandelen: { door: ['leerplichtambtenaar'], invoer: z.strictObject({ besluitOp: datumVeld() }) },
  besluitBekendgemaakt: {
    door: ['leerplichtambtenaar'],
    invoer: z.strictObject({ bekendgemaaktOp: datumVeld() }),
  },
  verlengingGevraagd: {
    door: ['leerplichtambtenaar'],
    namens: 'ouders',
    invoer: z.strictObject({ kennisgevingOp: datumVeld() }),
  },
} satisfies Record<string, Actie>;

/** Objection (Algemene wet bestuursrecht, chapters 6 and 7). */
const opBezwaar = {
  bezwaarOntvangen: {
    door: ['leerplichtambtenaar'],
    namens: 'ouders',
    invoer: z.strictObject({ ontvangenOp: datumVeld(), commissie: z.boolean() }),
  },
  bezwaarIngetrokken: { door: ['leerplichtambtenaar'], namens: 'ouders', invoer: z.strictObject({}) },
  bezwaarOngegrond: {
    door: ['leerplichtambtenaar'],
    invoer: z.strictObject({
      beslistOp: datumVeld(),
      bezwaarOordeel: z.enum(['ongegrond', 'nietOntvankelijk']),
    }),
  },
  bezwaarGegrond: {
    door: ['leerplichtambtenaar'],
    invoer: z.strictObject({ beslistOp: datumVeld(), geldigVanaf: datumVeld(), geldigTot: datumVeld() }),
  },
} satisfies Record<string, Actie>;

/** Who may do what, with which fields. */
export const acties = { ...opKennisgeving, ...opAanvraag, ...opBezwaar };
