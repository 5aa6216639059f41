import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { maakJongere, wachtTot, type Api, type ProcesLichaam } from '#test-kit';
import { iemand, toneel, vandaag, vrijstellingVan, type Toneel } from './toneel.js';

/* A youth changes: the row at once, his open processes through a run that can be followed. */

interface Jongere {
  id: string;
  brin: string | null;
  verhuisdOp: string | null;
  verhuisdNaar: { gemeente: string; jongereId: string | null } | null;
  verhuisdVan: { gemeente: string; jongereId: string | null } | null;
  klusId: string | null;
}
interface Klus {
  stand: string;
  regels: Record<string, number>;
}

let t: Toneel;
before(async () => (t = await toneel()));

const etag = async (api: Api, id: string): Promise<string> =>
  (await api.vraag('GET', `/jongeren/${id}`)).koppen.get('etag')!;
const wijzig = async (api: Api, id: string, body: object, versie?: string) =>
  api.vraag<Jongere>('PATCH', `/jongeren/${id}`, { lichaam: body, versie: versie ?? (await etag(api, id)) });
const klaar = (api: Api, klusId: string): Promise<Klus> =>
  wachtTot('de klus is klaar', async () => {
    const k = await api.lees<Klus>(`/klussen/${klusId}`);
    return k.stand === 'klaar' ? k : undefined;
  });

test('een verbeterde geboortedatum verzet de 18e verjaardag van ieder lopend proces', async () => {
  const v = await vrijstellingVan(t.ambtenaar);
  const p: ProcesLichaam = await t.ambtenaar.open(v.procestype, v.jongereId, v.gegevens);
  const achttien = async (): Promise<string | undefined> =>
    (await t.ambtenaar.lees<ProcesLichaam>(`/processen/${p.id}`)).termijnen.find((x) => x.naam === 'achttien')
      ?.datum;
  assert.equal(await achttien(), '2030-05-06');
  const a = await wijzig(t.ambtenaar, v.jongereId, { geboortedatum: '2012-08-09' });
  assert.equal(a.status, 200);
  const k = await klaar(t.ambtenaar, a.lichaam.klusId!);
  assert.deepEqual(k.regels, { wacht: 0, gedaan: 1, overgeslagen: 0, mislukt: 0 });
  assert.equal(
    await wachtTot('de termijn is verzet', async () =>
      (await achttien()) === '2030-08-09' ? true : undefined,
    ),
    true,
  );
});

test('wie een oude versie zag wijzigt niets, zonder versie ook niet, en alle fouten komen tegelijk', async () => {
  const id = await maakJongere(t.ambtenaar, '2012-05-06');
  const oud = await etag(t.ambtenaar, id);
  assert.equal((await wijzig(t.ambtenaar, id, { achternaam: "van 't Hof" }, oud)).status, 200);
  assert.equal((await wijzig(t.ambtenaar, id, { achternaam: 'Jansen' }, oud)).status, 412);
  assert.equal(
    (await t.ambtenaar.vraag('PATCH', `/jongeren/${id}`, { lichaam: { achternaam: 'X' } })).status,
    428,
  );
  const fout = await wijzig(t.ambtenaar, id, {
    brin: '00ZZ',
    geboortedatum: '1950-01-01',
    startkwalificatieOp: '2099-01-01',
  });
  assert.equal(fout.status, 400);
  assert.deepEqual(
    (fout.lichaam as unknown as { fouten: { pointer: string }[] }).fouten.map((f) => f.pointer).sort(),
    ['/brin', '/geboortedatum', '/startkwalificatieOp'],
  );
  assert.equal((await wijzig(t.ambtenaar, id, {})).status, 400);
  assert.equal((await wijzig(t.schoolBorne, id, { achternaam: 'X' }, oud)).status, 403);
});

test('een verhuizing sluit hier, neemt de jongere mee naar de andere gemeente, en daarna wijzigt hier niets meer', async () => {
  const v = await vrijstellingVan(t.ambtenaar);
  const p: ProcesLichaam = await t.ambtenaar.open(v.procestype, v.jongereId, v.gegevens);
  const a = await wijzig(t.ambtenaar, v.jongereId, { gemeente: '0147' });
  assert.equal(a.status, 200);
  assert.equal(a.lichaam.verhuisdOp, await vandaag(t.ambtenaar));
  await klaar(t.ambtenaar, a.lichaam.klusId!);
  const hier = await wachtTot('het proces is verhuisd', async () => {
    const nu = await t.ambtenaar.lees<ProcesLichaam>(`/processen/${p.id}`);
    return nu.afgerond ? nu : undefined;
  });
  assert.equal(hier.uitkomst, 'verhuisd');
  const team = await iemand(t.stack, { gemeenten: ['0164', '0147'] });
  const oud = await team.lees<Jongere>(`/jongeren/${v.jongereId}`);
  assert.equal(oud.verhuisdNaar?.gemeente, '0147');
  const nieuw = await t.ambtenaarBorne.lees<Jongere>(`/jongeren/${oud.verhuisdNaar.jongereId}`);
  assert.deepEqual([nieuw.verhuisdVan, nieuw.brin], [{ gemeente: '0164', jongereId: null }, null]);
  // In Hengelo one sees that he went to Borne, not who he is there.
  assert.equal((await t.ambtenaar.lees<Jongere>(`/jongeren/${v.jongereId}`)).verhuisdNaar?.jongereId, null);
  assert.equal((await wijzig(t.ambtenaar, v.jongereId, { achternaam: 'Nieuw' })).status, 409);
});
