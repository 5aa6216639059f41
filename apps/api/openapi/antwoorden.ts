import { soorten, type ProbleemSoort } from '../http/probleem.js';

import * as dossier from '../dossier/index.js';
import * as duo from '../duo/index.js';
import * as herstel from '../herstel/index.js';
import * as instellingen from '../instellingen/index.js';
import * as jaarcijfers from '../jaarcijfers/index.js';
import * as omgeving from '../omgeving/index.js';
import * as toezicht from '../toezicht/index.js';
import * as medewerkers from '../medewerkers/index.js';
import * as meldingen from '../meldingen/index.js';
import type { Json } from './vorm.js';
import { dag, getal, id, lijst, moment, object, ofNiets, tekst, waar } from './vorm.js';

export const naarSchema = (naam: string): Json => ({ $ref: `#/components/schemas/${naam}` });

const termijn = {
  naam: tekst,
  datum: dag,
  soort: { enum: ['LAW', 'CHAIN', 'LOCAL'] },
  voorlopig: waar,
  verlopen: waar,
};
const procesKern = {
  id,
  procestype: tekst,
  titel: tekst,
  versie: getal,
  jongereId: id,
  gemeente: tekst,
  geopendOp: dag,
  toestand: tekst,
  toestandTitel: tekst,
  afgerond: waar,
  uitkomst: ofNiets(tekst),
  behandelaar: ofNiets(id),
  teLaat: waar,
  revisie: getal,
  voorstellen: lijst(object({ actie: tekst, termijn: tekst, sinds: dag }, ['termijn'])),
};

/** The same youth elsewhere; his id only for who works there too. */
const elders = ofNiets(object({ gemeente: tekst, jongereId: ofNiets(id) }));
const levensloop = {
  carelId: ofNiets(tekst),
  kwetsbaar: waar,
  uitstroom: ofNiets(object({ soort: { enum: ['gepland', 'ongepland'] }, op: dag })),
  startkwalificatieOp: ofNiets(dag),
  verhuisdOp: ofNiets(dag),
  verhuisdNaar: elders,
  verhuisdVan: elders,
};

/** The shapes of answers. Written out, because they are promises to callers and should not change with the code by accident. */
export const antwoordSchemas: Record<string, Json> = {
  Proces: object(
    {
      ...procesKern,
      onderwerp: tekst,
      sinds: dag,
      uitkomstTitel: ofNiets(tekst),
      termijnen: lijst(
        object({
          ...termijn,
          titel: tekst,
          type: { enum: ['uiterlijk', 'op'] },
          grondslag: tekst,
          uitleg: tekst,
          opgeschort: waar,
          instelling: ofNiets(object({ naam: tekst, waarde: { type: 'object' }, isStandaard: waar })),
        }),
      ),
      storing: ofNiets(
        object({ wat: tekst, titel: ofNiets(tekst), sinds: moment, pogingen: getal, effect: tekst }, [
          'effect',
        ]),
      ),
      vlaggen: lijst(object({ vlag: tekst, titel: tekst })),
      gegevens: { type: 'object' },
      acties: lijst(
        object({ actie: tekst, titel: tekst, hulp: tekst, schema: { type: 'object' } }, ['hulp']),
      ),
      kernacties: lijst(object({ actie: tekst, titel: tekst })),
      revisieVanActie: getal,
    },
    ['gegevens', 'revisieVanActie'],
  ),
  Processen: object(
    {
      processen: lijst(
        object(
          {
            ...procesKern,
            termijnen: lijst(object(termijn)),
            storing: waar,
            vlaggen: lijst(tekst),
            vervangtVoor: ofNiets(id),
          },
          ['vervangtVoor'],
        ),
      ),
      totaal: getal,
      totaalMinstens: getal,
      volgende: ofNiets(tekst),
    },
    ['totaal', 'totaalMinstens'],
  ),
  Tijdlijn: object({
    gebeurtenissen: lijst(
      object(
        {
          revisie: getal,
          volgnr: getal,
          tijdstip: moment,
          titel: tekst,
          soort: tekst,
          naam: tekst,
          op: dag,
          door: object({ rol: tekst, id: tekst }),
          namens: tekst,
          gegevens: { type: 'object' },
          teksten: lijst(object({ veld: tekst, klasse: tekst, tekst: ofNiets(tekst) })),
        },
        ['namens', 'gegevens'],
      ),
    ),
  }),
  Vooruitblik: object({
    vandaag: dag,
    dagen: lijst(object({ op: dag, toestand: tekst, zinnen: lijst(tekst) })),
  }),
  Jongere: object(
    {
      id,
      gemeente: tekst,
      bsn: tekst,
      voornamen: tekst,
      achternaam: tekst,
      geboortedatum: dag,
      brin: ofNiets(tekst),
      ...levensloop,
    },
    ['bsn', 'carelId'],
  ),
  GewijzigdeJongere: object(
    {
      id,
      gemeente: tekst,
      bsn: tekst,
      voornamen: tekst,
      achternaam: tekst,
      geboortedatum: dag,
      brin: ofNiets(tekst),
      ...levensloop,
      klusId: ofNiets(id),
    },
    ['bsn', 'carelId'],
  ),
  Jongeren: object({ jongeren: lijst(naarSchema('Jongere')) }),
  Medewerkers: object({
    medewerkers: lijst(
      object({
        gemeente: tekst,
        id,
        naam: tekst,
        rol: tekst,
        kenmerken: lijst(tekst),
        team: ofNiets(tekst),
        brin: ofNiets(tekst),
      }),
    ),
  }),
  Scholen: object({ scholen: lijst(naarSchema('School')) }),
  Taak: object(
    {
      procesId: id,
      effectId: tekst,
      gemeente: tekst,
      procestype: tekst,
      jongereId: id,
      behandelaar: ofNiets(id),
      soort: tekst,
      naam: tekst,
      titel: tekst,
      voor: tekst,
      op: dag,
      gedaanOp: ofNiets(moment),
      gedaanDoor: ofNiets(id),
      vervangtVoor: ofNiets(id),
    },
    ['vervangtVoor'],
  ),
  TeDoen: object({ teDoen: lijst(naarSchema('Taak')), volgende: ofNiets(tekst) }),
  Klok: object({ vandaag: dag, nu: moment }),
  Procestype: {
    type: 'object',
    required: ['procestype', 'versie', 'titel'],
    properties: { procestype: tekst, versie: getal, titel: tekst },
  },
  Procestypen: object({ procestypen: lijst(naarSchema('Procestype')) }),
  OpenApi: { type: 'object' },
  Probleem: object(
    {
      type: { type: 'string', format: 'uri' },
      title: tekst,
      status: getal,
      detail: tekst,
      instance: { type: 'string', format: 'uri' },
      fouten: lijst(object({ pointer: tekst, code: tekst, melding: tekst })),
      mogelijk: lijst(tekst),
      procesId: id,
      jongereId: id,
      norm: tekst,
      termijn: tekst,
      soort: { enum: ['LAW', 'CHAIN', 'LOCAL'] },
      grondslag: tekst,
      terzijdeTeStellen: waar,
    },
    [
      'fouten',
      'mogelijk',
      'procesId',
      'jongereId',
      'norm',
      'termijn',
      'soort',
      'grondslag',
      'terzijdeTeStellen',
    ],
  ),
  Klussen: object({ klussen: lijst(naarSchema('Klus')) }),
  Klus: object({
    id,
    gemeente: tekst,
    soort: tekst,
    gegevens: { type: 'object' },
    door: id,
    aangemaaktOp: moment,
    klaarOp: ofNiets(moment),
    stand: { enum: ['wacht', 'loopt', 'klaar'] },
    totaal: getal,
    regels: object({ wacht: getal, gedaan: getal, overgeslagen: getal, mislukt: getal }),
  }),
  KlusRegels: object({
    regels: lijst(
      object(
        {
          nr: getal,
          staat: { enum: ['wacht', 'gedaan', 'overgeslagen', 'mislukt'] },
          uitkomst: ofNiets({ type: 'object' }),
          procesId: id,
          afgeschermd: waar,
        },
        ['procesId', 'afgeschermd'],
      ),
    ),
    volgende: ofNiets(tekst),
  }),
  ...dossier.antwoorden,
  ...duo.antwoorden,
  ...herstel.antwoorden,
  ...instellingen.antwoorden,
  ...jaarcijfers.antwoorden,
  ...meldingen.antwoorden,
  ...medewerkers.antwoorden,
  ...toezicht.antwoorden,
  ...omgeving.antwoorden,
};

const PER_STATUS = Object.entries(soorten) as [ProbleemSoort, readonly [number, string]][];

/** The description of an error status: every kind of problem that has it. */
export function probleemAntwoord(status: number): Json {
  const titels = PER_STATUS.filter(([, [s]]) => s === status).map(
    ([soort, [, titel]]) => `${titel} (${soort})`,
  );
  return {
    description: titels.join('; '),
    content: { 'application/problem+json': { schema: naarSchema('Probleem') } },
  };
}
