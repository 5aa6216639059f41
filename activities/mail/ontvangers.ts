import type { Definitie, HerinnerSoort, Teampostbus } from '#process';
import type { Mens } from '#read-model';

/** Where a mail goes. */
export interface Ontvanger {
  aan: string;
  /** The member of staff; null for a mailbox. */
  ontvanger: string | null;
  /** Whether he wants every reminder at once. */
  los: boolean;
}

/** Whom a municipality can mail today. */
export interface Adresboek {
  mensen: ReadonlyMap<string, Mens>;
  postbussen: readonly Teampostbus[];
}

/** Substitutes of substitutes: a longer row than this is a circle, or nobody is at work. */
const VERVANGERS_TEN_HOOGSTE = 5;

/**
 * Who hears a reminder: the one who owns the case, or who stands in for him; else the mailbox of the team; else every supervisor; else who administers.
 * `groep` begins at the mailbox, `teamleider` at the supervisors. Of what only a BOA may know, only persons hear who are one: no mailbox, for nobody
 * knows who reads it. Empty when nobody has an address.
 */
export function ontvangersVan(
  boek: Adresboek,
  d: Definitie,
  h: { soort: HerinnerSoort; behandelaar: string | null; alleenBoa: boolean },
): Ontvanger[] {
  const eigenaar = h.behandelaar === null ? undefined : boek.mensen.get(h.behandelaar);
  const mag = (m: Mens): boolean => !h.alleenBoa || isBoa(m);
  const bereikt = (m: Mens | undefined): Ontvanger | undefined => {
    const wie = aanwezig(boek, m);
    return wie?.mailadres && mag(wie)
      ? { aan: wie.mailadres, ontvanger: wie.id, los: wie.vorm === 'los' }
      : undefined;
  };
  const rol = (naam: string): Ontvanger[] =>
    uniek([...boek.mensen.values()].filter((m) => m.rollen.includes(naam)).flatMap((m) => bereikt(m) ?? []));
  const wegen: Record<'persoon' | 'team' | 'teamleiders' | 'boas' | 'beheer', () => Ontvanger[]> = {
    persoon: () => [bereikt(eigenaar) ?? []].flat(),
    team: () => (h.alleenBoa ? [] : postbussenVan(boek, d, eigenaar)),
    teamleiders: () => rol('teamleider'),
    boas: () => (h.alleenBoa ? rol('leerplichtambtenaar') : []),
    beheer: () => (h.alleenBoa ? [] : rol('beheerder')),
  };
  const volgorde: (keyof typeof wegen)[] =
    h.soort === 'teamleider'
      ? ['teamleiders', 'team', 'boas', 'beheer']
      : h.soort === 'groep'
        ? ['team', 'teamleiders', 'boas', 'beheer']
        : ['persoon', 'team', 'teamleiders', 'boas', 'beheer'];
  for (const weg of volgorde) {
    const gevonden = wegen[weg]();
    if (gevonden.length > 0) return gevonden;
  }
  return [];
}

/** The authority for Wpg routes, as the API has it. */
const isBoa = (m: Mens): boolean =>
  m.kenmerken.includes('boa') && m.rollen.some((r) => r === 'leerplichtambtenaar' || r === 'teamleider');

/** The person himself, or who stands in for him; undefined when none of them works here. */
function aanwezig({ mensen }: Adresboek, m: Mens | undefined): Mens | undefined {
  let wie = m;
  for (let stap = 0; wie && stap < VERVANGERS_TEN_HOOGSTE; stap += 1) {
    if (!wie.actief) return undefined;
    if (wie.vervanger === null) return wie;
    wie = mensen.get(wie.vervanger);
  }
  return undefined;
}

/** The mailboxes of the owner's own team, else of the teams that do this work. */
function postbussenVan(boek: Adresboek, d: Definitie, eigenaar: Mens | undefined): Ontvanger[] {
  const rol = d.team === 'doorstroompunt' ? 'doorstroomcoach' : 'leerplichtambtenaar';
  const vanTeams = (teams: readonly string[]): Ontvanger[] =>
    uniek(
      boek.postbussen
        .filter((p) => teams.includes(p.team))
        .map((p) => ({ aan: p.adres, ontvanger: null, los: false })),
    );
  const eigen = vanTeams(eigenaar?.teams ?? []);
  if (eigen.length > 0) return eigen;
  return vanTeams(
    [...boek.mensen.values()].filter((m) => m.actief && m.rollen.includes(rol)).flatMap((m) => m.teams),
  );
}

const uniek = (lijst: readonly Ontvanger[]): Ontvanger[] => [
  ...new Map(lijst.map((o) => [o.aan, o])).values(),
];
