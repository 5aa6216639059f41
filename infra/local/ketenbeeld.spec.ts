import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { format, resolveConfig } from 'prettier';
import { doelVan, effectenVan, nogNietGebouwd, start } from '#process';
import { processen } from '#workflows';
import { ketenPagina, koppelingen } from './ketenbeeld.js';

const PAD = 'docs/processen.md';
const bladen = Object.values(processen).map((p) => ({ d: p.nieuwste, t: p.teksten }));
const pagina = readFileSync(PAD, 'utf8');

/** The arrows of the picture as a reader sees them: from, to, dashed, and each line of the label. */
const pijlen = [...pagina.matchAll(/^ {2}(\w+) (-->|-\.->)\|"(.+)"\| (\w+)$/gm)].map(
  ([, van, streep, woorden, naar]) => ({
    van,
    naar,
    wpg: streep === '-.->',
    woorden: woorden!.split('<br>'),
  }),
);

describe('de kaart van alle processen', () => {
  it('is bij met de definities', async () => {
    assert.equal(pagina, await format(ketenPagina(bladen), { ...(await resolveConfig(PAD)), filepath: PAD }));
  });

  it('noemt ieder proces, als blok en als rij met zijn bron', () => {
    for (const { d, t } of bladen) {
      assert.ok(pagina.includes(`  ${d.key}["${t.titel}"]${d.afgeschermd ? ':::wpg' : ''}\n`), d.key);
      const rij = pagina.split('\n').find((r) => r.startsWith(`| [${t.titel}]`));
      assert.ok(rij?.includes(`/${d.key}/definitie.v${d.versie}.ts)`), `${d.key} heeft geen rij met bron`);
      const weg = rij!.match(/\.\.\/workflows[^)]+/g)!.map((w) => w.slice(3));
      assert.equal(weg.length, 2);
      for (const bestand of weg) assert.ok(readFileSync(bestand, 'utf8').length > 0);
    }
    console.log(`N = ${bladen.length} processen`);
    assert.equal(bladen.length, 11);
  });

  it('heeft een pijl voor iedere koppeling, en geen andere', () => {
    const verwacht = new Set<string>();
    for (const { d } of bladen)
      for (const e of effectenVan(d))
        if (e.soort === 'start') verwacht.add(`${d.key} opent ${doelVan(e)}`);
        else if (e.soort === 'meld') {
          const titel = processen[doelVan(e)]!.teksten.acties[e.bericht]!.titel;
          verwacht.add(`${d.key} meldt: ${titel} ${doelVan(e)}`);
        }
    const getekend = pijlen.flatMap((p) => p.woorden.map((w) => `${p.van} ${w} ${p.naar}`));
    assert.deepEqual(getekend.toSorted(), [...verwacht].sort());
    console.log(`N = ${verwacht.size} koppelingen in ${pijlen.length} pijlen`);
    assert.ok(verwacht.size > 20);
  });

  it('stippelt wat alleen een boa ziet, en niets anders', () => {
    const gestippeld = pijlen.filter((p) => p.wpg).map((p) => `${p.van} ${p.naar}`);
    assert.deepEqual(gestippeld.toSorted(), [
      'halt mas',
      'halt strafrecht',
      'mas halt',
      'mas strafrecht',
      'strafrecht mas',
    ]);
  });

  it('zegt wat op de 18e verjaardag eindigt', () => {
    const einde = (naam: string): string =>
      pagina
        .split('\n')
        .find((r) => r.startsWith(`| [${processen[naam]!.teksten.titel}]`))!
        .split('|')[5]!
        .trim();
    for (const naam of ['spreekuur', 'mas', 'hulp', 'civiel', 'thuiszitterstafel', 'vrijstelling', 'verlof'])
      assert.equal(einde(naam), 'ja', naam);
    assert.equal(einde('strafrecht'), 'nee');
    assert.equal(einde('overdracht'), 'nee');
    assert.match(einde('halt'), /^nee; .*Besluit na de 18e verjaardag/);
    assert.equal(einde('traject'), 'nee, bij 27');
  });

  it('toont ook een koppeling naar wat nog niet is gebouwd', () => {
    const { d, t } = bladen[0]!;
    const met = { d: { ...d, opening: [{ dan: [start(nogNietGebouwd('verlof'))] }] }, t };
    assert.deepEqual(koppelingen([met])[0], { van: d.key, naar: 'verlof', wpg: false });
    assert.match(ketenPagina([met]), /verlof\["verlof \(nog niet gebouwd\)"\]/);
  });
});
