import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { catalogusVan, effectenVan, z, type Definitie } from '#process';
import { processen } from '#workflows';
import { maakDocument } from '../../apps/api/openapi/document.js';
import { paden } from '../../apps/api/openapi/paden.js';

/* The whole chain has its place: docs/keten.md names each actor and system, and what it points at exists. */

/** Actors and systems, row by row of table B1 of the domain description (actors-and-figures.md, out of the annual report 2023-2024). */
const KETEN = [
  ['Leerplichtambtenaar (LPA)', 'Schoolcontactpersoon'],
  ['Doorstroomcoach', 'Life coach'],
  ['DUO', 'ROD', 'Verzuimregister', 'DUO-dashboards vsv en jikp'],
  ['Carel', 'Carel-id'],
  ['Kennispunt Twente', 'Twentse Onderwijs-Jeugdhulp monitor'],
  ['JIKP Intergrip', 'Uitstroom volgens Intergrip'],
  ['ROC van Twente', 'TBI (Team Bijzondere Instroom)'],
  ['Toekomsttraject'],
  ['VO', 'PO', 'VSO', 'Pro', 'ISK', 'Erasmus Almelo', 'Stedelijk Lyceum', 'Horizon', 'Schoolsoort'],
  ['ZAT', 'SAT', 'SAT over een school of groep', 'Deelnemers van SAT en MDO'],
  ['Schoolaanwezigheidskaart'],
  ['Jeugd en Gezin', 'Wijkracht'],
  ['Huisarts', 'Schoolarts', 'Jeugdarts', 'Slaapkliniek', 'Hulpverlening'],
  ['Onafhankelijke arts'],
  ['Samenwerkingsverband 23-01', 'Samenwerkingsverband 23-02', 'Welk samenwerkingsverband'],
  ['Thuiszitterstafel'],
  ['MDO', 'Plan van Aanpak'],
  ['Halt', 'Halt in de wijk'],
  ['OM', 'Rechtbank', 'Kantonrechter'],
  ['RvdK'],
  ['Jeugdreclassering', 'GI'],
  ['Politie', 'Jongerenwerk', 'Schoolmaatschappelijk werk'],
  ['Werkcoach Jongeren', 'Regionaal Werkcentrum', 'Werkgever', 'Jobcoach', 'Arbeidsdeskundige'],
  ['UWV ABA', 'Doelgroepenregister', 'Praktijkroute', 'No-riskpolis', 'Loonkostensubsidie'],
  ['JPF (Jongerenperspectieffonds)', 'Kickstart', 'Budgetalert'],
  ['Toekomstplan', '5 leefgebieden'],
  [
    'Twentse Belofte',
    '14 gemeenten',
    'Contactgemeente Enschede',
    "40 regio's",
    'Subregio Hengelo',
    'Hengelo',
    'Borne',
  ],
  ['Hof van Twente', 'Opdracht met begin en einde'],
  ['Gemeenteraad'],
];

type Json = Record<string, unknown>;
const definities = new Map(Object.values(processen).map((p) => [p.nieuwste.key, p.nieuwste]));
const rollen = new Set<string>(
  [...definities.values()].flatMap((d) => [
    ...d.startDoor,
    ...Object.values(d.acties).flatMap((a) => a.door),
  ]),
);
const partijen = new Set<string | undefined>(
  [...definities.values()].flatMap((d) => [
    ...Object.values(d.acties).map((a) => a.namens),
    ...Object.values(d.toestanden).map((s) => s.eigenaar),
    ...d.termijnen.map((t) => t.eigenaar),
    ...effectenVan(d).map((e) => (e.soort === 'brief' ? e.aan : undefined)),
  ]),
);
const instellingen = catalogusVan(Object.values(processen));
const schemas = (maakDocument()['components'] as { schemas: Record<string, Json> }).schemas;

/** Every value that stands under this name anywhere in the table: what a way marks, for instance. */
function waarden(tabel: unknown, naam: string): unknown[] {
  if (typeof tabel !== 'object' || tabel === null || tabel instanceof z.ZodType) return [];
  return Object.entries(tabel).flatMap(([k, v]) => (k === naam ? [v].flat() : waarden(v, naam)));
}

/** A field of the start or of an act, and of a choice also that value. */
function heeftVeld(d: Definitie, veld: string, keuze: string | undefined): boolean {
  const velden = [d.start, ...Object.values(d.acties).map((a) => a.invoer)].flatMap(
    (s) => s.shape[veld] ?? [],
  );
  if (keuze === undefined) return velden.length > 0;
  return velden.some((v) => {
    const s = z.toJSONSchema(v as z.ZodType, { unrepresentable: 'any' });
    return [s.enum, (s.items as { enum?: unknown[] } | undefined)?.enum].some((e) => e?.includes(keuze));
  });
}

function inSchema(pad: readonly string[]): boolean {
  const [naam = '', ...velden] = pad;
  let hier: Json | undefined = Object.hasOwn(schemas, naam) ? schemas[naam] : undefined;
  for (const veld of velden) {
    const object = (hier?.['items'] ?? hier) as Json | undefined;
    const eigen = object?.['properties'] as Record<string, Json> | undefined;
    hier = eigen && Object.hasOwn(eigen, veld) ? eigen[veld] : undefined;
  }
  return hier !== undefined;
}

/** Whether what a reference of the page points at exists. */
function bestaat(plaats: string): boolean {
  const [, soort = 'actie', rest = ''] = /^(?:(\w+):)?(.+)$/.exec(plaats)!;
  const [wat = '', keuze] = rest.split('=');
  const [proces = '', naam = ''] = wat.split('.');
  const d = definities.get(proces);
  switch (soort) {
    case 'actie':
      return d !== undefined && Object.hasOwn(d.acties, naam);
    case 'proces':
      return wat === proces && d !== undefined;
    case 'termijn':
      return d?.termijnen.some((t) => t.naam === naam) === true;
    case 'taak':
      return d !== undefined && effectenVan(d).some((e) => 'naam' in e && e.naam === naam);
    case 'veld':
      return d !== undefined && heeftVeld(d, naam, keuze);
    case 'vlag':
      return waarden(d, 'markeer').includes(naam) && processen[proces]!.teksten.vlaggen[naam] !== undefined;
    case 'rol':
      return rollen.has(wat);
    case 'partij':
      return partijen.has(wat);
    case 'instelling': {
      const vorm = instellingen.get(wat)?.vorm;
      return keuze === undefined
        ? vorm !== undefined
        : vorm?.soort === 'keuze' && vorm.keuzes.includes(keuze);
    }
    case 'api': {
      const [adres = '', vraag] = wat.split('?');
      const pad = paden.find((p) => `${p.methode} ${p.pad}` === adres);
      return pad !== undefined && (vraag === undefined || pad.query?.includes(vraag) === true);
    }
    case 'json':
      return inSchema(wat.split('.'));
    default:
      return false;
  }
}

/** The rows of the tables below the headings, without the heads of those tables: nothing stands there that has no place. */
const rijen = (): string[][] =>
  readFileSync('docs/keten.md', 'utf8')
    .split(/^## /m)
    .slice(1)
    .flatMap((deel) =>
      deel
        .split('\n')
        .filter((r) => r.startsWith('|'))
        .slice(2),
    )
    .map((r) =>
      r
        .split('|')
        .slice(1, -1)
        .map((cel) => cel.trim()),
    );

const metPlaats = rijen().map(([naam = '', waar = '', wat = '']) => ({
  naam,
  plaatsen: [...waar.matchAll(/`([^`]+)`/g)].map((m) => m[1]!),
  wat,
}));

describe('de hele keten heeft haar plaats', () => {
  it('iedere partij en ieder systeem staat op de pagina, een keer, en niets anders', () => {
    const verwacht = KETEN.flat();
    const namen = metPlaats.map((r) => r.naam);
    assert.deepEqual(new Set(namen), new Set(verwacht));
    assert.equal(namen.length, verwacht.length, 'een naam staat er twee keer');
    console.log(`N = ${verwacht.length} namen in ${KETEN.length} rijen, ${namen.length} met een plaats`);
  });

  it('iedere regel wijst een plaats aan die bestaat, en zegt wat het daar doet', () => {
    for (const { naam, plaatsen, wat } of metPlaats) {
      assert.ok(plaatsen.length > 0, `${naam} wijst niets aan`);
      assert.ok(wat.length > 0, `${naam} doet niets`);
      for (const p of plaatsen) assert.ok(bestaat(p), `${naam}: ${p} bestaat niet`);
    }
    const verschillend = new Set(metPlaats.flatMap((r) => r.plaatsen));
    console.log(`N = ${verschillend.size} plaatsen voor ${metPlaats.length} namen`);
    assert.ok(verschillend.size > 80);
  });

  it('wat niet bestaat valt op, van iedere soort', () => {
    const verzonnen = [
      'mas.bestaatNiet',
      'nergens.aangemeldTbi',
      'mas.constructor',
      'proces:nergens',
      'proces:halt.verhoord',
      'termijn:mas.bestaatNiet',
      'taak:mas.bestaatNiet',
      'veld:mas.bestaatNiet',
      'veld:mas.adviseur=tandarts',
      'veld:thuiszitterstafel.deelnemers=tandarts',
      'vlag:overdracht.bestaatNiet',
      'rol:tandarts',
      'partij:tandarts',
      'instelling:bestaatNiet',
      'instelling:duoAfzender=tandarts',
      'instelling:spreekuurHersteldUren=3',
      'api:GET /tandartsen',
      'api:DELETE /jongeren',
      'api:GET /processen?tandarts',
      'json:Tandarts',
      'json:WijzigJongere.gebit',
      'json:School.tandarts',
      'soort:onbekend',
    ];
    assert.deepEqual(verzonnen.filter(bestaat), []);
  });
});
