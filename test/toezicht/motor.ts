import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Api, meldAan, wachtTot } from '#test-kit';
import { BINNEN_MS, leesAlles, opToneel, type Vastgelopen } from './toneel.js';

type Motorstand = Vastgelopen['motor'];

const soorten = (m: Motorstand): string[] => m.storingen.map((s) => s.soort);

/** The engine as a whole: no worker, no Temporal, no database. */
export const deMotorValtStil = (): void => {
  const stand = (): Promise<Motorstand> => opToneel().teamleider.lees<Motorstand>('/toezicht/motor');
  const zie = async (wat: string, proef: (m: Motorstand) => boolean): Promise<number> => {
    const begin = performance.now();
    await wachtTot(wat, async () => proef(await stand()), BINNEN_MS, 500);
    return Math.round(performance.now() - begin);
  };

  describe('de motor valt stil', () => {
    it('de worker sterft met kill -9: binnen een minuut te zien, en weg als hij er weer is', async (t) => {
      const { stack, teamleider } = opToneel();
      await zie('de worker draait', (m) => m.worker === 'draait' && m.storingen.length === 0);
      await stack.dood('worker');
      const gezien = await zie('er is geen worker', (m) => m.worker === 'afwezig');
      assert.ok(soorten((await leesAlles(teamleider)).motor).includes('workerAfwezig'), 'ook bij de lijst');
      await stack.start('worker');
      const weer = await zie('de worker is terug', (m) => m.worker === 'draait' && m.storingen.length === 0);
      t.diagnostic(`gezien na ${gezien} ms, weer goed na ${weer} ms`);
    });

    it('een worker die netjes stopt is meteen weg', async (t) => {
      const { stack } = opToneel();
      await stack.stopNetjes('worker');
      const gezien = await zie('er is geen worker', (m) => m.worker === 'afwezig');
      t.diagnostic(`gezien na ${gezien} ms`);
      assert.ok(gezien < 15_000, 'hij zegt zelf dat hij stopt');
      await stack.start('worker');
      await zie('de worker is terug', (m) => m.worker === 'draait');
    });

    it('Temporal is weg: de lijst blijft te lezen en zegt het', async (t) => {
      const { stack, teamleider } = opToneel();
      await stack.dood('temporal');
      const gezien = await zie('Temporal is weg', (m) => m.temporal === 'weg');
      const { motor } = await leesAlles(teamleider);
      assert.ok(soorten(motor).includes('temporalWeg'));
      assert.notEqual(motor.worker, 'draait', 'van een worker is dan niets zeker');
      await stack.start('temporal');
      const weer = await zie(
        'Temporal is terug',
        (m) => m.temporal === 'bereikbaar' && m.worker === 'draait',
      );
      t.diagnostic(`gezien na ${gezien} ms, weer goed na ${weer} ms`);
    });

    it('PostgreSQL is weg: de stand van de motor is toch te lezen', async (t) => {
      const { stack, teamleider } = opToneel();
      await stack.dood('postgres');
      const gezien = await zie('de database is weg', (m) => m.database === 'weg');
      assert.ok(soorten(await stand()).includes('databaseWeg'));
      assert.equal((await teamleider.vraag('GET', '/toezicht/vastgelopen')).status, 503);
      await stack.start('postgres');
      const weer = await zie('alles is terug', (m) => m.storingen.length === 0);
      t.diagnostic(`gezien na ${gezien} ms, weer goed na ${weer} ms`);
    });

    it('wie geen toezicht houdt, ziet ook de motor niet', async () => {
      const { beschrijving } = opToneel().stack;
      for (const rol of ['school', 'arts', 'doorstroomcoach'] as const) {
        const api = new Api(beschrijving.apiUrl, await meldAan(beschrijving, rol));
        assert.equal((await api.vraag('GET', '/toezicht/motor')).status, 403, rol);
      }
    });
  });
};
