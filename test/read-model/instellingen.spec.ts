import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { datum, plusDagen, type Datum } from '#kalender';
import { kaderMerk } from '#process';
import {
  bewaarInstelling,
  bewaarKalender,
  leesAchtergrond,
  leesInstellingenVersie,
  leesInstellingJournaal,
  leesKaders,
  leesKalenders,
  metStand,
  type InstellingRij,
} from '#read-model';
import { BORNE, eigenDatabase, HENGELO } from './eigen-database.js';

let db: Awaited<ReturnType<typeof eigenDatabase>>;
before(async () => {
  db = await eigenDatabase();
  await db.eigenaar.query(`
    begin; set local app.gemeenten = '${HENGELO}';
    insert into app.school (gemeente_code, brin, naam, kalender_bekend_tot) values ('${HENGELO}', '99AA', 'School', '2028-01-01');
    insert into app.schoolvakantie (gemeente_code, brin, naam, van, tot)
      select '${HENGELO}', '99AA', 'Week ' || n, date '2026-01-05' + 70 * n, date '2026-01-11' + 70 * n from generate_series(0, 8) n;
    update app.jongere set brin = '99AA' where gemeente_code = '${HENGELO}'; commit`);
});
after(() => db.ruimOp());

const door = randomUUID();
const zet = (
  gemeente: string,
  naam: string,
  waarde: number | null,
  geldig_vanaf: Datum,
  geldig_tot: Datum | null = null,
  naar_proces = true,
): Promise<boolean> =>
  db.als([gemeente], async (em) =>
    bewaarInstelling(em, gemeente, (await leesInstellingenVersie(em, gemeente))!, {
      naam,
      waarde,
      geldig_vanaf,
      geldig_tot,
      naar_proces,
      door,
    }),
  );
const op = (gemeente: string, dag: Datum): Promise<{ versie: number; waarden: Record<string, unknown> }> =>
  db.als([gemeente], async (em) => {
    const { rows } = await sql<{ versie: number; waarden: Record<string, unknown> }>`
      select * from app.instellingen_op(${gemeente}, ${dag})`.execute(em.db);
    return rows[0]!;
  });

test('een versie van een kader betekent altijd dezelfde waarden, wat er ook wordt gepland', async (t) => {
  const stap = fc.record({
    wacht: fc.nat(4),
    naam: fc.constantFrom('a', 'b'),
    waarde: fc.option(fc.nat(5)),
    over: fc.nat(6),
    duurt: fc.option(fc.nat(6)),
    naarProces: fc.constantFrom(true, true, true, false),
  });
  const bekend = new Map<number, string>();
  let gezien = 0;
  let dag = datum('2027-01-01');
  await fc.assert(
    fc.asyncProperty(fc.array(stap, { minLength: 8, maxLength: 8 }), async (stappen) => {
      for (const s of stappen) {
        for (let i = 0; i <= s.wacht; i += 1) {
          const { versie, waarden } = await op(BORNE, dag);
          const tekst = JSON.stringify(waarden);
          assert.equal(bekend.get(versie) ?? tekst, tekst, `versie ${versie}`);
          bekend.set(versie, tekst);
          gezien += 1;
          if (i < s.wacht) dag = plusDagen(dag, 1);
        }
        const vanaf = plusDagen(dag, s.over);
        const tot = s.duurt === null ? null : plusDagen(vanaf, s.duurt);
        assert.ok(await zet(BORNE, s.naam, s.waarde, vanaf, tot, s.naarProces));
      }
    }),
    { numRuns: 12 },
  );
  t.diagnostic(`${gezien} keer gelezen, ${bekend.size} versies`);
  assert.ok(bekend.size > 40);
  // What the list says counts is what a process gets.
  await db.als([BORNE], async (em) => {
    const { waarden } = await op(BORNE, dag);
    for (const naam of ['a', 'b']) {
      const rijen = await leesInstellingJournaal(em, BORNE, naam);
      const nu = metStand(await naarProces(rijen), dag).find((r) => r.stand === 'geldt');
      assert.equal(nu?.waarde ?? undefined, waarden[naam]);
    }
  });
});

/** Only the lines that go to processes; in this test one name has both kinds, which the API never does. */
async function naarProces(rijen: InstellingRij[]): Promise<InstellingRij[]> {
  const { rows } = await db.als([BORNE], (em) =>
    sql<{ versie: number }>`select versie from app.instelling where naar_proces`.execute(em.db),
  );
  return rijen.filter((r) => rows.some((x) => x.versie === r.versie));
}

test('na een tijdelijke waarde telt weer wat daarvoor gold, en null is de standaard', async () => {
  const dag = datum('2027-03-01');
  await zet(HENGELO, 'x', 1, dag);
  await zet(HENGELO, 'x', 2, plusDagen(dag, 10), plusDagen(dag, 12));
  await zet(HENGELO, 'x', null, plusDagen(dag, 20));
  const waarde = async (na: number): Promise<unknown> => (await op(HENGELO, plusDagen(dag, na))).waarden['x'];
  assert.deepEqual(await Promise.all([-1, 0, 9, 10, 12, 13, 19, 20].map(waarde)), [
    undefined,
    1,
    1,
    2,
    2,
    1,
    1,
    undefined,
  ]);
});

test('niemand wijzigt of verwijdert een regel van het journaal of een oude kalender', async () => {
  for (const pool of [db.api, db.worker])
    for (const tabel of ['instelling', 'schoolkalender', 'schoolvakantie']) {
      await assert.rejects(pool.query(`update app.${tabel} set versie = 9`), /permission denied/, tabel);
      await assert.rejects(pool.query(`delete from app.${tabel}`), /permission denied/, tabel);
    }
  await assert.rejects(zet(HENGELO, 'y', 1, datum('2027-01-02'), datum('2027-01-01')), /check constraint/);
});

test('alle kaders tegelijk zijn dezelfde als een voor een, en een oude vakantie blijft voor wie toen begon', async () => {
  await db.als([HENGELO], async (em) => {
    const id = db.jongere[HENGELO]!;
    const kaders = await leesKaders(em, HENGELO);
    for (const sinds of [em.vandaag, datum('2026-01-01'), datum('2030-01-01')])
      assert.deepEqual(kaders('99AA', sinds), (await leesAchtergrond(em, id, sinds))!.kader);
    assert.equal(kaders('99AA', datum('2026-01-01')).kalender.school!.vakanties.length, 9);
    assert.equal(kaders('99AA', datum('2030-01-01')).kalender.school!.vakanties.length, 0);
    assert.equal(kaders(null, em.vandaag).kalender.school, undefined);
  });
});

test('een kalender heeft versies, en van twee tegelijk lukt er een', async () => {
  const school = { gemeente: HENGELO, brin: '99AA', versie: 1 };
  const nieuw = {
    bekend_tot: datum('2029-01-01'),
    vakanties: [{ naam: 'Herfst', van: datum('2026-10-10'), tot: datum('2026-10-18') }],
    door,
  };
  const voor = await db.als([HENGELO], async (em) => (await leesKaders(em, HENGELO))('99AA', em.vandaag));
  const samen = await Promise.all(
    [1, 2, 3, 4].map(() => db.als([HENGELO], (em) => bewaarKalender(em, school, nieuw))),
  );
  assert.equal(samen.filter(Boolean).length, 1);
  assert.equal(await db.als([BORNE], (em) => bewaarKalender(em, { ...school, versie: 2 }, nieuw)), false);
  await db.als([HENGELO], async (em) => {
    assert.deepEqual(
      (await leesKalenders(em, HENGELO, '99AA')).map((k) => [k.versie, k.vakanties.length, k.door]),
      [
        [2, 1, door],
        [1, 9, null],
      ],
    );
    const na = (await leesKaders(em, HENGELO))('99AA', datum('2026-09-01'));
    assert.deepEqual(na.kalender.school, {
      brin: '99AA',
      bekendTot: nieuw.bekend_tot,
      vakanties: nieuw.vakanties,
    });
    assert.notEqual(kaderMerk(na), kaderMerk(voor));
  });
});
