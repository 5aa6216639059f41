import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HENGELO } from '../../infra/local/demo-gebruikers.js';
import { leesAlles, opToneel } from './toneel.js';

interface Punt {
  punt: string;
  uiterlijk: string;
  soort: string;
  bron: string;
  nogTeDoen: { aantal: number | null; wat: string };
  link: string;
}
interface Overzicht {
  totaal: { open: number; teLaat: number; nieuw: number; afgesloten: number };
  procestypen: { procestype: string; open: number; teLaat: number; nieuw: number; afgesloten: number }[];
  doorlooptijden: {
    procestype: string;
    toestand: string;
    aantal: number;
    mediaanDagen: number;
    norm: { soort: string; duur: string } | null;
  }[];
  werklast: { behandelaar: string | null; naam: string | null; open: number; teLaat: number }[];
}

/** The year, the period, and the pages of the list. */
export const hetJaarEnDePeriode = (): void => {
  describe('het jaar en de periode', () => {
    it('de agenda noemt de ronde voor 1 juli, het jaarverslag voor 1 oktober en de VSV-rapportage', async () => {
      const { teamleider, motor } = opToneel();
      const jaar = Number((await motor.vandaag()).slice(0, 4));
      const { punten } = await teamleider.lees<{ punten: Punt[] }>(
        `/toezicht/agenda?jaar=${jaar + 1}&gemeente=${HENGELO}`,
      );
      assert.deepEqual(
        punten.map((p) => [p.punt, p.uiterlijk, p.soort]),
        [
          ['vrijstelling.verlenging', `${jaar + 1}-06-30`, 'LAW'],
          ['jaarverslag', `${jaar + 1}-09-30`, 'LAW'],
          ['vsvEffectrapportage', `${jaar + 1}-12-15`, 'CHAIN'],
        ],
      );
      for (const p of punten) assert.ok(p.bron && p.nogTeDoen.wat && p.link.startsWith('/'), p.punt);
      assert.equal(punten[1]!.nogTeDoen.aantal, 1, 'de grondslag ontbreekt nog');
    });

    it('het overzicht telt wat de werklijst toont, en zet de doorlooptijd naast haar norm', async (t) => {
      const { vrijstelling, ambtenaar, teamleider, motor } = opToneel();
      const vandaag = await motor.vandaag();
      const id = await vrijstelling();
      await ambtenaar.doe(id, 'volledigVerklaard');
      const o = await teamleider.lees<Overzicht>(
        `/toezicht/overzicht?van=${vandaag}&tot=${vandaag}&gemeente=${HENGELO}`,
      );
      let open = 0;
      for (let cursor: string | null = ''; cursor !== null;) {
        const blad: { processen: { procestype: string }[]; volgende: string | null } = await teamleider.lees(
          `/processen?gemeente=${HENGELO}&procestype=vrijstelling&limiet=100${cursor && `&cursor=${cursor}`}`,
        );
        open += blad.processen.length;
        cursor = blad.volgende;
      }
      const v = o.procestypen.find((p) => p.procestype === 'vrijstelling')!;
      assert.equal(v.open, open);
      assert.ok(v.nieuw >= 1);
      const tijd = o.doorlooptijden.find(
        (d) => d.procestype === 'vrijstelling' && d.toestand === 'kennisgevingOntvangen',
      )!;
      t.diagnostic(JSON.stringify(tijd));
      assert.ok(tijd.aantal >= 1 && tijd.mediaanDagen >= 0 && tijd.norm?.duur);
      const eigen = await ambtenaar.lees<Overzicht>(`/toezicht/overzicht?gemeente=${HENGELO}`);
      assert.deepEqual(
        eigen.werklast.map((w) => w.behandelaar),
        [ambtenaar.wie.id],
        'een ambtenaar ziet zichzelf',
      );
      const ik = o.werklast.find((w) => w.behandelaar === ambtenaar.wie.id)!;
      assert.deepEqual([ik.open, ik.naam !== null], [eigen.werklast[0]!.open, true]);
    });

    it('bladzijden van drie geven samen dezelfde lijst als een grote', async (t) => {
      const { teamleider } = opToneel();
      const groot = await leesAlles(teamleider);
      const klein = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const blad: { items: (typeof groot)['items']; volgende: string | null } = await teamleider.lees(
          `/toezicht/vastgelopen?limiet=3${cursor && `&cursor=${cursor}`}`,
        );
        assert.ok(blad.items.length <= 3);
        klein.push(...blad.items);
        cursor = blad.volgende;
      }
      const naam = (i: (typeof groot)['items'][number]): string => `${i.sinds} ${i.soort} ${i.proces.id}`;
      assert.deepEqual(klein.map(naam), groot.items.map(naam));
      assert.equal(new Set(klein.map(naam)).size, klein.length);
      assert.ok(klein.length > 6, 'er is iets te bladeren');
      const geteld = groot.aantallen.reduce((n, a) => n + a.aantal, 0);
      assert.equal(geteld, klein.length, 'en de aantallen kloppen met de lijst');
      t.diagnostic(`N = ${klein.length}`);
    });
  });
};
