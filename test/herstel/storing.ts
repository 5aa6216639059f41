import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { setTimeout as slaap } from 'node:timers/promises';
import { plusDagen } from '#kalender';
import { workflowIdVan } from '#process';
import { wachtTot, type Api, type ProcesLichaam } from '#test-kit';
import { opToneel } from '../faults/toneel.js';
import { speelAf } from '../replay/afspelen.js';
import { teamleider } from './mensen.js';

interface Regel {
  soort: string;
  naam: string;
  titel: string;
  overgeslagen?: string;
}
interface Storing {
  wat: string;
  titel: string;
  pogingen: number;
  effect: string;
}
type MetStoring = ProcesLichaam & { storing: Storing | null; kernacties: { actie: string }[] };

const REDEN = 'De brief is al met de hand gestuurd.';
/** How many processes hear two people at once, while their effect is tried. */
const DOOR_ELKAAR = 24;

const lees = (api: Api, id: string): Promise<MetStoring> => api.lees<MetStoring>(`/processen/${id}`);
const hapert = (api: Api, id: string): Promise<Storing> =>
  wachtTot('de storing is te zien', async () => (await lees(api, id)).storing, 20_000);
const regelsVan = async (api: Api, id: string): Promise<Regel[]> =>
  (await api.lees<{ teDoen: Regel[] }>(`/te-doen?procesId=${id}&limiet=100`)).teDoen;

/** Opens an exemption, whose first act is a letter. */
async function vrijstelling(): Promise<string> {
  const { api, motor, jongere } = opToneel();
  const gegevens = { grond: 'art5onderA', kennisgevingOp: await motor.vandaag() };
  return (await api.open('vrijstelling', await jongere(900), gegevens)).id;
}

/** Plays every run of this process once more, on the workflows of now. */
async function speeltAf(procestype: string, id: string): Promise<void> {
  const runs = await opToneel().motor.geschiedenissen(workflowIdVan(procestype, id));
  const fouten = await speelAf(runs.map((history, i) => ({ naam: `${procestype}-${i}`, history })));
  assert.deepEqual(fouten, Array(runs.length).fill(undefined));
}

/** A teamleider mends what fails: he has it tried now, or lets go of it with a reason. */
export const eenStoringHerstellen = (): void => {
  describe('een storing herstellen', () => {
    it('herkansen probeert het meteen, ook als de volgende poging pas over uren is', async (t) => {
      const { api, motor, foutpunten } = opToneel();
      const baas = await teamleider();
      foutpunten('effect gooi');
      const id = await vrijstelling();
      await hapert(api, id);
      // After a day the attempts are half a day apart.
      await motor.klokNaar(plusDagen(await motor.vandaag(), 1));
      await motor.trekBij('vrijstelling', id);

      const sleutel = randomUUID();
      const { pogingen } = (await lees(baas, id)).storing!;
      assert.ok((await lees(baas, id)).kernacties.some((k) => k.actie === 'herkansen'));
      assert.ok(!(await lees(api, id)).kernacties.some((k) => k.actie === 'herkansen'));
      assert.equal((await api.handel(id, 'herkansen')).status, 403);
      const een = await baas.handel(id, 'herkansen', { reden: 'De mail doet het weer.' }, sleutel);
      const twee = await baas.handel(id, 'herkansen', { reden: 'De mail doet het weer.' }, sleutel);
      assert.deepEqual([een.status, twee.status], [200, 200]);
      assert.equal(twee.koppen.get('idempotent-replay'), 'true');
      assert.equal((await lees(baas, id)).storing?.pogingen, pogingen + 1, 'een dubbele klik is een poging');

      // It keeps failing: what was tried in vain waits again.
      await motor.klokNaar(plusDagen(await motor.vandaag(), 1));
      // Brings it along to the new day: a next act will not, and so is not what sets the effect going.
      await api.doe(id, 'notitie', { tekst: 'Er is gebeld.' });
      foutpunten();
      await slaap(2_000);
      assert.ok((await lees(baas, id)).storing, 'vanzelf gaat het nog uren niet');
      const begin = performance.now();
      await baas.doe(id, 'herkansen');
      await wachtTot('de storing is voorbij', async () => (await lees(baas, id)).storing === null, 10_000);
      t.diagnostic(`hersteld in ${Math.round(performance.now() - begin)} ms`);
      assert.deepEqual(
        (await regelsVan(api, id)).filter((r) => r.soort === 'brief').map((r) => r.naam),
        ['ontvangstbevestiging'],
        'de brief komt een keer',
      );
      const nee = await baas.handel(id, 'herkansen');
      assert.deepEqual([nee.status, /geen storing/.test(nee.lichaam.detail)], [409, true]);

      const lijn = await baas.lees<{
        gebeurtenissen: { naam: string; door: { rol: string; id: string }; teksten: { tekst: string }[] }[];
      }>(`/processen/${id}/gebeurtenissen`);
      const herkansingen = lijn.gebeurtenissen.filter((g) => g.naam === 'herkansen');
      assert.deepEqual(
        herkansingen.map((g) => [g.door.rol, g.door.id, g.teksten[0]?.tekst]),
        [
          ['teamleider', baas.wie.id, 'De mail doet het weer.'],
          ['teamleider', baas.wie.id, undefined],
        ],
      );
      await speeltAf('vrijstelling', id);
    });

    it('overslaan vraagt een reden, laat een taak achter en houdt het einde niet op', async () => {
      const { api, motor, foutpunten } = opToneel();
      const baas = await teamleider();
      foutpunten('effect gooi');
      const id = await vrijstelling();
      const { effect, wat, titel } = await hapert(api, id);
      assert.deepEqual([wat, typeof titel], ['brief', 'string']);
      assert.equal((await api.handel(id, 'overslaan', { effect, reden: REDEN })).status, 403);
      assert.equal((await baas.handel(id, 'overslaan', { effect })).status, 400);
      assert.equal((await baas.handel(id, 'overslaan', { reden: REDEN })).status, 400);
      const ander = await baas.handel(id, 'overslaan', { effect: '99.0', reden: REDEN });
      assert.deepEqual([ander.status, /iets anders/.test(ander.lichaam.detail)], [409, true]);

      await api.doe(id, 'ingetrokken');
      const einde = await lees(baas, id);
      assert.deepEqual(
        [einde.afgerond, einde.kernacties.map((k) => k.actie)],
        [true, ['herkansen', 'overslaan']],
      );
      const sleutel = randomUUID();
      const een = await baas.handel(id, 'overslaan', { effect, reden: REDEN }, sleutel);
      assert.deepEqual([een.status, een.lichaam.storing], [200, null]);
      foutpunten();
      const dubbel = await baas.handel(id, 'overslaan', { effect, reden: REDEN }, sleutel);
      assert.deepEqual([dubbel.status, dubbel.koppen.get('idempotent-replay')], [200, 'true']);
      assert.equal((await baas.handel(id, 'overslaan', { effect, reden: REDEN })).status, 409);

      const taken = await wachtTot('de taak is er', async () => {
        const regels = await regelsVan(api, id);
        return regels.filter((r) => r.overgeslagen !== undefined);
      });
      assert.deepEqual(
        taken.map((r) => [
          r.soort,
          r.naam,
          r.overgeslagen,
          r.titel.startsWith('Overgeslagen na een storing.'),
        ]),
        [['taak', 'ontvangstbevestiging', 'brief', true]],
      );
      const proces = motor.client.workflow.getHandle(workflowIdVan('vrijstelling', id));
      await wachtTot(
        'het proces is uit',
        async () => (await proces.describe()).status.name === 'COMPLETED',
        20_000,
      );
      assert.ok(
        !(await regelsVan(api, id)).some((r) => r.naam === 'ontvangstbevestiging' && r.soort === 'brief'),
      );
      await speeltAf('vrijstelling', id);
    });

    it('een proces dat niet open kan worden overgeslagen, en komt daarna ook niet meer', async () => {
      const { api, foutpunten, spreekuur, motor } = opToneel();
      const baas = await teamleider();
      const id = await spreekuur();
      const gesprekOp = await motor.vandaag();
      await api.doe(id, 'uitnodigingVerzonden', { gesprekOp });
      await api.doe(id, 'gesprekGevoerd', { gesprekOp, afspraken: 'Op tijd komen.' });
      foutpunten('keten gooi');
      await api.doe(id, 'escaleren', { reden: 'aanhoudendVerzuim', toelichting: 'Komt nog steeds te laat.' });
      const { effect, wat } = await hapert(api, id);
      assert.equal(wat, 'start');
      await baas.doe(id, 'overslaan', { effect, reden: 'Er loopt al een onderzoek bij de buurgemeente.' });
      foutpunten();
      await wachtTot('de taak is er', async () =>
        (await regelsVan(api, id)).some((r) => r.overgeslagen === 'start' && r.naam === 'mas'),
      );
      const { jongereId } = (await lees(api, id)) as unknown as { jongereId: string };
      await slaap(1_500);
      const { processen } = await api.lees<{ processen: { procestype: string }[] }>(
        `/processen?jongereId=${jongereId}`,
      );
      assert.deepEqual(
        processen.map((p) => p.procestype),
        ['spreekuur'],
      );
      await speeltAf('spreekuur', id);
    });

    it(`N = ${DOOR_ELKAAR}: twee ingrepen en een notitie door elkaar, terwijl het effect weer lukt`, async (t) => {
      const { api, foutpunten, motor } = opToneel();
      const baas = await teamleider();
      foutpunten('effect gooi');
      const ids: string[] = [];
      for (let i = 0; i < DOOR_ELKAAR; i += 1) ids.push(await vrijstelling());
      const effecten = await Promise.all(ids.map((id) => hapert(api, id)));
      foutpunten();
      const statussen = await Promise.all(
        ids.map(async (id, i) => {
          const wens = { effect: effecten[i]!.effect, reden: REDEN };
          const antwoorden = await Promise.all([
            baas.handel(id, 'herkansen'),
            api.handel(id, 'notitie', { tekst: 'Er is gebeld.' }),
            i % 2 === 0 ? baas.handel(id, 'overslaan', wens) : baas.handel(id, 'herkansen'),
          ]);
          return antwoorden.map((a) => a.status);
        }),
      );
      assert.ok(statussen.flat().every((s) => s === 200 || s === 409));
      assert.ok(statussen.every(([, notitie]) => notitie === 200));
      await wachtTot(
        'nergens hapert nog iets',
        async () => (await Promise.all(ids.map((id) => lees(api, id)))).every((p) => p.storing === null),
        30_000,
        250,
      );
      let [brieven, taken] = [0, 0];
      for (const id of ids) {
        const regels = (await regelsVan(api, id)).filter((r) => r.naam === 'ontvangstbevestiging');
        const [brief, taak] = ['brief', 'taak'].map(
          (soort) => regels.filter((r) => r.soort === soort).length,
        );
        // A skipped one may have been done in the same moment: then both stand there, and the task says to look first.
        assert.ok(brief! <= 1 && taak! <= 1 && brief! + taak! >= 1, JSON.stringify(regels));
        brieven += brief!;
        taken += taak!;
        await api.doe(id, 'ingetrokken');
      }
      for (const [i, id] of ids.entries()) {
        const proces = motor.client.workflow.getHandle(workflowIdVan('vrijstelling', id));
        await wachtTot(
          'het proces is uit',
          async () => (await proces.describe()).status.name === 'COMPLETED',
          20_000,
        );
        if (i % 6 === 0) await speeltAf('vrijstelling', id);
      }
      t.diagnostic(`N = ${ids.length} processen: ${brieven} brieven, ${taken} taken`);
    });
  });
};
