import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { VASTSOORTEN } from '#read-model';
import { schraap } from './schraap.js';

const REGELS = 'infra/bewaking/alerts.yml';
const BORD = 'infra/bewaking/dashboard.json';
const UITLEG = 'docs/bewaking.md';
/** Names of measurements in an expression; `up` is of Prometheus itself. */
const NAAM = /\b(?:leerlijn|http|temporal|process|nodejs)_\w+/g;
const ERNST = ['nu', 'vandaag', 'werk'];

interface Regel {
  alert: string;
  expr: string;
  for: string;
  labels: { ernst: string };
  annotations: { summary: string; doe: string; uitleg: string };
}

/** The rules of our file, which is YAML of the plainest kind: one value a line. Anything else in it fails. */
function leesRegels(): Regel[] {
  const regels: Record<string, unknown>[] = [];
  let deel: Record<string, unknown> = {};
  for (const regel of readFileSync(REGELS, 'utf8').split('\n')) {
    if (regel === '' || regel.startsWith('#') || regel === 'groups:' || /^ {2}- name: [a-z-]+$/.test(regel))
      continue;
    if (regel === '    rules:') continue;
    const [, begin, diep, sleutel, waarde] = /^ {6}(- )?((?: {2})*)(\w+):(?: (.+))?$/.exec(regel) ?? [];
    assert.ok(sleutel, `niet te lezen: ${regel}`);
    if (begin) regels.push((deel = {}));
    const laatste = regels.at(-1)!;
    if (waarde === undefined) laatste[sleutel] = deel = {};
    else (begin || diep!.length === 2 ? laatste : deel)[sleutel] = ontquoot(waarde);
  }
  return regels as unknown as Regel[];
}

const ontquoot = (w: string): string =>
  w.startsWith("'") ? w.slice(1, -1).replaceAll("''", "'") : w.startsWith('"') ? String(JSON.parse(w)) : w;

interface Bord {
  title: string;
  panels: { id: number; title: string; targets?: { expr: string }[] }[];
}
const leesBord = (): Bord => JSON.parse(readFileSync(BORD, 'utf8')) as Bord;

/** The files for Prometheus and Grafana, held against what the stack measures. */
export const bestanden = (): void => {
  describe('alarmregels en dashboard', () => {
    it('iedere regel zegt in het Nederlands wat er is, wat te doen en waar het staat', (t) => {
      const regels = leesRegels();
      const koppen = [...readFileSync(UITLEG, 'utf8').matchAll(/<a id="([a-z]+)"><\/a>/g)].map(
        ([, id]) => id,
      );
      assert.equal(new Set(regels.map((r) => r.alert)).size, regels.length);
      for (const r of regels) {
        assert.match(r.alert, /^Leerlijn[A-Za-z]+$/);
        assert.match(r.for, /^\d+[mhd]$/, r.alert);
        assert.ok(ERNST.includes(r.labels.ernst), r.alert);
        assert.ok(r.annotations.summary.length > 15 && /[.?]$/.test(r.annotations.doe), r.alert);
        const [bestand, kop] = r.annotations.uitleg.split('#');
        assert.ok(existsSync(bestand!) && koppen.includes(kop), `${r.alert}: ${r.annotations.uitleg}`);
      }
      t.diagnostic(`N = ${regels.length} regels`);
    });

    it('iedere soort vastlopen heeft een alarm, en ook de worker die er niet is', () => {
      const alle = leesRegels().map((r) => r.expr);
      for (const soort of VASTSOORTEN)
        assert.ok(
          alle.some((e) => e.includes(`leerlijn_vastgelopen{soort="${soort}"}`)),
          soort,
        );
      for (const onderdeel of ['worker', 'temporal', 'database'])
        assert.ok(
          alle.some((e) => e.includes(`leerlijn_motor_bereikbaar{onderdeel="${onderdeel}"}`)),
          onderdeel,
        );
    });

    it('iedere meting die zij noemen bestaat op de draaiende stack', async (t) => {
      const bestaat = new Set([...(await schraap('api')).namen, ...(await schraap('worker')).namen]);
      const genoemd = new Set(
        [
          ...leesRegels().map((r) => r.expr),
          ...leesBord().panels.flatMap((p) => (p.targets ?? []).map((d) => d.expr)),
        ].flatMap((e) => e.match(NAAM) ?? []),
      );
      assert.deepEqual(
        [...genoemd].filter((n) => !bestaat.has(n)),
        [],
      );
      // And the other way round: what we measure ourselves somebody looks at.
      const onbekeken = [...bestaat].filter(
        (n) =>
          n.startsWith('leerlijn_') &&
          ![...genoemd].some(
            (g) => g === n || g.startsWith(`${n}_`) || n.startsWith(g.replace(/_(bucket|sum|count)$/, '')),
          ),
      );
      assert.deepEqual(onbekeken, []);
      t.diagnostic(`N = ${genoemd.size} metingen`);
    });

    it('het dashboard is heel: ieder paneel heeft een eigen nummer en een vraag', () => {
      const { panels, title } = leesBord();
      assert.equal(title, 'Leerlijn');
      assert.equal(new Set(panels.map((p) => p.id)).size, panels.length);
      for (const p of panels) assert.ok(p.targets === undefined || p.targets.length > 0, p.title);
    });
  });
};
