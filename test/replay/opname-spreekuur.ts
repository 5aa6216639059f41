import { plusDagen } from '#kalender';
import type { Leven, OpnameToneel } from './opname-toneel.js';

const open = async (t: OpnameToneel, dagenTotAchttien = 900): Promise<string> => {
  const gegevens = { aangemeldOp: await t.vandaag(), urenGemeld: 7, toelichting: 'Vaak te laat.' };
  return (await t.ambtenaar.open('spreekuur', await t.jongere(dagenTotAchttien), gegevens)).id;
};

/** Recorded lives of the spreekuur. */
export const spreekuurLevens: Record<string, Leven> = {
  async 'geweigerde-stap'(t) {
    const id = await open(t);
    const reden = { reden: 'nietVerschenen', toelichting: 'Kwam niet.' };
    await t.geweigerd(id, 'escaleren', reden, 409);
    const gesprekOp = plusDagen(await t.vandaag(), 3);
    await t.ambtenaar.doe(id, 'uitnodigingVerzonden', { gesprekOp });
    await t.geweigerd(id, 'gesprekGevoerd', { gesprekOp }, 422);
    await t.ambtenaar.doe(id, 'afsluiten', { resultaat: 'vervallen' });
    return id;
  },
  async 'geweigerde-stap-na-aanvaarding'(t) {
    const id = await open(t);
    await t.stack.stopNetjes('worker');
    const beide = ['hersteld', 'vervallen'].map((resultaat) =>
      t.ambtenaar.handel(id, 'afsluiten', { resultaat }),
    );
    await t.stack.start('worker');
    await Promise.all(beide);
    return id;
  },
  async opschorting(t) {
    const id = await open(t);
    await t.ambtenaar.doe(id, 'opschorten', { termijnen: ['uitnodigen'], reden: 'Ziekenhuisopname.' });
    await t.verder(20);
    await t.ambtenaar.doe(id, 'hervatten', { termijnen: ['uitnodigen'] });
    await t.verder(2);
    await t.ambtenaar.doe(id, 'uitnodigingVerzonden', {});
    await t.teamleider.doe(id, 'annuleren', { reden: 'Dubbel aangemeld.' });
    return id;
  },
  async herinneringen(t) {
    const id = await open(t);
    await t.verder(30);
    await t.ambtenaar.doe(id, 'uitnodigingVerzonden', { gesprekOp: plusDagen(await t.vandaag(), 7) });
    await t.verder(14);
    await t.ambtenaar.doe(id, 'nietVerschenen', {});
    return id;
  },
  async 'hersteld-na-volgen'(t) {
    const id = await open(t);
    const gesprekOp = await t.vandaag();
    await t.ambtenaar.doe(id, 'uitnodigingVerzonden', { gesprekOp });
    await t.ambtenaar.doe(id, 'gesprekGevoerd', { gesprekOp, afspraken: 'Op tijd komen.' });
    await t.verder(80);
    await t.ambtenaar.doe(id, 'verzuimUpdate', { uren: 0 });
    await t.ambtenaar.doe(id, 'afsluiten', { resultaat: 'hersteld' });
    return id;
  },
  async achttien(t) {
    const id = await open(t, 12);
    await t.verder(12);
    return id;
  },
  async vervolgrun(t) {
    const id = await open(t, 60);
    await t.totVolgendeRun('spreekuur', id);
    await t.verder(20);
    await t.totVolgendeRun('spreekuur', id);
    await t.verder(45);
    return id;
  },
};
