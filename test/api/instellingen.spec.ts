import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { datum, plusDagen } from '#kalender';
import { catalogusVan } from '#process';
import { processen } from '#workflows';
import {
  motorVan,
  soortVan,
  testStack,
  verzonnenBsn,
  type Api,
  type HttpAntwoord,
  type Motor,
  type ProbleemLichaam,
} from '#test-kit';
import { eigenGemeente, TEAM, type EigenGemeente } from './eigen-gemeente.js';
import { iemand } from './toneel.js';

/* The settings of a municipality: what counts, since when, who said so, and that nothing that was is lost. */

interface Instelling {
  naam: string;
  waarde: unknown;
  standaard: unknown;
  isStandaard: boolean;
  onzeker: boolean;
  soort: string;
  eenheid: string | null;
  geldigVanaf: string | null;
  versie: number | null;
  gepland: { waarde: unknown; geldigVanaf: string }[];
  gebruiktDoor: { procestype: string; termijn: string | null; termijnTitel: string | null }[];
}
interface Geschiedenis {
  geschiedenis: {
    versie: number;
    waarde: unknown;
    stand: string;
    geldigVanaf: string;
    geldigTot: string | null;
    door: string;
  }[];
}

const stack = testStack();
let g: EigenGemeente;
let motor: Motor;
before(async () => {
  g = await eigenGemeente(stack, '0153');
  motor = await motorVan(stack);
});
after(() => motor.sluit());

const alle = async (api: Api = g.ambtenaar): Promise<{ versie: number; instellingen: Instelling[] }> =>
  api.lees('/instellingen');
const etag = async (): Promise<string> => `"${(await alle()).versie}"`;
const zet = async <T = Instelling & ProbleemLichaam>(
  naam: string,
  lichaam: unknown,
  { api = g.teamleider, versie }: { api?: Api; versie?: string } = {},
): Promise<HttpAntwoord<T>> =>
  api.vraag<T>('PUT', `/instellingen/${naam}`, { lichaam, versie: versie ?? (await etag()) });

test('een gemeente zonder instelling heeft overal de standaard, en dat staat erbij', async (t) => {
  const antwoord = await g.ambtenaar.vraag<{ versie: number; instellingen: Instelling[] }>(
    'GET',
    '/instellingen',
  );
  assert.equal(antwoord.koppen.get('etag'), '"1"');
  const { instellingen } = antwoord.lichaam;
  t.diagnostic(`${instellingen.length} instellingen`);
  assert.deepEqual(
    instellingen.map((i) => i.naam),
    [...catalogusVan(Object.values(processen)).keys()],
  );
  for (const i of instellingen) {
    assert.deepEqual([i.isStandaard, i.geldigVanaf, i.versie, i.soort], [true, null, null, 'LOCAL'], i.naam);
    assert.deepEqual(i.waarde, i.standaard);
  }
  const gesprek = instellingen.find((i) => i.naam === 'spreekuurGesprek')!;
  assert.deepEqual([gesprek.waarde, gesprek.eenheid], [{ schooldagen: 10 }, 'schooldagen']);
  assert.ok(
    gesprek.gebruiktDoor.some(
      (x) => x.procestype === 'spreekuur' && x.termijn === 'gesprek' && x.termijnTitel,
    ),
  );
  assert.equal(instellingen.find((i) => i.naam === 'schrikkeldag')!.onzeker, true);
});

test('lezen mag het team, wijzigen alleen teamleider en beheerder, en alleen in de eigen gemeente', async () => {
  for (const rol of ['school', 'arts'] as const) {
    const ander = await iemand(stack, { rollen: [rol], gemeenten: [g.code], school: g.brin });
    assert.equal((await ander.vraag('GET', '/instellingen')).status, 403);
  }
  const nee = await zet('spreekuurGesprek', { waarde: { weken: 3 } }, { api: g.ambtenaar });
  assert.equal(nee.status, 403);
  assert.equal((await g.teamleider.vraag('GET', '/instellingen?gemeente=0164')).status, 404);
  const elders = await g.teamleider.vraag('PUT', '/instellingen/spreekuurGesprek?gemeente=0164', {
    lichaam: { waarde: { weken: 3 } },
    versie: '"1"',
  });
  assert.equal(elders.status, 404);
  assert.equal((await zet('bestaatNiet', { waarde: 1 })).status, 404);
  const twee = await iemand(stack, { rollen: ['teamleider'], gemeenten: [g.code, '0164'] });
  const vaag = await twee.vraag<ProbleemLichaam>('GET', '/instellingen');
  assert.deepEqual([vaag.status, vaag.lichaam.fouten?.[0]?.pointer], [400, '/gemeente']);
  assert.equal((await twee.vraag('GET', `/instellingen?gemeente=${g.code}`)).status, 200);
});

test('alles wat niet klopt komt tegelijk', async () => {
  const fouten = async (naam: string, lichaam: unknown): Promise<string[]> => {
    const a = await zet(naam, lichaam);
    assert.equal(a.status, 400, JSON.stringify(a.lichaam));
    return (a.lichaam.fouten ?? []).map((f) => `${f.pointer} ${f.code}`).sort();
  };
  assert.deepEqual(
    await fouten('spreekuurGesprek', {
      waarde: { weken: 0, uren: 3 },
      geldigVanaf: '2020-01-01',
      geldigTot: '2019-12-31',
      meer: 1,
    }),
    [
      '/geldigTot volgorde',
      '/geldigVanaf verleden',
      '/meer onbekend-veld',
      '/waarde/uren onbekend-veld',
      '/waarde/weken te-klein',
    ],
  );
  assert.deepEqual(await fouten('spreekuurGesprek', { waarde: { weken: 2, dagen: 1 } }), ['/waarde eenheid']);
  assert.deepEqual(await fouten('spreekuurGesprek', { waarde: {} }), ['/waarde eenheid']);
  assert.deepEqual(await fouten('spreekuurGesprek', { waarde: { jaren: 40 } }), ['/waarde/jaren te-groot']);
  assert.deepEqual(await fouten('spreekuurGesprek', {}), ['/waarde verplicht']);
  assert.deepEqual(await fouten('spreekuurHersteldUren', { waarde: 16 }), ['/waarde te-groot']);
  assert.deepEqual(await fouten('spreekuurHersteldUren', { waarde: '3' }), ['/waarde type']);
  assert.deepEqual(await fouten('termijnenVerschuiven', { waarde: 'nee' }), ['/waarde type']);
  assert.deepEqual(await fouten('schrikkeldag', { waarde: '29 februari' }), ['/waarde keuze']);
  assert.deepEqual(
    await fouten('teampostbussen', { waarde: [{ team: 'Niemand', adres: 'geen adres' }, { team: TEAM }] }),
    ['/waarde/0/adres email', '/waarde/0/team onbekend', '/waarde/1/adres verplicht'],
  );
  assert.equal((await alle()).versie, 1, 'er is niets bewaard');
});

test('zonder versie 428, met een oude 412, en van twee tegelijk lukt er een', async () => {
  const lichaam = { waarde: { weken: 3 } };
  const zonder = await g.beheerder.vraag<ProbleemLichaam>('PUT', '/instellingen/spreekuurGesprek', {
    lichaam,
  });
  assert.deepEqual([zonder.status, soortVan(zonder.lichaam)], [428, 'versie-ontbreekt']);
  for (const versie of ['"7"', '7', '*', 'W/"1"'])
    assert.equal((await zet('spreekuurGesprek', lichaam, { versie })).status, 412, versie);
  const versie = await etag();
  const samen = await Promise.all(
    Array.from({ length: 8 }, (_, i) =>
      zet(
        'spreekuurGesprek',
        { waarde: { weken: 3 + i } },
        { versie, api: i % 2 ? g.beheerder : g.teamleider },
      ),
    ),
  );
  assert.deepEqual(
    samen.map((a) => a.status).sort((x, y) => x - y),
    [200, 412, 412, 412, 412, 412, 412, 412],
  );
  const gelukt = samen.find((a) => a.status === 200)!;
  assert.equal(gelukt.koppen.get('etag'), '"2"');
  assert.equal((await alle()).versie, 2);
});

test('een wijziging is een regel erbij; wat was blijft staan', async () => {
  const vandaag = await motor.vandaag();
  const later = plusDagen(vandaag, 40);
  const stap = async (lichaam: unknown): Promise<Instelling> => {
    const a = await zet('spreekuurAfspraken', lichaam);
    assert.equal(a.status, 200, JSON.stringify(a.lichaam));
    return a.lichaam;
  };
  await stap({ waarde: { werkdagen: 3 } });
  await stap({ waarde: { werkdagen: 4 } });
  await stap({ waarde: { werkdagen: 5 }, geldigVanaf: later });
  await stap({ waarde: { werkdagen: 6 }, geldigVanaf: later });
  const tijdelijk = await stap({
    waarde: { werkdagen: 9 },
    geldigVanaf: plusDagen(vandaag, 10),
    geldigTot: plusDagen(vandaag, 20),
  });
  assert.deepEqual(
    [tijdelijk.waarde, tijdelijk.isStandaard, tijdelijk.geldigVanaf],
    [{ werkdagen: 4 }, false, vandaag],
  );
  assert.deepEqual(
    tijdelijk.gepland.map((x) => x.waarde),
    [{ werkdagen: 6 }, { werkdagen: 9 }],
  );
  const { geschiedenis } = await g.ambtenaar.lees<Geschiedenis>(
    '/instellingen/spreekuurAfspraken/geschiedenis',
  );
  assert.deepEqual(
    geschiedenis.map((r) => [r.waarde, r.stand]),
    [
      [{ werkdagen: 6 }, 'gepland'],
      [{ werkdagen: 5 }, 'vervangen'],
      [{ werkdagen: 9 }, 'gepland'],
      [{ werkdagen: 4 }, 'geldt'],
      [{ werkdagen: 3 }, 'vervangen'],
    ],
  );
  assert.ok(geschiedenis.every((r) => r.door === g.teamleider.wie.id));
  const terug = await stap({ waarde: null });
  assert.deepEqual([terug.waarde, terug.isStandaard, terug.geldigVanaf], [{ werkdagen: 2 }, true, vandaag]);
});

test('de postbus van een team staat bij de instellingen en gaat naar geen proces', async () => {
  const waarde = [{ team: TEAM, adres: 'leerplicht@proefgemeente.example' }];
  const a = await zet('teampostbussen', { waarde }, { api: g.beheerder });
  assert.deepEqual([a.status, a.lichaam.waarde, a.lichaam.isStandaard], [200, waarde, false]);
  const p = await g.spreekuur();
  const s = await motor.client.workflow.getHandle(`spreekuur-${p.id}`).query<{ kader: unknown }>('stand');
  assert.ok(!JSON.stringify(s.kader).includes('postbus') && !JSON.stringify(s.kader).includes('@'));
});

test('een nieuw proces begint met wat vandaag geldt, en toont dat', async () => {
  await zet('spreekuurUitnodigen', { waarde: { werkdagen: 9 } });
  await zet('spreekuurMonitoring', {
    waarde: { lesweken: 6 },
    geldigVanaf: plusDagen(await motor.vandaag(), 1),
  });
  const p = await g.spreekuur();
  const uitnodigen = p.termijnen.find((x) => x.naam === 'uitnodigen') as unknown as { instelling: unknown };
  assert.deepEqual(uitnodigen.instelling, {
    naam: 'spreekuurUitnodigen',
    waarde: { werkdagen: 9 },
    isStandaard: false,
  });
  const achttien = p.termijnen.find((x) => x.naam === 'achttien') as unknown as { instelling: unknown };
  assert.equal(achttien.instelling, null);
  const s = await motor.client.workflow
    .getHandle(`spreekuur-${p.id}`)
    .query<{ kader: { instellingen: { waarden: Record<string, unknown> } } }>('stand');
  assert.equal(s.kader.instellingen.waarden['spreekuurMonitoring'], undefined, 'die gaat morgen pas in');
});

test('schrikkeldag telt voor wie op 29 februari is geboren', async () => {
  const op = async (): Promise<string | undefined> => {
    const { lichaam } = await g.ambtenaar.stuur<{ id: string }>('/jongeren', 201, {
      gemeente: g.code,
      bsn: verzonnenBsn(),
      voornamen: 'Sem',
      achternaam: 'Proef',
      geboortedatum: '2012-02-29',
      brin: g.brin,
    });
    const p = await g.ambtenaar.open('spreekuur', lichaam.id, {
      aangemeldOp: await motor.vandaag(),
      urenGemeld: 6,
    });
    return p.termijnen.find((x) => x.naam === 'achttien')?.datum;
  };
  assert.equal(await op(), datum('2030-03-01'));
  assert.equal((await zet('schrikkeldag', { waarde: '28 februari' })).status, 200);
  assert.equal(await op(), datum('2030-02-28'));
});
