import { createServer, type Server, type ServerResponse } from 'node:http';
import type { Bericht, Bewaarplaats } from './bewaarplaats.js';

/** How many the list shows; all are there. */
const IN_LIJST = 200;

/** The pages: `/` the list, `/bericht/<id>` one mail, `/bericht/<id>.eml` as it came; `/berichten` and `/berichten/<id>` the same as JSON. */
export function maakPagina(plaats: Bewaarplaats): Server {
  return createServer((vraag, antwoord) => {
    antwoord.setHeader(
      'Content-Security-Policy',
      "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'",
    );
    antwoord.setHeader('Cache-Control', 'no-store');
    antwoord.setHeader('X-Content-Type-Options', 'nosniff');
    geef(plaats, vraag.method ?? 'GET', new URL(vraag.url ?? '/', 'http://postvak').pathname, antwoord).catch(
      () => {
        antwoord.writeHead(500).end();
      },
    );
  });
}

async function geef(plaats: Bewaarplaats, methode: string, pad: string, a: ServerResponse): Promise<void> {
  const [, deel = '', naam = ''] = pad.split('/');
  if (methode === 'DELETE' && pad === '/berichten') {
    plaats.leeg();
    a.writeHead(204).end();
    return;
  }
  if (pad === '/health/ready') return json(a, { status: 'gereed' });
  if (pad === '/berichten') return json(a, { berichten: await lijst(plaats) });
  if (pad === '/') return html(a, 'Postvak', tabel(await lijst(plaats), plaats.ids().length));
  const eml = naam.endsWith('.eml');
  const id = eml ? naam.slice(0, -4) : naam;
  const rauw = deel === 'bericht' || deel === 'berichten' ? plaats.rauw(id) : undefined;
  const bericht = rauw && (await plaats.lees(id));
  if (!bericht) {
    a.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Dit bericht is er niet.\n');
    return;
  }
  if (deel === 'berichten') return json(a, bericht);
  if (eml) {
    a.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end(rauw);
    return;
  }
  html(a, bericht.onderwerp, een(bericht));
}

const lijst = async (plaats: Bewaarplaats): Promise<Omit<Bericht, 'html' | 'tekst'>[]> => {
  const alle = await Promise.all(
    plaats
      .ids()
      .slice(0, IN_LIJST)
      .map((id) => plaats.lees(id)),
  );
  return alle.flatMap((b) => {
    if (!b) return [];
    const { html: _html, tekst: _tekst, ...kop } = b;
    return [kop];
  });
};

function json(a: ServerResponse, wat: object): void {
  a.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(wat));
}

const STIJL = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.4rem .6rem;border-bottom:1px solid #ccc}
pre{white-space:pre-wrap;background:#f3f3f3;padding:1rem}a{color:#0b4f8a}`;

function html(a: ServerResponse, titel: string, binnen: string): void {
  a.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(
    `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>${veilig(titel)}</title><style>${STIJL}</style></head><body>${binnen}</body></html>`,
  );
}

/** A moment as somebody in the Netherlands reads it. */
const inNederland = (moment: string): string =>
  new Date(moment).toLocaleString('nl-NL', {
    timeZone: 'Europe/Amsterdam',
    dateStyle: 'medium',
    timeStyle: 'short',
  });

const LEEG =
  '<p>Nog niets. Herinneringen gaan de deur uit op werkdagen, vanaf acht uur; in een demonstratie zet <code>npm run klok</code> de dag vooruit.</p>';

function tabel(berichten: readonly Omit<Bericht, 'html' | 'tekst'>[], totaal: number): string {
  const rijen = berichten.map(
    (b) =>
      `<tr><td>${veilig(inNederland(b.op))}</td><td>${veilig(b.aan.join(', '))}</td><td><a href="/bericht/${b.id}">${veilig(b.onderwerp)}</a></td></tr>`,
  );
  return `<h1>Postvak</h1><p>Wat Leerlijn heeft gemaild: ${totaal}. Niets hiervan heeft deze computer verlaten.</p>${totaal === 0 ? LEEG : ''}
<table><thead><tr><th>Op</th><th>Aan</th><th>Onderwerp</th></tr></thead><tbody>${rijen.join('')}</tbody></table>`;
}

/** The text only: what a mail would do with its own HTML is not for this page. */
const een = (b: Bericht): string =>
  `<p><a href="/">Postvak</a></p><h1>${veilig(b.onderwerp)}</h1>
<p>Aan: ${veilig(b.aan.join(', '))}<br>Op: ${veilig(inNederland(b.op))}<br>Message-ID: ${veilig(b.messageId)}</p>
<pre>${veilig(b.tekst)}</pre><p><a href="/bericht/${b.id}.eml">Zoals het over de lijn kwam</a></p>`;

const veilig = (tekst: string): string =>
  tekst.replace(
    /[&<>"']/g,
    (t) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[t]!,
  );
