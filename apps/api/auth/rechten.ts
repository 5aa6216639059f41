import { RouteConfig } from '@nestjs/platform-fastify';
import type { InhoudKlasse, Rol } from '#process';
import type { Zicht } from '#read-model';
import { afgeschermdeTypen, afgeschermdTeDoen } from '../processen/afgeschermd.js';
import type { Beller } from './beller.js';

const TEAM: readonly Rol[] = ['leerplichtambtenaar', 'doorstroomcoach', 'teamleider'];
const ALLEN: readonly Rol[] = [...TEAM, 'school', 'arts', 'beheerder'];

/**
 * Which role may ever do what. Row by row the second wall follows: the own municipality by row-level security, and within it `zichtVan`.
 * Who may take which action of a process stands in the table of that process (`door`).
 */
export const rechten = {
  'procestypen.lezen': ALLEN,
  'klok.lezen': ALLEN,
  'proces.openen': [...TEAM, 'school'],
  'proces.lezen': ALLEN,
  'proces.handelen': ALLEN,
  'tijdlijn.lezen': [...TEAM, 'school', 'arts'],
  'stroom.volgen': ALLEN,
  'jongere.vastleggen': TEAM,
  'jongere.wijzigen': ['leerplichtambtenaar', 'doorstroomcoach', 'teamleider'],
  'jongere.lezen': [...TEAM, 'school', 'arts'],
  'jongere.zoeken': TEAM,
  'dossier.lezen': TEAM,
  'kwetsbaren.uitvoeren': ['teamleider'],
  'gemeenten.lezen': [...TEAM, 'beheerder'],
  'opdracht.vastleggen': ['teamleider', 'beheerder'],
  'medewerkers.lezen': [...TEAM, 'beheerder'],
  'afwezigheid.lezen': [...TEAM, 'beheerder'],
  'afwezigheid.vastleggen': TEAM,
  'medewerkers.vertrek': ['teamleider', 'beheerder'],
  'medewerkers.mailadres': ['teamleider', 'beheerder'],
  'scholen.lezen': [...TEAM, 'beheerder'],
  'school.wijzigen': ['teamleider', 'beheerder'],
  'verzuimmelding.vastleggen': ['leerplichtambtenaar', 'teamleider', 'beheerder'],
  'verzuimmelding.lezen': TEAM,
  'terugmelding.lezen': ['leerplichtambtenaar', 'teamleider', 'beheerder'],
  'contactmoment.vastleggen': TEAM,
  'contactmoment.lezen': TEAM,
  'jaarcijfers.lezen': ['leerplichtambtenaar', 'teamleider', 'beheerder'],
  'jaarcijfers.grondslag': ['beheerder'],
  'toezicht.lezen': ['leerplichtambtenaar', 'teamleider', 'beheerder'],
  'meldingen.eigen': [...TEAM, 'beheerder'],
  'herstel.uitvoeren': ['teamleider'],
  'klussen.lezen': [...TEAM, 'beheerder'],
  'instellingen.lezen': [...TEAM, 'beheerder'],
  'instellingen.wijzigen': ['teamleider', 'beheerder'],
  'teDoen.lezen': TEAM,
  'teDoen.afvinken': TEAM,
} as const satisfies Record<string, readonly Rol[]>;

export type Operatie = keyof typeof rechten;

/** What a route says about who may call it; one that says nothing lets nobody in. */
export interface RouteToegang {
  operatie?: Operatie;
  openbaar?: true;
}

/** Marks a handler with its operation. */
export const Operatie = (operatie: Operatie): MethodDecorator =>
  RouteConfig({ operatie } satisfies RouteToegang);

/** Marks a handler that needs no token, because it says nothing about anybody. */
export const Openbaar = (): MethodDecorator => RouteConfig({ openbaar: true } satisfies RouteToegang);

const heeft = (beller: Beller, rollen: readonly Rol[]): boolean =>
  beller.rollen.some((r) => rollen.includes(r));

/** Whether one of the caller's roles may ever do this. */
export const magOoit = (beller: Beller, operatie: Operatie): boolean => heeft(beller, rechten[operatie]);

/** Whether the caller sees that there is a Wpg route at all (settled reading 19). */
export const zietAfgeschermd = (beller: Beller): boolean =>
  heeft(beller, ['leerplichtambtenaar', 'teamleider']) && beller.kenmerken.includes('boa');

/** The process types that are shielded from this caller. */
export const zonderVoor = (beller: Beller): readonly string[] =>
  zietAfgeschermd(beller) ? [] : afgeschermdeTypen;

/** The things to do that are shielded from this caller. */
export const zonderTeDoenVoor = (beller: Beller): { typen: readonly string[]; namen: readonly string[] } =>
  zietAfgeschermd(beller) ? { typen: [], namen: [] } : { typen: afgeschermdeTypen, namen: afgeschermdTeDoen };

/**
 * What of his municipalities this caller sees: a school its own youths, a doctor the processes addressed to him (settled reading 20), the
 * others everything.
 */
export function zichtVan(beller: Beller): Zicht {
  const zonder = zonderVoor(beller);
  if (heeft(beller, [...TEAM, 'beheerder'])) return { soort: 'alles', zonder };
  if (heeft(beller, ['school'])) return { soort: 'school', brin: beller.school ?? '', zonder };
  return { soort: 'arts', artsId: beller.sub };
}

/** Whether the caller sees what a process knows (choices and dates of its acts); a school and an administrator see only how far it is. */
export const magGegevensLezen = (beller: Beller): boolean => heeft(beller, [...TEAM, 'arts']);

/** Whether the caller sees the work of everybody in supervision; an officer sees his own. */
export const zietAlleWerk = (beller: Beller): boolean => heeft(beller, ['teamleider', 'beheerder']);

/** Whether the caller sees the BSN; a school has it already. */
export const magBsnLezen = (beller: Beller): boolean => heeft(beller, [...TEAM, 'arts']);

/** Whether the caller sees the Carel-id: it belongs to the package of the municipality. */
export const magCarelIdLezen = (beller: Beller): boolean => heeft(beller, TEAM);

/** Texts by class: medical ones are the doctor's alone (Leerplichtwet art. 7; reading 20), police data needs the authority of a BOA. */
export function magInhoudLezen(beller: Beller, klasse: InhoudKlasse): boolean {
  switch (klasse) {
    case 'gewoon':
      return heeft(beller, TEAM);
    case 'medisch':
      return heeft(beller, ['arts']);
    case 'wpg':
      return heeft(beller, ['leerplichtambtenaar']) && beller.kenmerken.includes('boa');
  }
}
