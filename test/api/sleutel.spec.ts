import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, test } from 'node:test';
import { maakJongere, soortVan, type ProbleemLichaam, type ProcesLichaam } from '#test-kit';
import { iemand, toneel, vandaag, vrijstellingVan, type Toneel } from './toneel.js';

/* The same wish twice is one act. */

let t: Toneel;
const TEGELIJK = 10;

before(async () => {
  t = await toneel();
});

const open = async (): Promise<ProcesLichaam> => {
  const v = await vrijstellingVan(t.ambtenaar);
  return t.ambtenaar.open(v.procestype, v.jongereId, v.gegevens);
};

test('openen: dezelfde sleutel en inhoud geeft hetzelfde proces, zoals het nu is', async () => {
  const vraag = await vrijstellingVan(t.ambtenaar);
  const sleutel = randomUUID();
  const eerste = await t.ambtenaar.stuur<ProcesLichaam>('/processen', 201, vraag, sleutel);
  assert.equal(eerste.koppen.get('idempotent-replay'), null);
  await t.ambtenaar.doe(eerste.lichaam.id, 'volledigVerklaard');
  const andereVolgorde = {
    gegevens: vraag.gegevens,
    jongereId: vraag.jongereId,
    procestype: vraag.procestype,
  };
  const tweede = await t.ambtenaar.stuur<ProcesLichaam>(
    '/processen',
    201,
    andereVolgorde,
    sleutel.toUpperCase(),
  );
  assert.equal(tweede.koppen.get('idempotent-replay'), 'true');
  assert.equal(tweede.lichaam.id, eerste.lichaam.id);
  assert.equal(tweede.lichaam.revisieVanActie, 1);
  assert.equal(tweede.lichaam.revisie, 2);
});

test(`openen: ${TEGELIJK} keer tegelijk met een sleutel is een proces`, async () => {
  const vraag = await vrijstellingVan(t.ambtenaar);
  const sleutel = randomUUID();
  const alle = await Promise.all(
    Array.from({ length: TEGELIJK }, () =>
      t.ambtenaar.stuur<ProcesLichaam>('/processen', 201, vraag, sleutel),
    ),
  );
  assert.equal(new Set(alle.map((a) => a.lichaam.id)).size, 1);
  assert.equal((await regels(alle[0]!.lichaam.id)).length, 1);
});

test(`openen: ${TEGELIJK} verschillende sleutels tegelijk voor een onderwerp: een opent, de anderen horen welk`, async () => {
  const vraag = await vrijstellingVan(t.ambtenaar);
  const alle = await Promise.all(
    Array.from({ length: TEGELIJK }, () =>
      t.ambtenaar.vraag<ProcesLichaam & ProbleemLichaam>('POST', '/processen', {
        lichaam: vraag,
        sleutel: randomUUID(),
      }),
    ),
  );
  const [gelukt, ...meer] = alle.filter((a) => a.status === 201);
  assert.ok(gelukt);
  assert.equal(meer.length, 0);
  const bezet = alle.filter((a) => a.status === 409);
  assert.equal(bezet.length, TEGELIJK - 1);
  for (const b of bezet) {
    assert.equal(soortVan(b.lichaam), 'onderwerp-bezet');
    assert.equal(b.lichaam['procesId'], gelukt.lichaam.id);
  }
});

test('openen: een sleutel hoort bij zijn beller en zijn inhoud', async () => {
  const vraag = await vrijstellingVan(t.ambtenaar);
  const sleutel = randomUUID();
  await t.ambtenaar.stuur('/processen', 201, vraag, sleutel);
  const collega = await iemand(t.stack, {});
  await hergebruikt(collega.vraag('POST', '/processen', { lichaam: vraag, sleutel }));
  const ander = await vrijstellingVan(t.ambtenaar);
  await hergebruikt(t.ambtenaar.vraag('POST', '/processen', { lichaam: ander, sleutel }));
});

test('na het einde begint een tweede leven, en de oude sleutel wijst nog naar het eerste', async () => {
  const vraag = await vrijstellingVan(t.ambtenaar);
  const sleutel = randomUUID();
  const eerste = await t.ambtenaar.stuur<ProcesLichaam>('/processen', 201, vraag, sleutel);
  const einde = randomUUID();
  const uit = await t.ambtenaar.handel(eerste.lichaam.id, 'ingetrokken', {}, einde);
  assert.equal(uit.lichaam.afgerond, true);
  const opnieuw = await t.ambtenaar.stuur<ProcesLichaam>('/processen', 201, vraag, sleutel);
  assert.equal(opnieuw.lichaam.id, eerste.lichaam.id);
  const nogEens = await t.ambtenaar.handel(eerste.lichaam.id, 'ingetrokken', {}, einde);
  assert.equal(nogEens.status, 200);
  assert.equal(nogEens.koppen.get('idempotent-replay'), 'true');
  const na = await t.ambtenaar.handel(eerste.lichaam.id, 'volledigVerklaard');
  assert.equal(na.status, 409);
  assert.deepEqual(na.lichaam['mogelijk'], []);
  const tweede = await t.ambtenaar.stuur<ProcesLichaam>('/processen', 201, vraag, randomUUID());
  assert.notEqual(tweede.lichaam.id, eerste.lichaam.id);
});

test('handelen: dezelfde sleutel herhaalt het antwoord, een ander verzoek met die sleutel is 409', async () => {
  const { id } = await open();
  const sleutel = randomUUID();
  const eerste = await t.ambtenaar.handel(id, 'notitie', { tekst: 'Gebeld.' }, sleutel);
  assert.equal(eerste.status, 200);
  await t.ambtenaar.doe(id, 'volledigVerklaard');
  const tweede = await t.ambtenaar.handel(id, 'notitie', { tekst: 'Gebeld.' }, sleutel);
  assert.equal(tweede.status, 200);
  assert.equal(tweede.koppen.get('idempotent-replay'), 'true');
  assert.equal(tweede.lichaam.revisieVanActie, eerste.lichaam.revisieVanActie);
  assert.equal(tweede.lichaam.toestand, 'adviesAanTeVragen');
  await hergebruikt(t.ambtenaar.handel(id, 'notitie', { tekst: 'Iets anders.' }, sleutel));
  await hergebruikt(t.ambtenaar.handel(id, 'toewijzen', { behandelaar: null }, sleutel));
  await hergebruikt((await iemand(t.stack, {})).handel(id, 'notitie', { tekst: 'Gebeld.' }, sleutel));
  assert.equal((await regels(id)).filter((r) => r.naam === 'notitie').length, 1);
});

test(`handelen: ${TEGELIJK} keer tegelijk met een sleutel is een gebeurtenis`, async () => {
  const { id } = await open();
  const sleutel = randomUUID();
  const alle = await Promise.all(
    Array.from({ length: TEGELIJK }, () => t.ambtenaar.handel(id, 'notitie', { tekst: 'Eenmaal.' }, sleutel)),
  );
  assert.deepEqual(new Set(alle.map((a) => a.status)), new Set([200]));
  assert.equal(new Set(alle.map((a) => a.lichaam.revisieVanActie)).size, 1);
  assert.equal((await regels(id)).filter((r) => r.naam === 'notitie').length, 1);
});

test(`handelen: ${TEGELIJK} mensen tegelijk voor een stap die een keer kan: een slaagt, de anderen horen wat nu kan`, async () => {
  const { id } = await open();
  const alle = await Promise.all(
    Array.from({ length: TEGELIJK }, () => t.ambtenaar.handel(id, 'volledigVerklaard')),
  );
  assert.equal(alle.filter((a) => a.status === 200).length, 1);
  const nee = alle.filter((a) => a.status === 409);
  assert.equal(nee.length, TEGELIJK - 1);
  for (const n of nee) assert.ok((n.lichaam['mogelijk'] as string[]).includes('artsAanwijzen'));
});

test('een geweigerde sleutel is weer vrij', async () => {
  const { id } = await open();
  const sleutel = randomUUID();
  const nee = await t.ambtenaar.handel(id, 'artsAanwijzen', { artsId: t.arts.wie.id }, sleutel);
  assert.equal(nee.status, 409);
  await t.ambtenaar.doe(id, 'volledigVerklaard');
  const ja = await t.ambtenaar.handel(id, 'artsAanwijzen', { artsId: t.arts.wie.id }, sleutel);
  assert.equal(ja.status, 200);
  assert.equal(ja.koppen.get('idempotent-replay'), null);
});

test('twintig sleutels die na een gelijktijdige weigering terugkomen zijn alle weer vrij', async () => {
  const { id } = await open();
  const sleutels = Array.from({ length: 20 }, () => randomUUID());
  const eerst = await Promise.all(
    sleutels.map((s, i) =>
      i === 0
        ? t.ambtenaar.handel(id, 'volledigVerklaard', {}, s)
        : t.ambtenaar.handel(id, 'aanvullingGevraagd', { ontbreekt: ['grond'] }, s),
    ),
  );
  const geweigerd = sleutels.filter((_, i) => eerst[i]!.status === 409);
  assert.ok(geweigerd.length > 0);
  const weg = await t.ambtenaar.handel(id, 'notitie', { tekst: 'Een poging.' }, geweigerd[0]);
  assert.equal(weg.status, 200, 'ook voor een andere actie');
});

test('een spreekuur per schooljaar: een tweede krijgt 409', async () => {
  const jongereId = await maakJongere(t.ambtenaar, '2011-01-01');
  const gegevens = { aangemeldOp: await vandaag(t.ambtenaar), urenGemeld: 4 };
  const p = await t.school.open('spreekuur', jongereId, gegevens);
  const nee = await t.ambtenaar.vraag<ProbleemLichaam>('POST', '/processen', {
    lichaam: { procestype: 'spreekuur', jongereId, gegevens },
    sleutel: randomUUID(),
  });
  assert.equal(nee.status, 409);
  assert.equal(nee.lichaam['procesId'], p.id);
});

async function hergebruikt(vraag: Promise<{ status: number; lichaam: unknown }>): Promise<void> {
  const { status, lichaam } = await vraag;
  assert.equal(status, 409, JSON.stringify(lichaam));
  assert.equal(soortVan(lichaam as ProbleemLichaam), 'idempotency-key-hergebruikt');
}

const regels = async (id: string): Promise<{ naam: string }[]> =>
  (await t.ambtenaar.lees<{ gebeurtenissen: { naam: string }[] }>(`/processen/${id}/gebeurtenissen`))
    .gebeurtenissen;
