/** Where a term or a guard comes from: the law, a norm of a chain partner, or a choice of the municipality. */
export type Grondslag =
  | { soort: 'LAW'; wet: string; artikel: string }
  | { soort: 'CHAIN'; norm: string; bron: string }
  | { soort: 'LOCAL'; reden: string };

/** A ground in law, for example `wet('Leerplichtwet 1969', '6 lid 2 onder b')`. */
export const wet = (naam: string, artikel: string): Grondslag => ({ soort: 'LAW', wet: naam, artikel });

/** A norm of a chain partner or ministry, with the source that states it. */
export const keten = (norm: string, bron: string): Grondslag => ({ soort: 'CHAIN', norm, bron });

/** A default that the municipality may change; `reden` says what it rests on. Never shown as law. */
export const gemeentelijk = (reden: string): Grondslag => ({ soort: 'LOCAL', reden });

/** The ground as an officer reads it. */
export function grondslagInWoorden(g: Grondslag): string {
  switch (g.soort) {
    case 'LAW':
      return `${g.wet}, artikel ${g.artikel}`;
    case 'CHAIN':
      return `${g.norm} (${g.bron})`;
    case 'LOCAL':
      return `Afspraak van de gemeente: ${g.reden}`;
  }
}
