import { plusDagen } from '#kalender';
import { demo } from '#test-kit';
import type { Leven, OpnameToneel } from './opname-toneel.js';

const open = async (t: OpnameToneel, dagenTotAchttien = 900): Promise<string> => {
  const gegevens = { grond: 'art5onderA', kennisgevingOp: await t.vandaag() };
  return (await t.ambtenaar.open('vrijstelling', await t.jongere(dagenTotAchttien), gegevens)).id;
};

async function bijDeArts(t: OpnameToneel, id: string): Promise<void> {
  await t.ambtenaar.doe(id, 'volledigVerklaard');
  await t.ambtenaar.doe(id, 'artsAanwijzen', { artsId: demo('arts').sub });
}

async function bevestigd(t: OpnameToneel, id: string, maanden: number): Promise<void> {
  const vandaag = await t.vandaag();
  await bijDeArts(t, id);
  await t.ambtenaar.doe(id, 'onderwijskundigAdviesOntvangen', {
    adviesOp: vandaag,
    advies: 'Nu geen onderwijs.',
  });
  await t.ambtenaar.doe(id, 'verklaringOntvangen', {
    oordeel: 'ongeschikt',
    getekendOp: vandaag,
    verklaring: 'Niet in staat.',
  });
  await t.ambtenaar.doe(id, 'bevestigen', {
    geldigVanaf: vandaag,
    geldigTot: plusDagen(vandaag, 30 * maanden),
  });
  await t.ambtenaar.doe(id, 'duoGeregistreerd', { geregistreerdOp: vandaag });
}

/** Recorded lives of the vrijstelling. */
export const vrijstellingLevens: Record<string, Leven> = {
  async 'geweigerde-stap'(t) {
    const id = await open(t);
    await t.geweigerd(id, 'duoGeregistreerd', { geregistreerdOp: await t.vandaag() }, 409);
    await bijDeArts(t, id);
    const oud = plusDagen(await t.vandaag(), -120);
    const verklaring = { oordeel: 'ongeschikt', getekendOp: oud, verklaring: 'Van lang geleden.' };
    await t.geweigerd(id, 'verklaringOntvangen', verklaring, 422);
    await t.ambtenaar.doe(id, 'nietVoldaan', { reden: 'geenVerklaring', vervolg: 'absoluutVerzuim' });
    return id;
  },
  async opschorting(t) {
    const id = await open(t);
    const termijnen = ['volledigheidstoets'];
    await t.ambtenaar.doe(id, 'opschorten', { termijnen, reden: 'De ouders zijn in het buitenland.' });
    await t.geweigerd(id, 'opschorten', { termijnen: ['achttien'], reden: 'Dat kan niet.' }, 422);
    await t.verder(15);
    await t.ambtenaar.doe(id, 'hervatten', { termijnen });
    await t.ambtenaar.doe(id, 'aanvullingGevraagd', { ontbreekt: ['verklaring'] });
    await t.verder(10);
    await t.ambtenaar.doe(id, 'ingetrokken', {});
    return id;
  },
  async herinneringen(t) {
    const id = await open(t);
    await bijDeArts(t, id);
    await t.verder(60);
    return id;
  },
  async 'verlengd-en-verlopen'(t) {
    const id = await open(t, 1100);
    await bevestigd(t, id, 6);
    await t.verder(150);
    await t.ambtenaar.doe(id, 'verlengingOntvangen', { kennisgevingOp: await t.vandaag() });
    await bevestigd(t, id, 11);
    await t.verder(340);
    return id;
  },
  async achttien(t) {
    const id = await open(t, 200);
    await bevestigd(t, id, 11);
    await t.verder(200);
    return id;
  },
  async vervolgrun(t) {
    const id = await open(t, 60);
    await bijDeArts(t, id);
    await t.totVolgendeRun('vrijstelling', id);
    await t.verder(20);
    await t.totVolgendeRun('vrijstelling', id);
    await t.verder(45);
    return id;
  },
};
