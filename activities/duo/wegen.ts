import { datum } from '#kalender';
import type { Gegevens } from '#process';
import { openeOfType, type Achtergrond, type InGemeente, type Melding } from '#read-model';

/** Where a report goes: it opens this process, or the one that is open hears it. */
export interface Weg {
  procestype: string;
  start: Gegevens;
  bericht: string;
  gegevens: Gegevens;
  /** Already open: only to be told. */
  id?: string;
}

const weg = (o: object): Gegevens =>
  Object.fromEntries(Object.entries(o).filter(([, w]) => w !== null && w !== undefined));

/** The way of a report, by the age and the open processes of its youth (settled reading 7). */
export async function wegVan(em: InGemeente, m: Melding, a: Achtergrond): Promise<Weg> {
  if (a.afgeleid.achttienOp <= em.vandaag) return trajectWeg(m);
  if (!m.spreekuur) return masWeg(m);
  const open = (type: string): Promise<string[]> => openeOfType(em, m.gemeente_code, m.jongere_id, type);
  const [spreekuur] = (await open('spreekuur')).slice(-1);
  if (spreekuur !== undefined) return { ...spreekuurWeg(m), id: spreekuur };
  // The talk is over, the method runs: there it belongs.
  return (await open('mas')).length > 0 ? masWeg(m) : spreekuurWeg(m);
}

function masWeg(m: Melding): Weg {
  const gegevens = weg({
    soort: m.soort,
    ontvangenOp: m.ontvangen_op,
    meldingNummer: m.meldingnummer,
    verzuimVanaf: m.verzuim_vanaf,
    verzuimTot: m.verzuim_tot,
    zestienUurOp: m.zestien_uur_op,
    uren: m.uren,
    aantalTeLaat: m.aantal_te_laat,
  });
  return { procestype: 'mas', start: { bron: 'duo', ...gegevens }, bericht: 'vervolgmelding', gegevens };
}

function trajectWeg(m: Melding): Weg {
  const ontvangenOp = datum(m.ontvangen_op);
  return {
    procestype: 'traject',
    start: { aangemeldOp: ontvangenOp, bron: 'duo' },
    bericht: 'duoMelding',
    gegevens: {
      soort: m.soort === 'zestienUur' ? 'zestienUur' : 'achttienPlus',
      meldingNummer: m.meldingnummer,
      ontvangenOp,
    },
  };
}

function spreekuurWeg(m: Melding): Weg {
  return {
    procestype: 'spreekuur',
    start: weg({
      aangemeldOp: m.ontvangen_op,
      urenGemeld: m.uren ?? 0,
      aantalTeLaat: m.aantal_te_laat,
      meldingNummer: m.meldingnummer,
    }),
    bericht: 'duoMelding',
    gegevens: { soort: 'overig', meldingNummer: m.meldingnummer },
  };
}
