import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type pg from 'pg';
import { beginVan, eersteWerkdagVanaf, gelijkgesteldeDagen, plusDagen, type Datum } from '#kalender';
import { zetKlokOp } from '#klok';
import { zaaknummerVan } from '#process';
import { maakEigenaarPool } from '#read-model';
import { Api, maakJongereVan18Op, meldAan, motorVan, testStack, wachtTot, type Motor } from '#test-kit';

/* From an act in the API to a mail that one reads in the browser, through all that runs. */

interface Bericht {
  id: string;
  aan: string[];
  onderwerp: string;
  messageId: string;
  tekst: string;
}

const stack = testStack();
let motor: Motor;
let eigenaar: pg.Pool;
let ambtenaar: Api;
before(async () => {
  motor = await motorVan(stack);
  eigenaar = maakEigenaarPool(stack.databaseUrl, 10);
  ambtenaar = new Api(stack.apiUrl, await meldAan(stack, 'leerplichtambtenaar'));
});
after(async () => {
  await motor.sluit();
  await eigenaar.end();
});

const json = async <T>(pad: string): Promise<T> => (await (await fetch(stack.postvakUrl + pad)).json()) as T;

test('een termijn verstrijkt, en om 8 uur ligt de mail in het postvak', { timeout: 120_000 }, async () => {
  const vandaag = await motor.vandaag();
  const zaak = await ambtenaar.open(
    'spreekuur',
    await maakJongereVan18Op(ambtenaar, plusDagen(vandaag, 900)),
    { aangemeldOp: vandaag, urenGemeld: 6 },
  );
  const uiterlijk = zaak.termijnen.find((x) => x.naam === 'uitnodigen')!.datum as Datum;
  const dag = eersteWerkdagVanaf(plusDagen(uiterlijk, 1), {
    versie: '1',
    gelijkgesteld: gelijkgesteldeDagen,
  });
  await motor.klokNaar(dag);
  await zetKlokOp(eigenaar, beginVan(plusDagen(dag, 1)) - 16 * 3_600_000);
  const nummer = zaaknummerVan(zaak.id);
  const mail = await wachtTot(
    'de mail is er',
    async () => {
      const { berichten } = await json<{ berichten: Bericht[] }>('/berichten');
      for (const { id } of berichten) {
        const b = await json<Bericht>(`/berichten/${id}`);
        if (b.tekst.includes(nummer)) return b;
      }
      return undefined;
    },
    30_000,
    500,
  );
  assert.ok(mail.tekst.includes(`${stack.apiUrl}/zaak/${zaak.id}`));
  assert.ok(mail.aan[0]!.endsWith('@voorbeeld.test') && !mail.onderwerp.includes(nummer));

  const lijst = await fetch(`${stack.postvakUrl}/`);
  assert.match(lijst.headers.get('content-security-policy')!, /default-src 'none'/);
  assert.ok((await lijst.text()).includes(`/bericht/${mail.id}`));
  assert.ok((await (await fetch(`${stack.postvakUrl}/bericht/${mail.id}`)).text()).includes(nummer));
  assert.ok(
    (await (await fetch(`${stack.postvakUrl}/bericht/${mail.id}.eml`)).text()).includes(mail.messageId),
  );
  for (const pad of ['/bericht/..%2f..%2fpids%2fapi.json', '/bericht/bestaatniet', '/anders/x'])
    assert.equal((await fetch(stack.postvakUrl + pad)).status, 404, pad);
});
