import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { plusDagen, type Datum } from '#kalender';
import { isKoppeling, nextWake, STAND, workflowIdVan, type Rol, type Snapshot } from '#process';
import {
  Api,
  demo,
  maakJongereVan18Op,
  meldAan,
  motorVan,
  testStack,
  wachtTot,
  type Motor,
  type ProcesLichaam,
} from '#test-kit';
import { processen } from '#workflows';
import type { Kies } from '../../libs/test-kit/willekeur.js';
import { Model, STATUS } from './model.js';
import { omvang, seed, toeval, verslag } from './omvang.js';

/* Many lives at once through HTTP, on a moving clock, each beside its model: the same rules, without engine and database. */

const LEVENS = omvang(80, 400);
const RONDEN = omvang(25, 60);
const TEGELIJK = 4;
const ROLLEN = ['leerplichtambtenaar', 'teamleider', 'school', 'arts', 'doorstroomcoach'] as const;

interface Leven {
  id: string;
  /** Its own chance: what happens in it does not depend on whose turn comes first. */
  kies: Kies;
  model: Model;
}

let motor: Motor;
const bij = new Map<Rol, Api>();
before(async () => {
  const stack = testStack();
  motor = await motorVan(stack);
  for (const rol of ROLLEN) bij.set(rol, new Api(stack.apiUrl, await meldAan(stack, rol)));
});
after(() => motor.sluit());

const ambtenaar = (): Api => bij.get('leerplichtambtenaar')!;
const artsId = demo('arts').sub;

async function begin(vandaag: Datum, nummer: number): Promise<Leven> {
  const kies = toeval(seed + nummer);
  const jongere = await maakJongereVan18Op(ambtenaar(), plusDagen(vandaag, 20 + kies(900)));
  const procestype = kies(2) === 0 ? 'spreekuur' : 'vrijstelling';
  const gegevens =
    procestype === 'spreekuur'
      ? { aangemeldOp: vandaag, urenGemeld: kies(16) }
      : { grond: 'art5onderA', kennisgevingOp: vandaag };
  const { id } = await ambtenaar().open(procestype, jongere, gegevens);
  const d = processen[procestype]!.nieuwste;
  // What is due on the first day happens at once (an overdracht that should have begun already): the model begins after it.
  const s = await wachtTot('wat vandaag komt is gekomen', async () => {
    const nu = await motor.client.workflow.getHandle(workflowIdVan(procestype, id)).query<Snapshot>(STAND);
    const wek = nextWake(d, nu);
    return wek === null || wek > vandaag ? nu : undefined;
  });
  const { gebeurtenissen } = await wachtTot('de tijdlijn is bij', async () => {
    const lijn = await ambtenaar().lees<{ gebeurtenissen: { revisie: number }[] }>(
      `/processen/${id}/gebeurtenissen`,
    );
    return lijn.gebeurtenissen.at(-1)!.revisie === s.revisie ? lijn : undefined;
  });
  return { id, kies, model: new Model(d, s, gebeurtenissen.length) };
}

/** One act in this life, of which API and model must say the same. @returns its status. */
async function stap({ id, kies, model }: Leven, vandaag: Datum, ronde: number): Promise<number> {
  const { actie, invoer, door } = model.plan(kies, vandaag, artsId);
  const kan = ROLLEN.filter((r) => door.includes(r));
  const rol = kies(15) === 0 || kan.length === 0 ? ROLLEN[kies(ROLLEN.length)]! : kan[kies(kan.length)]!;
  const api = bij.get(rol)!;
  const sleutel = randomUUID();
  const antwoord = await api.handel(id, actie, invoer, sleutel);
  const wie = { id: api.wie.id, rollen: [rol], kenmerken: demo(rol).kenmerken as string[] };
  const feiten = { isBehandelendArts: false, artsIsAangewezen: true };
  // A doctor sees the processes that he was designated for; another does not exist for him.
  if (rol === 'arts' && model.s.gegevens['artsId'] !== artsId) {
    assert.equal(antwoord.status, door.includes('arts') ? 404 : 403, actie);
    return antwoord.status;
  }
  const weigering = model.beslis({ actie, invoer, feiten, wie, sleutel, hash: '' }, vandaag);
  const wat = `ronde ${ronde} (${vandaag}): ${rol} ${actie} ${JSON.stringify(invoer)} in ${id}`;
  const verwacht = weigering ? STATUS[weigering.code] : 200;
  assert.equal(antwoord.status, verwacht, `${wat}: ${JSON.stringify(antwoord.lichaam)}`);
  if (!weigering) model.vergelijk(antwoord.lichaam, wat);
  // What the act made due already happens in the same moment.
  if (!weigering) model.bij(vandaag);
  return antwoord.status;
}

async function elk<T>(lijst: T[], werk: (x: T) => Promise<void>): Promise<void> {
  const rij = [...lijst];
  const baan = async (): Promise<void> => {
    for (let x = rij.shift(); x !== undefined; x = rij.shift()) await werk(x);
  };
  await Promise.all(Array.from({ length: TEGELIJK }, baan));
}

test('elk leven door HTTP loopt zoals de regels het zeggen', async (t) => {
  t.diagnostic(`seed = ${seed}`);
  const kies = toeval(seed);
  let vandaag = await motor.vandaag();
  const levens: Leven[] = [];
  for (let i = 0; i < LEVENS; i++) levens.push(await begin(vandaag, i));
  const statussen = new Map<number, number>();
  for (let ronde = 1; ronde <= RONDEN; ronde++) {
    await elk(
      levens.filter((l) => !l.model.s.afgerond),
      async (leven) => {
        const status = await stap(leven, vandaag, ronde);
        statussen.set(status, (statussen.get(status) ?? 0) + 1);
      },
    );
    vandaag = plusDagen(vandaag, kies(20));
    await motor.klokNaar(vandaag);
    for (const { model } of levens) model.naar(vandaag);
  }
  await elk(levens, ({ id, model }) => eindigtGelijk(id, model));
  const effecten = levens.reduce((n, l) => n + l.model.effecten.length, 0);
  verslag(t, {
    levens: LEVENS,
    ronden: RONDEN,
    aanvaard: statussen.get(200) ?? 0,
    geweigerd: som(statussen),
    effecten,
  });
});

const som = (statussen: Map<number, number>): number =>
  [...statussen].reduce((n, [status, aantal]) => (status === 200 ? n : n + aantal), 0);

/** In the end row, timeline and things to do are what the model says, nothing more and nothing less. */
async function eindigtGelijk(id: string, model: Model): Promise<void> {
  const rij = await wachtTot('de rij is bij', async () => {
    const p = await ambtenaar().lees<ProcesLichaam>(`/processen/${id}`);
    return p.revisie >= model.s.revisie && p;
  });
  model.vergelijk(rij, `aan het eind van ${id}`);
  const { gebeurtenissen } = await ambtenaar().lees<{ gebeurtenissen: unknown[] }>(
    `/processen/${id}/gebeurtenissen`,
  );
  assert.equal(gebeurtenissen.length, model.gebeurtenissen, `tijdlijn van ${id}`);
  // What another process hears is no line of te doen.
  const ids = model.effecten
    .filter((e) => !isKoppeling(e))
    .map((e) => `${e.id} ${e.soort} ${e.op}`)
    .sort();
  await wachtTot(`alle effecten van ${id} staan in te doen`, async () => {
    const gezien = await teDoenVan(id);
    return gezien.length >= ids.length;
  });
  // Those of the first day came before the model began.
  const gezien = (await teDoenVan(id)).filter((x) => Number(x.split('.')[0]) > model.vanaf);
  assert.deepEqual(gezien, ids, `te doen van ${id}`);
}

async function teDoenVan(id: string): Promise<string[]> {
  const uit: string[] = [];
  for (let cursor = ''; ;) {
    const blad = await ambtenaar().lees<{
      teDoen: { effectId: string; soort: string; op: string }[];
      volgende: string | null;
    }>(`/te-doen?procesId=${id}&limiet=100${cursor}`);
    // A link is a line only when another process refused it, which the model does not know.
    const eigen = blad.teDoen.filter((r) => r.soort !== 'start' && r.soort !== 'meld');
    uit.push(...eigen.map((r) => `${r.effectId} ${r.soort} ${r.op}`));
    if (blad.volgende === null) return uit.sort();
    cursor = `&cursor=${encodeURIComponent(blad.volgende)}`;
  }
}
