import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, test } from 'node:test';
import { SignJWT, UnsecuredJWT } from 'jose';
import { soortVan, type ProbleemLichaam, type ProcesLichaam } from '#test-kit';
import { iemand, toneel, vandaag, vrijstellingVan, type Toneel } from './toneel.js';

/* Every way to be refused, and that each says what the caller can do without repeating what he sent. */

let t: Toneel;
let proces: ProcesLichaam;

before(async () => {
  t = await toneel();
  const v = await vrijstellingVan(t.ambtenaar);
  proces = await t.ambtenaar.open(v.procestype, v.jongereId, v.gegevens);
});

interface Verzoek {
  methode?: string;
  pad: string;
  koppen?: Record<string, string>;
  body?: string | Buffer;
}

/** A request as no decent caller makes it. */
async function rauw({
  methode = 'GET',
  pad,
  koppen = {},
  body,
}: Verzoek): Promise<{ status: number; koppen: Headers; lichaam: ProbleemLichaam }> {
  const antwoord = await fetch(t.stack.apiUrl + pad, {
    method: methode,
    headers: { authorization: `Bearer ${t.ambtenaar.wie.token}`, ...koppen },
    body,
  });
  return {
    status: antwoord.status,
    koppen: antwoord.headers,
    lichaam: (await antwoord.json()) as ProbleemLichaam,
  };
}

const json = { 'content-type': 'application/json' };
const open = (body: string | Buffer, koppen: Record<string, string> = json): Verzoek => ({
  methode: 'POST',
  pad: '/api/v1/processen',
  koppen: { ...koppen, 'idempotency-key': randomUUID() },
  body,
});
const diep = '['.repeat(10_000) + ']'.repeat(10_000);
const nul = randomUUID();

const tabel: [naam: string, status: number, verzoek: () => Verzoek][] = [
  ['onbekend adres', 404, () => ({ pad: '/api/v1/nergens' })],
  ['buiten de API', 404, () => ({ pad: '/wp-login.php' })],
  ['verkeerde methode', 405, () => ({ methode: 'DELETE', pad: '/api/v1/processen' })],
  [
    'verkeerde methode op een proces',
    405,
    () => ({ methode: 'PUT', pad: `/api/v1/processen/${proces.id}`, koppen: json, body: '{}' }),
  ],
  ['vreemd accept', 406, () => ({ pad: '/api/v1/processen', koppen: { accept: 'application/xml' } })],
  ['te groot', 413, () => open(Buffer.alloc(1_100_000, 32))],
  ['geen JSON', 415, () => open('a=1', { 'content-type': 'application/x-www-form-urlencoded' })],
  ['ingepakt', 415, () => open('{}', { ...json, 'content-encoding': 'gzip' })],
  ['kapotte JSON', 400, () => open('{"a":')],
  ['komma aan het eind', 400, () => open('{"a":1,}')],
  ['NaN', 400, () => open('{"a":NaN}')],
  ['geen UTF-8', 400, () => open(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]))],
  ['BOM', 400, () => open('\ufeff{}')],
  ['lege body', 400, () => open('')],
  ['dubbele sleutel', 400, () => open('{"procestype":"a","procestype":"b","jongereId":"c","gegevens":{}}')],
  ['__proto__', 400, () => open('{"procestype":"a","jongereId":"c","gegevens":{"__proto__":{"x":1}}}')],
  ['diep genest', 400, () => open(`{"gegevens":${diep}}`)],
  ['geen UUID in het pad', 400, () => ({ pad: '/api/v1/processen/1' })],
  ['onbekende vraag', 400, () => ({ pad: '/api/v1/processen?sorteer=naam' })],
  ['dubbele vraag', 400, () => ({ pad: '/api/v1/processen?gemeente=0164&gemeente=0147' })],
  ['te grote bladzijde', 400, () => ({ pad: '/api/v1/processen?limiet=101' })],
  ['verzonnen cursor', 400, () => ({ pad: '/api/v1/processen?cursor=abc' })],
  ['datum die niet bestaat', 400, () => ({ pad: '/api/v1/processen?termijnVoor=2026-02-30' })],
  ['onbekend procestype', 404, () => ({ pad: '/api/v1/procestypen/constructor' })],
  ['onbekend proces', 404, () => ({ pad: `/api/v1/processen/${nul}` })],
];

test('de tabel van statuscodes', async (tt) => {
  for (const [naam, status, maak] of tabel) {
    await tt.test(`${status} ${naam}`, async () => {
      const verzoek = maak();
      const a = await rauw(verzoek);
      assert.equal(a.status, status, JSON.stringify(a.lichaam));
      assert.match(a.koppen.get('content-type') ?? '', /^application\/problem\+json/);
      assert.equal(a.lichaam.status, status);
      assert.match(a.lichaam.type, /^urn:leerlijn:probleem:/);
      assert.ok(a.lichaam.detail.length > 0 && a.lichaam['title'] && a.lichaam['instance']);
      assert.equal(a.koppen.get('cache-control'), 'no-store');
      assert.equal(a.koppen.get('x-content-type-options'), 'nosniff');
      assert.match(a.koppen.get('content-security-policy') ?? '', /frame-ancestors 'none'/);
      assert.equal(a.koppen.get('access-control-allow-origin'), null);
      if (status === 405) assert.ok(a.koppen.get('allow'));
    });
  }
});

test('alle velden die niet kloppen komen tegelijk, zonder wat er stond', async () => {
  const a = await rauw(
    open(
      JSON.stringify({
        procestype: 'vrijstelling',
        jongereId: proces['jongereId'],
        gegevens: { grond: 'KIES-MIJ', kennisgevingOp: '2026-02-30', eerderBeroep: 'GEHEIM', meer: 1 },
      }),
    ),
  );
  assert.equal(a.status, 400);
  assert.deepEqual(a.lichaam.fouten?.map((f) => `${f.pointer} ${f.code}`).sort(), [
    '/gegevens/eerderBeroep type',
    '/gegevens/grond keuze',
    '/gegevens/kennisgevingOp date',
    '/gegevens/meer onbekend-veld',
  ]);
  assert.ok(!/KIES-MIJ|GEHEIM|02-30/.test(JSON.stringify(a.lichaam)));
});

test('stuurtekens, richtingstekens en halve tekens worden geweigerd; accenten en emoji niet', async () => {
  for (const teken of ['\u0000', '\u0007', '\u202e', '\u200b', '\ud800']) {
    const a = await t.ambtenaar.handel(proces.id, 'notitie', { tekst: `voor${teken}na` });
    assert.equal(a.status, 400, escape(teken));
    assert.equal(a.lichaam.fouten?.[0]?.pointer, '/tekst');
  }
  const goed = `Zoë van 't Hof-Ünal 👩‍👧 <script>{{7*7}}' OR 1=1--\nregel twee`;
  await t.ambtenaar.doe(proces.id, 'notitie', { tekst: goed });
  const { gebeurtenissen } = await t.ambtenaar.lees<{ gebeurtenissen: { teksten: { tekst: string }[] }[] }>(
    `/processen/${proces.id}/gebeurtenissen`,
  );
  assert.equal(gebeurtenissen.at(-1)?.teksten[0]?.tekst, goed);
});

test('zonder goed token is het antwoord altijd hetzelfde 401', async () => {
  const basis = { issuer: t.stack.oidcIssuer, audience: t.stack.oidcAudience };
  const claims = { rollen: ['teamleider'], gemeenten: ['0164'], kenmerken: [] };
  const hs = (kop: object = {}): Promise<string> =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', ...kop })
      .setSubject(randomUUID())
      .setIssuer(basis.issuer)
      .setAudience(basis.audience)
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode('x'.repeat(64)));
  const echt = t.ambtenaar.wie.token;
  const [kop, inhoud, stempel] = echt.split('.') as [string, string, string];
  const anders = Buffer.from(
    JSON.stringify({ ...JSON.parse(Buffer.from(inhoud, 'base64url').toString()), rollen: ['teamleider'] }),
  );
  const tokens = [
    '',
    'onzin',
    new UnsecuredJWT(claims)
      .setSubject(randomUUID())
      .setIssuer(basis.issuer)
      .setAudience(basis.audience)
      .setExpirationTime('1h')
      .encode(),
    await hs(),
    await hs({ kid: '../../dev/null' }),
    `${kop}.${anders.toString('base64url')}.${stempel}`,
    `${kop}.${inhoud}.`,
    (await iemand(t.stack, {}, -60)).wie.token,
    (await iemand({ ...t.stack, oidcAudience: 'een-ander' }, {})).wie.token,
    (await iemand({ ...t.stack, oidcIssuer: 'http://127.0.0.1:1' }, {})).wie.token,
    (await iemand(t.stack, { rollen: ['systeem' as never] })).wie.token,
    (await iemand(t.stack, { sub: 'geen-uuid' })).wie.token,
  ];
  const teksten = new Set<string>();
  for (const token of tokens) {
    const a = await rauw({ pad: '/api/v1/processen', koppen: { authorization: `Bearer ${token}` } });
    assert.equal(a.status, 401, token.slice(0, 20));
    assert.match(a.koppen.get('www-authenticate') ?? '', /^Bearer/);
    teksten.add(a.lichaam.detail);
  }
  assert.equal(teksten.size, 1);
  const inUrl = await rauw({ pad: `/api/v1/processen?access_token=${echt}`, koppen: { authorization: '' } });
  assert.equal(inUrl.status, 401);
});

test('401 gaat voor 413, 415 en 400: een vreemde laat ons niets lezen', async () => {
  for (const verzoek of [
    open(Buffer.alloc(1_100_000, 32)),
    open('a=1', { 'content-type': 'text/plain' }),
    open('{'),
  ]) {
    const a = await rauw({ ...verzoek, koppen: { ...verzoek.koppen, authorization: '' } }).catch(() => ({
      status: 401,
    }));
    assert.equal(a.status, 401);
  }
});

test('403: de rol mag dit nooit, wat er ook in het verzoek staat', async () => {
  const gevallen: [typeof t.school, 'GET' | 'POST', string][] = [
    [t.school, 'POST', '/jongeren/_zoek'],
    [t.school, 'GET', '/medewerkers'],
    [t.arts, 'POST', '/processen'],
    [t.arts, 'GET', '/te-doen'],
    [t.beheerder, 'GET', `/jongeren/${nul}`],
    [t.beheerder, 'GET', `/processen/${nul}/gebeurtenissen`],
    [t.school, 'POST', `/processen/${nul}/acties/annuleren`],
    [t.ambtenaar, 'POST', `/processen/${nul}/acties/terzijdeStellen`],
  ];
  for (const [wie, methode, pad] of gevallen) {
    const a = await wie.vraag<ProbleemLichaam>(
      methode,
      pad,
      methode === 'POST' ? { lichaam: {}, sleutel: randomUUID() } : {},
    );
    assert.equal(a.status, 403, `${wie.wie.rol} ${pad}`);
    assert.equal(soortVan(a.lichaam), 'geen-recht');
  }
});

test('een proces dat niemand zelf opent zegt waar het begint', async () => {
  const { jongereId } = await vrijstellingVan(t.ambtenaar);
  const gegevens = { gekozenOp: '2026-11-02', overlegOvJ: false };
  const a = await t.ambtenaar.vraag<ProbleemLichaam>('POST', '/processen', {
    lichaam: { procestype: 'halt', jongereId, gegevens },
    sleutel: randomUUID(),
  });
  assert.equal(a.status, 403);
  assert.match(a.lichaam.detail, /begint vanuit een stap in een ander proces/);
});

test('wat van een andere gemeente is bestaat niet: hetzelfde antwoord als bij wat er niet is', async () => {
  const paden = (id: string): [string, 'GET' | 'POST'][] => [
    [`/processen/${id}`, 'GET'],
    [`/processen/${id}/gebeurtenissen`, 'GET'],
    [`/processen/${id}/vooruitblik`, 'GET'],
    [`/processen/${id}/acties/volledigVerklaard`, 'POST'],
    [`/te-doen/${id}/1.0/gedaan`, 'POST'],
  ];
  for (const [i, [pad, methode]] of paden(proces.id).entries()) {
    const opties = methode === 'POST' ? { lichaam: {}, sleutel: randomUUID() } : {};
    const vreemd = await t.ambtenaarBorne.vraag<ProbleemLichaam>(methode, pad, opties);
    const onbekend = await t.ambtenaarBorne.vraag<ProbleemLichaam>(methode, paden(nul)[i]![0], opties);
    assert.equal(vreemd.status, 404, pad);
    assert.deepEqual({ ...vreemd.lichaam, instance: '' }, { ...onbekend.lichaam, instance: '' });
  }
  const jongere = await t.ambtenaarBorne.vraag('GET', `/jongeren/${String(proces['jongereId'])}`);
  assert.equal(jongere.status, 404);
  const v = await vrijstellingVan(t.ambtenaar, String(proces['jongereId']));
  const open = await t.ambtenaarBorne.vraag('POST', '/processen', { lichaam: v, sleutel: randomUUID() });
  assert.equal(open.status, 404);
});

test('de sleutel is een UUID', async () => {
  const v = await vrijstellingVan(t.ambtenaar);
  for (const sleutel of [undefined, '1', `${randomUUID()}x`]) {
    const a = await t.ambtenaar.vraag<ProbleemLichaam>('POST', '/processen', { lichaam: v, sleutel });
    assert.equal(a.status, 400);
    assert.equal(a.lichaam.fouten?.[0]?.code, 'idempotency-key');
  }
});

test('409 zegt wat nu wel kan, 422 op welke grond', async () => {
  const nee = await t.ambtenaar.handel(proces.id, 'bevestigen', { geldigVanaf: await vandaag(t.ambtenaar) });
  assert.equal(nee.status, 409);
  assert.equal(soortVan(nee.lichaam), 'actie-niet-mogelijk');
  assert.ok((nee.lichaam['mogelijk'] as string[]).includes('volledigVerklaard'));

  const onbekend = await t.ambtenaar.handel(proces.id, 'toveren');
  assert.equal(onbekend.status, 404);

  await t.ambtenaar.doe(proces.id, 'volledigVerklaard');
  const eis = await t.ambtenaar.handel(proces.id, 'artsAanwijzen', { artsId: randomUUID() });
  assert.equal(eis.status, 422);
  assert.equal(soortVan(eis.lichaam), 'eis-niet-vervuld');
  assert.equal(eis.lichaam['soort'], 'LAW');
  assert.match(String(eis.lichaam['grondslag']), /Leerplichtwet 1969/);
  assert.equal(eis.lichaam['terzijdeTeStellen'], false);

  const wettelijk = await t.teamleider.handel(proces.id, 'verlengen', {
    termijn: 'achttien',
    tot: '2040-01-01',
    reden: 'x',
  });
  assert.equal(wettelijk.status, 422);
});

test('een start die de wet niet toelaat is 422 en laat geen proces achter', async () => {
  const v = await vrijstellingVan(t.ambtenaar);
  v.gegevens['kennisgevingOp'] = '2199-01-01';
  const nee = await t.ambtenaar.vraag<ProbleemLichaam>('POST', '/processen', {
    lichaam: v,
    sleutel: randomUUID(),
  });
  assert.equal(nee.status, 422);
  assert.match(String(nee.lichaam['grondslag']), /artikel 6/);
  const { processen } = await t.ambtenaar.lees<{ processen: unknown[] }>(
    `/processen?jongereId=${v.jongereId}`,
  );
  assert.deepEqual(processen, []);
});

test('toewijzen kan alleen aan wie hier werkt', async () => {
  const nee = await t.ambtenaar.handel(proces.id, 'toewijzen', { behandelaar: randomUUID() });
  assert.equal(nee.status, 400);
  assert.equal(nee.lichaam.fouten?.[0]?.pointer, '/behandelaar');
  const ja = await t.ambtenaar.doe(proces.id, 'toewijzen', { behandelaar: t.teamleider.wie.id });
  assert.equal(ja['behandelaar'], t.teamleider.wie.id);
  const kader = await t.beheerder.handel(proces.id, 'kaderBijwerken');
  assert.equal(kader.status, 200);
  assert.equal(kader.lichaam['gegevens'], undefined, 'een beheerder ziet geen inhoud');
});
