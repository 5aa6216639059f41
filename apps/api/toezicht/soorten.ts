import type { Partij } from '#process';
import type { Vastsoort } from '#read-model';

/** Who can do something about it: people who are late, the engine, or nobody here. */
export type Oorzaak = 'mensen' | 'motor' | 'buiten';

interface SoortTekst {
  titel: string;
  oorzaak: Oorzaak;
  /** What helps, in one sentence. */
  hulp: string;
  /** The kernel actions that may help, the likeliest first. */
  kan: readonly string[];
}

export const soortTeksten: Record<Vastsoort, SoortTekst> = {
  termijn: {
    titel: 'Termijn voorbij',
    oorzaak: 'mensen',
    hulp: 'Zet de stap, of verplaats de termijn met een reden waar haar soort dat toelaat.',
    kan: ['verlengen', 'herplannen', 'opschorten', 'toewijzen'],
  },
  wekker: {
    titel: 'Wekker bleef uit',
    oorzaak: 'motor',
    hulp: 'Het systeem is aan zet: draait de worker? Iedere handeling brengt dit proces bij.',
    kan: ['notitie'],
  },
  effect: {
    titel: 'Stap lukt niet',
    oorzaak: 'motor',
    hulp: 'Probeer het opnieuw als de oorzaak weg is, of sla de stap met een reden over en doe hem met de hand.',
    kan: ['herkansen', 'overslaan'],
  },
  code: {
    titel: 'Loopt vast op het programma',
    oorzaak: 'motor',
    hulp: 'Meld dit aan de beheerder; het proces gaat vanzelf verder zodra het programma is hersteld.',
    kan: [],
  },
  niemand: {
    titel: 'Niemand behandelt het',
    oorzaak: 'mensen',
    hulp: 'Wijs het proces toe.',
    kan: ['toewijzen'],
  },
  rij: {
    titel: 'Overzicht loopt achter',
    oorzaak: 'motor',
    hulp: 'Er is niets verloren; het systeem probeert het opnieuw. Blijft dit staan, meld het dan aan de beheerder.',
    kan: [],
  },
  buiten: {
    titel: 'Wacht op een ander',
    oorzaak: 'buiten',
    hulp: 'Vraag na hoe het staat en leg dat vast.',
    kan: ['notitie', 'herplannen', 'verlengen', 'toewijzen'],
  },
};

/** How a party is called in a sentence. */
export const partijNamen: Record<Partij, string> = {
  leerplichtambtenaar: 'de leerplichtambtenaar',
  doorstroomcoach: 'de doorstroomcoach',
  teamleider: 'de teamleider',
  school: 'de school',
  arts: 'de arts',
  beheerder: 'de beheerder',
  systeem: 'het systeem',
  ouders: 'de ouders',
  jongere: 'de jongere',
  duo: 'DUO',
  samenwerkingsverband: 'het samenwerkingsverband',
  halt: 'Halt',
  om: 'het Openbaar Ministerie',
  raad: 'de Raad voor de Kinderbescherming',
  rechter: 'de rechter',
  gi: 'de gecertificeerde instelling',
};
