import type { Datum } from '#kalender';
import { eis, gemeentelijk, keten, type Context, type Eis } from '#process';

/** What the rules about consent read from a process of type hulp. */
export interface Dossier {
  twaalfOp: Datum;
  zestienOp: Datum;
  instemmingOudersOp?: Datum;
  instemmingJongereOp?: Datum;
}
type C = Pick<Context<Record<string, unknown>, Dossier>, 'gegevens' | 'vandaag'>;

// [L] Read in a secondary source as an analogy, so it is a norm of the chain that a teamleider may set aside, not a LAW guard.
const INSTEMMING = keten(
  'onder 12 jaar stemmen de ouders in, van 12 tot en met 15 jaar ouders en jongere, vanaf 16 jaar de jongere',
  'naar Jeugdwet artikel 7.3.4 en 7.3.5',
);

/** Whether the parents decide about the help: until the 16th birthday. */
export const oudersNodig = ({ gegevens, vandaag }: C): boolean =>
  gegevens.zestienOp === undefined || vandaag < gegevens.zestienOp;

/** Whether the youth decides about the help: from the 12th birthday. */
export const jongereNodig = ({ gegevens, vandaag }: C): boolean =>
  gegevens.twaalfOp !== undefined && vandaag >= gegevens.twaalfOp;

/** Whether nobody else needs to agree, now that the parents do. */
export const metOudersCompleet = (c: C): boolean =>
  !jongereNodig(c) || c.gegevens.instemmingJongereOp !== undefined;

/** Whether nobody else needs to agree, now that the youth does. */
export const metJongereCompleet = (c: C): boolean =>
  !oudersNodig(c) || c.gegevens.instemmingOudersOp !== undefined;

/** Asked on the day of the registration: who turned 12 or 16 since the offer has a say of his own. */
export const instemming = [
  eis<Record<string, unknown>, Dossier>({
    naam: 'instemmingOuders',
    grondslag: INSTEMMING,
    melding: 'De jongere is nog geen 16: leg eerst vast dat de ouders instemmen met de hulp.',
    als: (c) => !oudersNodig(c) || c.gegevens.instemmingOudersOp !== undefined,
  }),
  eis<Record<string, unknown>, Dossier>({
    naam: 'instemmingJongere',
    grondslag: INSTEMMING,
    melding: 'De jongere is 12 of ouder: leg eerst vast dat hij of zij zelf instemt met de hulp.',
    als: (c) => !jongereNodig(c) || c.gegevens.instemmingJongereOp !== undefined,
  }),
];

/** Help is refused by somebody whose consent it needs; another's no changes nothing. */
export const weigeraarBeslist = eis<{ weigeraar: 'ouders' | 'jongere' }, Dossier>({
  naam: 'weigeraarBeslist',
  grondslag: INSTEMMING,
  melding: (c) =>
    c.invoer.weigeraar === 'ouders'
      ? 'De jongere is 16 of ouder en beslist zelf over de hulp.'
      : 'De jongere is nog geen 12: de ouders beslissen over de hulp.',
  als: (c) => (c.invoer.weigeraar === 'ouders' ? oudersNodig(c) : jongereNodig(c)),
});

/** What is recorded has happened. */
export const gebeurd = <V extends string>(veld: V): Eis<Context<Record<V, Datum>>> => ({
  naam: 'gebeurd',
  grondslag: gemeentelijk('iets wordt vastgelegd nadat het is gebeurd'),
  melding: 'De datum ligt in de toekomst. Leg dit vast nadat het is gebeurd.',
  als: (c) => c.invoer[veld] <= c.vandaag,
});
