import { datumVeld, idVeld, inhoud, z, type Actie } from '#process';

/** What a kennisgeving must tell (art. 6 lid 1); `leerplichtigOp` for who is still to become leerplichtig. */
export const kennisgeving = z.strictObject({
  grond: z.enum(['art5onderA']),
  kennisgevingOp: datumVeld(),
  leerplichtigOp: datumVeld().optional(),
  eerderBeroep: z.boolean().optional(),
  toelichting: inhoud('gewoon').optional(),
  achttienOp: datumVeld(),
});

/** Who may do what, with which fields. */
export const acties = {
  aanvullingGevraagd: {
    door: ['leerplichtambtenaar'],
    invoer: z.strictObject({
      ontbreekt: z
        .array(z.enum(['persoonsgegevens', 'eerderBeroep', 'grond', 'verklaring']))
        .min(1)
        .max(4),
      toelichting: inhoud('gewoon').optional(),
    }),
  },
  aanvullingOntvangen: {
    door: ['leerplichtambtenaar'],
    namens: 'ouders',
    invoer: z.strictObject({ aangevuldOp: datumVeld() }),
  },
  volledigVerklaard: { door: ['leerplichtambtenaar'], invoer: z.strictObject({}) },
  artsAanwijzen: {
    door: ['leerplichtambtenaar'],
    invoer: z.strictObject({ artsId: idVeld() }),
    feiten: ['isBehandelendArts', 'artsIsAangewezen'],
  },
  verklaringOntvangen: {
    door: ['arts', 'leerplichtambtenaar'],
    namens: 'arts',
    invoer: z.strictObject({
      oordeel: z.enum(['ongeschikt', 'geschikt', 'nooitGeschikt']),
      getekendOp: datumVeld(),
      verklaring: inhoud('medisch'),
    }),
    feiten: ['isBehandelendArts', 'artsIsAangewezen'],
  },
  onderwijskundigAdviesOntvangen: {
    door: ['leerplichtambtenaar'],
    namens: 'samenwerkingsverband',
    invoer: z.strictObject({ adviesOp: datumVeld(), advies: inhoud('gewoon') }),
  },
  nieuweVerklaringGevraagd: {
    door: ['leerplichtambtenaar'],
    invoer: z.strictObject({ reden: inhoud('gewoon') }),
  },
  bevestigen: {
    door: ['leerplichtambtenaar'],
    invoer: z.strictObject({ geldigVanaf: datumVeld(), geldigTot: datumVeld().optional() }),
    feiten: ['isBehandelendArts', 'artsIsAangewezen'],
  },
  nietVoldaan: {
    door: ['leerplichtambtenaar'],
    invoer: z.strictObject({
      reden: z.enum(['onvolledig', 'geschikt', 'geenVerklaring', 'verklaringOngeldig']),
      vervolg: z.enum(['absoluutVerzuim', 'thuiszitterstafel', 'geen']),
      toelichting: inhoud('gewoon').optional(),
    }),
  },
  duoGeregistreerd: {
    door: ['systeem', 'leerplichtambtenaar'],
    namens: 'duo',
    invoer: z.strictObject({ geregistreerdOp: datumVeld() }),
  },
  verlengingOntvangen: {
    door: ['leerplichtambtenaar'],
    namens: 'ouders',
    invoer: z.strictObject({ kennisgevingOp: datumVeld() }),
  },
  terugNaarSchool: {
    door: ['leerplichtambtenaar'],
    namens: 'ouders',
    invoer: z.strictObject({ terugOp: datumVeld() }),
  },
  ingetrokken: {
    door: ['leerplichtambtenaar'],
    namens: 'ouders',
    invoer: z.strictObject({ toelichting: inhoud('gewoon').optional() }),
  },
} satisfies Record<string, Actie>;
