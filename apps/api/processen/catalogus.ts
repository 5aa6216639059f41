import {
  AFGELEIDE_VELDEN,
  edges,
  grondslagInWoorden,
  isEind,
  isKernActie,
  kernActies,
  NIET_GENOMEN,
  z,
  type Actie,
  type Definitie,
  type HerinnerSoort,
  type KernActie,
  type Rol,
  type Snapshot,
  type Teksten,
} from '#process';
import { MAIL_TAKEN } from '#read-model';
import { processen } from '#workflows';

type Proces = (typeof processen)[string];

/** Every process type of this installation, as the API offers it. Nothing here knows one by name. */
export const procestypen: readonly string[] = Object.keys(processen);

/** The process type of this name; undefined when it is not built. */
export const procestype = (naam: string): Proces | undefined =>
  Object.hasOwn(processen, naam) ? processen[naam] : undefined;

/** The definition and texts that a running process follows. Throws RangeError when this installation lacks them. */
export function definitieVan(s: { procestype: string; versie: number }): { d: Definitie; teksten: Teksten } {
  const proces = procestype(s.procestype);
  const d = proces?.versies.find((v) => v.versie === s.versie);
  if (!proces || !d) throw new RangeError(`Definitie ${s.procestype} v${s.versie} ontbreekt`);
  return { d, teksten: proces.teksten };
}

const startSchemas = new WeakMap<Definitie, z.ZodObject>();

/** What a caller sends to open this process: its start data without the fields that we compute ourselves. */
export function startSchema(d: Definitie): z.ZodObject {
  const bekend = startSchemas.get(d);
  if (bekend) return bekend;
  const afgeleid = AFGELEIDE_VELDEN.filter((veld) => veld in d.start.shape);
  const schema = d.start.omit(Object.fromEntries(afgeleid.map((veld) => [veld, true])) as never);
  startSchemas.set(d, schema);
  return schema;
}

/** An action of the table or of the kernel; undefined when this process has none of that name. */
export function actieVan(d: Definitie, naam: string): Pick<Actie, 'door' | 'invoer' | 'feiten'> | undefined {
  if (isKernActie(naam)) return kernActies[naam];
  return Object.hasOwn(d.acties, naam) ? d.acties[naam] : undefined;
}

/** The roles that may press an action of this name in some process; undefined when no process has it. */
export function rollenVoorActie(naam: string): readonly Rol[] | undefined {
  const deuren = Object.values(processen).flatMap((p) =>
    p.versies.flatMap((d) => actieVan(d, naam)?.door ?? []),
  );
  return deuren.length > 0 ? deuren : undefined;
}

/** What the kernel's actions are called; a new one without a title does not compile. */
const kernTitels: Record<KernActie, string> = {
  toewijzen: 'Toewijzen',
  opschorten: 'Termijn opschorten',
  hervatten: 'Termijn hervatten',
  verlengen: 'Termijn verlengen',
  herplannen: 'Termijn herplannen',
  terzijdeStellen: 'Norm terzijde stellen',
  notitie: 'Notitie',
  corrigeren: 'Gegevens corrigeren',
  annuleren: 'Annuleren',
  verhuisd: 'Verhuisd naar een andere gemeente',
  kaderBijwerken: 'Kalender en instellingen bijwerken',
  migreren: 'Overzetten naar een nieuwe versie',
  herkansen: 'Nu opnieuw proberen',
  overslaan: 'Mislukte stap overslaan',
};

/** What to do for the tasks that any process may leave behind. */
export const kernTaken: Readonly<Record<string, string>> = {
  [MAIL_TAKEN.mislukt]:
    'Een mail met een herinnering is niet aangekomen: de mailserver weigerde haar steeds. Controleer het mailadres, en zorg dat de behandelaar het weet.',
  [MAIL_TAKEN.onbekend]:
    'Van een brief per mail is niet bekend of hij is aangekomen. Hij wordt niet vanzelf opnieuw verstuurd: ga het na bij de ontvanger.',
  [MAIL_TAKEN.geenAdres]:
    'Voor een herinnering was er niemand om te mailen. Wijs de zaak toe, of leg een postbus van het team vast.',
  [NIET_GENOMEN]:
    'Een ander proces meldde iets dat dit proces nu niet kan verwerken. Bekijk de tijdlijn en beoordeel wat er moet gebeuren.',
};

/** The title of an action, of the table or of the kernel. */
export function titelVanActie(s: { procestype: string; versie: number }, actie: string): string {
  return isKernActie(actie) ? kernTitels[actie] : (definitieVan(s).teksten.acties[actie]?.titel ?? actie);
}

/** What is only possible while an effect of the process fails, also after its end. */
const bijStoring = new Set<KernActie>(['herkansen', 'overslaan']);

/** The kernel actions that these roles may press on this process now. */
export const kernActiesVoor = (
  rollen: readonly Rol[],
  s: Pick<Snapshot, 'afgerond' | 'storing'>,
): { actie: string; titel: string }[] =>
  Object.keys(kernActies)
    .filter(isKernActie)
    .filter((a) => (bijStoring.has(a) ? s.storing !== null : !s.afgerond))
    .filter((a) => kernActies[a].door.some((r) => rollen.includes(r)))
    .map((actie) => ({ actie, titel: kernTitels[actie] }));

export type JsonSchema = Record<string, unknown>;

const jsonSchemas = new WeakMap<z.ZodType, JsonSchema>();

/** The schema of a body as JSON Schema (2020-12), made once. */
export function alsJsonSchema(schema: z.ZodType): JsonSchema {
  const bekend = jsonSchemas.get(schema);
  if (bekend) return bekend;
  const { $schema: _weg, ...json } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  jsonSchemas.set(schema, json);
  return json;
}

/** The table of one process type for readers: everything a screen needs to draw it, explain it and make its forms. */
export function beschrijf(naam: string): Record<string, unknown> | undefined {
  const proces = procestype(naam);
  if (!proces) return undefined;
  const { nieuwste: d, teksten } = proces;
  return {
    procestype: naam,
    versie: d.versie,
    versies: proces.versies.map((v) => v.versie),
    titel: teksten.titel,
    omschrijving: teksten.omschrijving,
    begin: d.begin,
    start: { door: d.startDoor, schema: alsJsonSchema(startSchema(d)) },
    toestanden: Object.entries(d.toestanden).map(([toestand, t]) => ({
      toestand,
      titel: teksten.toestanden[toestand],
      eigenaar: t.eigenaar ?? null,
      eind: isEind(d, { toestand }),
      acties: Object.keys(t.bij ?? {}),
    })),
    acties: Object.entries(d.acties).map(([actie, a]) => ({
      actie,
      ...teksten.acties[actie],
      door: a.door,
      kenmerk: a.kenmerk ?? null,
      namens: a.namens ?? null,
      schema: alsJsonSchema(a.invoer),
    })),
    kernacties: Object.keys(kernActies)
      .filter(isKernActie)
      .map((actie) => ({
        actie,
        titel: kernTitels[actie],
        door: kernActies[actie].door,
        schema: alsJsonSchema(kernActies[actie].invoer),
      })),
    termijnen: d.termijnen.map((t) => ({
      naam: t.naam,
      titel: teksten.termijnen[t.naam],
      type: t.type ?? 'uiterlijk',
      soort: t.soort,
      grondslag: grondslagInWoorden(t.grondslag),
    })),
    edges: edges(d),
    uitkomsten: teksten.uitkomsten,
    vlaggen: teksten.vlaggen,
    velden: teksten.velden,
  };
}

/** What a person must do in the place of an effect that was skipped: it may have happened before it was. */
export const titelVanOvergeslagen = (wat: string): string =>
  `Overgeslagen na een storing. Kijk of het toch is gebeurd en doe het anders met de hand: ${wat}`;

/** Why somebody is reminded of a term, by the kind of reminder; on a fixed day there is no other reason than the day. */
const aanleidingen: Record<string, string | undefined> = {
  halverwege: 'Halverwege',
  vooraf: 'Loopt bijna af',
  verstreken: 'Verstreken',
  groep: 'Verstreken, nu aan de groep',
  teamleider: 'Verstreken, nu aan de teamleider',
} satisfies Record<Exclude<HerinnerSoort, 'opDatum'>, string>;

/** A reminder among things to do: the reason first, because that is what one acts on. */
export const titelVanHerinnering = (soort: string, termijn: string): string =>
  `${aanleidingen[soort] ?? 'Herinnering'}: ${termijn}`;

/** A reminder in the timeline, where it must not read as the expiry itself. */
export function regelVanHerinnering(soort: string, termijn: string): string {
  const reden = aanleidingen[soort];
  return `Herinnering${reden ? ` (${reden.toLowerCase()})` : ''}: ${termijn}`;
}
