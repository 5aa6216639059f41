import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, describe, it } from 'node:test';
import pg from 'pg';
import { zaaknummerVan } from '#process';
import { Api, demo, maakJongere, meldAan, soortVan, testStack, type ProbleemLichaam } from '#test-kit';
import { HENGELO, mailadresVan } from '../../infra/local/demo-gebruikers.js';
import { iemand, toneel, vandaag, type Toneel } from '../api/toneel.js';
import { masMetHalt } from '../api/wpg.js';

/* What somebody chooses for himself: how he hears, and a calendar that others can read only with its address. */

interface Meldingen {
  vorm: string;
  mailadres: string | null;
}
interface MijnAgenda {
  actief: boolean;
  sinds: string | null;
  adres?: string;
}

const stack = testStack();
let t: Toneel;
before(async () => {
  t = await toneel();
});

const vraagFeed = (adres: string, koppen: Record<string, string> = {}): Promise<Response> =>
  fetch(adres.replace(/^https?:\/\/[^/]+/, stack.apiUrl), { headers: koppen });

describe('hoe ik herinneringen krijg', () => {
  it('begint met een overzicht, en blijft zoals ik kies', async () => {
    const wie = new Api(stack.apiUrl, await meldAan(stack, 'doorstroomcoach'));
    assert.deepEqual(await wie.lees<Meldingen>('/mij/meldingen'), {
      vorm: 'overzicht',
      mailadres: mailadresVan(demo('doorstroomcoach')),
    });
    for (const vorm of ['los', 'los', 'overzicht']) {
      const a = await wie.vraag<Meldingen>('PUT', '/mij/meldingen', { lichaam: { vorm } });
      assert.deepEqual([a.status, a.lichaam.vorm], [200, vorm]);
    }
    await wie.vraag('PUT', '/mij/meldingen', { lichaam: { vorm: 'los' } });
    const ander = new Api(stack.apiUrl, await meldAan(stack, 'doorstroomcoach', { ander: true }));
    assert.deepEqual(await ander.lees<Meldingen>('/mij/meldingen'), { vorm: 'overzicht', mailadres: null });
    assert.equal((await wie.lees<Meldingen>('/mij/meldingen')).vorm, 'los');
  });

  it('weigert wie geen mail krijgt, en wat geen keuze is', async () => {
    for (const wie of [t.school, t.arts])
      for (const [methode, pad] of [
        ['GET', '/mij/meldingen'],
        ['PUT', '/mij/meldingen'],
        ['GET', '/mij/agenda'],
        ['POST', '/mij/agenda'],
        ['DELETE', '/mij/agenda'],
      ] as const) {
        const lichaam = methode === 'PUT' ? { vorm: 'los' } : undefined;
        assert.equal((await wie.vraag(methode, pad, { lichaam })).status, 403, `${methode} ${pad}`);
      }
    for (const lichaam of [{}, { vorm: 'nooit' }, { vorm: 'los', mailadres: 'x@y.nl' }]) {
      const a = await t.ambtenaar.vraag<ProbleemLichaam>('PUT', '/mij/meldingen', { lichaam });
      assert.deepEqual([a.status, soortVan(a.lichaam)], [400, 'ongeldig-verzoek']);
    }
  });
});

describe('waar iemand zijn mail krijgt', () => {
  it('zegt de teamleider of de beheerder, en niet wie gemaild wordt', async () => {
    const wie = new Api(stack.apiUrl, await meldAan(stack, 'doorstroomcoach'));
    const baas = new Api(stack.apiUrl, await meldAan(stack, 'teamleider'));
    const pad = `/medewerkers/${wie.wie.id}/mailadres?gemeente=0164`;
    const was = mailadresVan(demo('doorstroomcoach'));
    const zet = (api: Api, lichaam: unknown, waar = pad) =>
      api.vraag<ProbleemLichaam>('PUT', waar, { lichaam });
    assert.equal((await zet(wie, { mailadres: 'elders@voorbeeld.test' })).status, 403);
    const fout = await zet(baas, { mailadres: 'geen adres' });
    assert.deepEqual([fout.status, fout.lichaam.fouten?.[0]?.pointer], [400, '/mailadres']);
    const onbekend = `/medewerkers/00000000-0000-4000-8000-000000000000/mailadres?gemeente=0164`;
    assert.equal((await zet(baas, { mailadres: null }, onbekend)).status, 404);
    assert.equal((await zet(baas, { mailadres: null }, pad.replace('0164', '0363'))).status, 404);
    const nieuw = await zet(baas, { mailadres: 'coach@voorbeeld.test' });
    assert.deepEqual([nieuw.status, nieuw.lichaam['mailadres']], [200, 'coach@voorbeeld.test']);
    assert.equal((await zet(baas, { mailadres: was })).status, 200);
    assert.equal((await wie.lees<Meldingen>('/mij/meldingen')).mailadres, was);
  });
});

describe('mijn agenda', () => {
  it('heeft een geheim adres dat alleen mijn eigen lopende termijnen toont, zonder namen', async () => {
    const gegevens = { aangemeldOp: await vandaag(t.ambtenaar), urenGemeld: 6 };
    const zaak = await t.ambtenaar.open('spreekuur', await maakJongere(t.ambtenaar, '2012-05-06'), gegevens);
    const anouk = new Api(stack.apiUrl, await meldAan(stack, 'leerplichtambtenaar'));
    await anouk.doe(zaak.id, 'toewijzen', { behandelaar: anouk.wie.id });
    assert.deepEqual(await anouk.lees<MijnAgenda>('/mij/agenda'), { actief: false, sinds: null });
    const gemaakt = (await anouk.stuur<MijnAgenda>('/mij/agenda', 201, undefined)).lichaam;
    assert.match(gemaakt.adres!, /\/api\/v1\/agenda\/[\w-]{43}\.ics$/);
    assert.equal((await anouk.lees<MijnAgenda>('/mij/agenda')).actief, true);

    const feed = await vraagFeed(gemaakt.adres!, { accept: 'text/calendar' });
    assert.equal(feed.status, 200);
    assert.match(feed.headers.get('content-type')!, /^text\/calendar/);
    assert.equal(feed.headers.get('cache-control'), 'no-store');
    const tekst = (await feed.text()).replaceAll('\r\n ', '');
    const termijn = zaak.termijnen.find((x) => x.naam === 'uitnodigen')!;
    assert.ok(tekst.includes(`UID:${zaak.id}.uitnodigen@leerlijn`));
    assert.ok(tekst.includes(`SUMMARY:Zaak ${zaaknummerVan(zaak.id)}: Uitnodigen voor het gesprek`));
    assert.ok(tekst.includes(`DTSTART;VALUE=DATE:${termijn.datum.replaceAll('-', '')}`));
    assert.ok(!/ATTENDEE|ORGANIZER|Anouk|ter Braak|de Vries|\b\d{9}\b/i.test(tekst));
    const jongere = await anouk.lees<{ achternaam: string }>(`/jongeren/${String(zaak['jongereId'])}`);
    assert.ok(!tekst.includes(jongere.achternaam));
    // Only what is his.
    const niet = await t.ambtenaar.open('spreekuur', await maakJongere(t.ambtenaar, '2012-05-06'), gegevens);
    await anouk.doe(niet.id, 'toewijzen', { behandelaar: demo('doorstroomcoach').sub });
    assert.ok(!(await (await vraagFeed(gemaakt.adres!)).text()).includes(niet.id));
  });

  it('toont aan wie waarneemt ook de zaken van wie er niet is', async () => {
    const coach = demo('doorstroomcoach').sub;
    const dag = await vandaag(t.ambtenaar);
    const gegevens = { aangemeldOp: dag, urenGemeld: 6 };
    const zaak = await t.ambtenaar.open('spreekuur', await maakJongere(t.ambtenaar, '2012-05-06'), gegevens);
    await t.ambtenaar.doe(zaak.id, 'toewijzen', { behandelaar: coach });
    const vervanger = t.teamleider;
    const { adres } = (await vervanger.stuur<MijnAgenda>('/mij/agenda', 201, undefined)).lichaam;
    const tekst = async (): Promise<string> =>
      (await (await vraagFeed(adres!)).text()).replaceAll('\r\n ', '');
    assert.ok(!(await tekst()).includes(zaak.id));
    const db = new pg.Client({ connectionString: stack.databaseUrl });
    await db.connect();
    await db.query(`select set_config('app.gemeenten', $1, false)`, [HENGELO]);
    const id = randomUUID();
    await db.query(
      `insert into app.afwezigheid (gemeente_code, id, medewerker_id, vervanger_id, van, tot, door, vastgelegd_op)
       values ($1, $2, $3, $4, $5, $5, $4, now())`,
      [HENGELO, id, coach, vervanger.wie.id, dag],
    );
    assert.ok((await tekst()).includes(zaak.id));
    await db.query('delete from app.afwezigheid where id = $1', [id]);
    await db.end();
    assert.ok(!(await tekst()).includes(zaak.id));
  });

  it('een nieuw adres maakt het oude waardeloos, en ingetrokken is ingetrokken', async () => {
    const wie = t.ambtenaarBorne;
    const [een, twee] = [
      (await wie.stuur<MijnAgenda>('/mij/agenda', 201, undefined)).lichaam.adres!,
      (await wie.stuur<MijnAgenda>('/mij/agenda', 201, undefined)).lichaam.adres!,
    ];
    assert.deepEqual([(await vraagFeed(een)).status, (await vraagFeed(twee)).status], [404, 200]);
    const weg = await wie.vraag<MijnAgenda>('DELETE', '/mij/agenda');
    assert.deepEqual([weg.status, weg.lichaam.actief], [200, false]);
    assert.equal((await wie.vraag('DELETE', '/mij/agenda')).status, 200);
    // What is unknown, was, or is no secret at all: one answer.
    const verzonnen = `${stack.apiUrl}/api/v1/agenda/${'A'.repeat(43)}.ics`;
    const kort = `${stack.apiUrl}/api/v1/agenda/x.ics`;
    const antwoorden = await Promise.all(
      [twee, verzonnen, kort].map(async (adres) => {
        const a = await vraagFeed(adres);
        const { instance: _, ...lichaam } = (await a.json()) as ProbleemLichaam;
        return { status: a.status, lichaam };
      }),
    );
    for (const a of antwoorden) assert.deepEqual(a, antwoorden[0]);
    assert.equal(antwoorden[0]!.status, 404);
  });

  it('zwijgt van een Wpg-route voor wie geen boa is, en noemt haar ook voor een boa niet', async () => {
    const boa = new Api(stack.apiUrl, await meldAan(stack, 'leerplichtambtenaar', { kenmerken: ['boa'] }));
    const { halt } = await masMetHalt(boa);
    const yusuf = '00000000-0164-5000-8000-000000000002';
    for (const [wie, ziet] of [
      [yusuf, true],
      [boa.wie.id, false],
    ] as const) {
      await boa.doe(halt.id, 'toewijzen', { behandelaar: wie });
      const eigenaar = await iemand(stack, { sub: wie, gemeenten: [HENGELO] });
      const { adres } = (await eigenaar.stuur<MijnAgenda>('/mij/agenda', 201, undefined)).lichaam;
      const tekst = (await (await vraagFeed(adres!)).text()).replaceAll('\r\n ', '');
      assert.equal(tekst.includes(halt.id), ziet);
      assert.ok(!/halt\b|verhoor|strafrecht|oproepen/i.test(tekst));
      if (ziet) assert.ok(tekst.includes(`SUMMARY:Zaak ${zaaknummerVan(halt.id)}\r\n`));
    }
  });
});
