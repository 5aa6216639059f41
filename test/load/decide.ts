import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { datum, gelijkgesteldeDagen } from '#kalender';
import { decide, open, type Opdracht, type Snapshot } from '#process';
import { processen } from '#workflows';

const VANDAAG = datum('2026-11-24');
const WIE = { id: randomUUID(), rollen: ['leerplichtambtenaar' as const], kenmerken: [] };
const d = processen['vrijstelling']!.nieuwste;

const opdracht = (actie: string, invoer: Opdracht['invoer']): Opdracht => ({
  actie,
  invoer,
  feiten: { isBehandelendArts: false, artsIsAangewezen: true },
  wie: WIE,
  sleutel: randomUUID(),
  hash: '0123456789abcdef',
});

/** A vrijstelling that waits for the doctor: artsadvies, onderwijskundigAdvies, overdracht and achttien run. */
function bijDeArts(): Snapshot {
  const geopend = open(
    d,
    {
      id: randomUUID(),
      procestype: d.key,
      versie: d.versie,
      gemeente: '0164',
      jongereId: randomUUID(),
      onderwerp: 'art5onderA',
      gegevens: { grond: 'art5onderA', kennisgevingOp: VANDAAG, achttienOp: '2030-05-01' },
      kader: {
        regels: 1,
        instellingen: { versie: 1, waarden: {} },
        kalender: {
          versie: '1.1',
          gelijkgesteld: gelijkgesteldeDagen,
          goedeVrijdagIsWerkdag: false,
          school: { brin: '99AA', bekendTot: datum('2028-08-27'), vakanties: [] },
        },
      },
      behandelaar: WIE.id,
      feiten: {},
      wie: WIE,
      sleutel: randomUUID(),
      hash: '0123456789abcdef',
    },
    VANDAAG,
  ).snapshot;
  const na = (s: Snapshot, o: Opdracht): Snapshot => {
    const b = decide(d, s, o, VANDAAG);
    assert.ok(b.ok);
    return b.snapshot;
  };
  return na(
    na(geopend, opdracht('volledigVerklaard', {})),
    opdracht('artsAanwijzen', { artsId: randomUUID() }),
  );
}

/** How many times a second the rules take an action of a vrijstelling with four running terms (one more than the goal asks); its input is parsed already. */
export function meetDecide(seconden: number): number {
  const s = bijDeArts();
  assert.equal(s.termijnen.length, 4);
  const actie = opdracht('verklaringOntvangen', {
    oordeel: 'ongeschikt',
    getekendOp: '2026-11-10',
    verklaring: randomUUID(),
  });
  const keer = (n: number): void => {
    for (let i = 0; i < n; i += 1)
      if (!decide(d, s, actie, VANDAAG).ok) throw new Error('De actie is geweigerd');
  };
  keer(20_000);
  const begin = performance.now();
  let gedaan = 0;
  while (performance.now() - begin < seconden * 1000) {
    keer(1_000);
    gedaan += 1_000;
  }
  return (gedaan * 1000) / (performance.now() - begin);
}
