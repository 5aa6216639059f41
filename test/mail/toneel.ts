import { randomUUID } from 'node:crypto';
import { beginVan, datum, plusDagen, type Datum } from '#kalender';
import { maakVervoer, planMail, register, verstuurMail } from '#activities';
import {
  decide,
  open,
  tick,
  type Besluit,
  type Gegevens,
  type Kader,
  type Rol,
  type Snapshot,
  type Wie,
} from '#process';
import { inGemeente, projecteer, rijVan, teDoenVan, type InGemeente } from '#read-model';
import { HENGELO, eigenDatabase, type EigenDatabase } from '../read-model/eigen-database.js';
import { startPut, type Put } from './put.js';

/* Reminders out of the real kernel, in the real tables, over real SMTP; only Temporal is not here, so that a story takes milliseconds. */

export const ADRES = 'https://leerlijn.voorbeeld.test';
export const VAN = 'leerlijn@voorbeeld.test';
export const TEAM = 'Leerplicht';

/** A case that the kernel runs and the row lane writes. */
export interface Zaak {
  readonly id: string;
  readonly s: Snapshot;
  /** Lets everything happen that falls due up to this day. */
  dag(d: string): Promise<void>;
  doe(actie: string, invoer?: Gegevens, rol?: Rol, op?: string): Promise<void>;
}

export interface Mens {
  id: string;
  adres: string;
}

export interface MailToneel {
  db: EigenDatabase;
  put: Put;
  /** Sets the Klok of this database to an hour of a day in Amsterdam (after the night), or to an instant. */
  klok(dag: string, uur: number): Promise<void>;
  klokOp(moment: Date): Promise<void>;
  mens(
    o?: Partial<{
      rol: string;
      kenmerken: string[];
      adres: string | null;
      actief: boolean;
      team: string | null;
    }>,
  ): Promise<Mens>;
  postbus(adres: string): Promise<void>;
  afwezig(wie: string, vervanger: string, van: string, tot: string | null): Promise<void>;
  vorm(wie: string, vorm: 'overzicht' | 'los'): Promise<void>;
  zaak(o: {
    procestype: string;
    op: string;
    gegevens: Gegevens;
    behandelaar?: string | null;
    instellingen?: Kader['instellingen']['waarden'];
    versie?: number;
  }): Promise<Zaak>;
  /** One round of the mailer; gives how many went. */
  ronde(): Promise<number>;
  als<T>(werk: (em: InGemeente) => Promise<T>): Promise<T>;
  mails(): Promise<
    { id: string; soort: string; aan: string; staat: string; pogingen: number; fout: string | null }[]
  >;
  taken(zaak: Zaak): Promise<string[]>;
  /** Removes all mail, so that the next story begins with none. */
  ruim(): Promise<void>;
  sluit(): Promise<void>;
}

const KADER = (waarden: Kader['instellingen']['waarden']): Kader => ({
  regels: 1,
  instellingen: { versie: 1, waarden },
  kalender: { versie: '1.0', gelijkgesteld: [] },
});

export async function mailToneel(o: { stilte?: number; langst?: number } = {}): Promise<MailToneel> {
  const db = await eigenDatabase();
  const put = await startPut();
  const vervoer = maakVervoer({ url: put.url, ...o });
  const als = <T>(werk: (em: InGemeente) => Promise<T>): Promise<T> =>
    inGemeente(db.worker, { gemeenten: [HENGELO] }, werk);
  const vraag = async <R extends object>(tekst: string, waarden: unknown[] = []): Promise<R[]> => {
    const client = await db.eigenaar.connect();
    try {
      await client.query('begin');
      await client.query(`select set_config('app.gemeenten', $1, true)`, [HENGELO]);
      const { rows } = await client.query<R>(tekst, waarden);
      await client.query('commit');
      return rows;
    } finally {
      client.release();
    }
  };
  let instelling = 1;
  let nummer = 0;
  const t: MailToneel = {
    db,
    put,
    als,
    klok: (dag, uur) => t.klokOp(new Date(beginVan(plusDagen(datum(dag), 1)) - (24 - uur) * 3_600_000)),
    async klokOp(moment) {
      await vraag('update app.klok set voorsprong = $1', [moment.getTime() - Date.now()]);
    },
    async mens({ rol = 'leerplichtambtenaar', kenmerken = [], adres, actief = true, team = TEAM } = {}) {
      const id = randomUUID();
      const naar = adres === undefined ? `mens${(nummer += 1)}@hengelo.test` : adres;
      await vraag(
        `insert into app.medewerker (gemeente_code, id, naam, rol, kenmerken, team, actief, mailadres)
         values ($1, $2, 'Anouk Canarie', $3, $4, $5, $6, $7)`,
        [HENGELO, id, rol, kenmerken, team, actief, naar],
      );
      return { id, adres: naar ?? '' };
    },
    async postbus(adres) {
      instelling += 1;
      await vraag(
        `insert into app.instelling (gemeente_code, versie, naam, waarde, geldig_vanaf, naar_proces, vastgelegd_op)
         values ($1, $2, 'teampostbussen', $3, '2026-01-01', false, now())`,
        [HENGELO, instelling, JSON.stringify([{ team: TEAM, adres }])],
      );
    },
    async afwezig(wie, vervanger, van, tot) {
      await vraag(
        `insert into app.afwezigheid (gemeente_code, id, medewerker_id, vervanger_id, van, tot, door, vastgelegd_op)
         values ($1, $2, $3, $4, $5, $6, $3, now())`,
        [HENGELO, randomUUID(), wie, vervanger, van, tot],
      );
    },
    async vorm(wie, vorm) {
      await vraag(
        `insert into app.meldvoorkeur (gemeente_code, medewerker_id, vorm, gewijzigd_op) values ($1, $2, $3, now())
         on conflict (gemeente_code, medewerker_id) do update set vorm = excluded.vorm`,
        [HENGELO, wie, vorm],
      );
    },
    async zaak({ procestype, op, gegevens, behandelaar = null, instellingen = {}, versie }) {
      const d = versie === undefined ? register.nieuwste(procestype) : register.definitie(procestype, versie);
      const wie: Wie = { id: randomUUID(), rollen: ['leerplichtambtenaar'], kenmerken: ['boa'] };
      const dag = datum(op);
      const eerste = open(
        d,
        {
          id: randomUUID(),
          procestype,
          versie: d.versie,
          gemeente: HENGELO,
          jongereId: db.jongere[HENGELO]!,
          onderwerp: randomUUID(),
          gegevens,
          kader: KADER(instellingen),
          behandelaar,
          feiten: {},
          wie,
          sleutel: randomUUID(),
          hash: '',
        },
        dag,
      );
      let s = eerste.snapshot;
      let besluiten = 0;
      const neem = async (b: Extract<Besluit, { ok: true }>): Promise<void> => {
        s = b.snapshot;
        const { kader, ...snapshot } = s;
        const besloten = new Date(Date.UTC(2026, 0, 1) + (besluiten += 1)).toISOString();
        const gebeurtenissen = b.gebeurtenissen.map((wat, volgnr) => ({
          revisie: s.revisie,
          volgnr,
          tijdstip: besloten,
          wat,
        }));
        await projecteer(
          db.worker,
          { snapshot, kader, besloten, gebeurtenissen, effecten: b.effecten },
          rijVan(d, snapshot),
          b.effecten.map((e) => teDoenVan(e)),
        );
      };
      await neem(eerste);
      return {
        id: s.id,
        get s() {
          return s;
        },
        async dag(naar) {
          const b = tick(d, s, datum(naar));
          if (b) await neem(b);
        },
        async doe(actie, invoer = {}, rol = 'leerplichtambtenaar', wanneer = s.laatstOp) {
          const b = decide(
            d,
            s,
            {
              actie,
              invoer,
              feiten: { artsIsAangewezen: true, isBehandelendArts: false },
              wie: { id: wie.id, rollen: [rol], kenmerken: ['boa'] },
              sleutel: randomUUID(),
              hash: '',
            },
            datum(wanneer),
          );
          if (!b.ok) throw new Error(`${actie}: ${b.weigering.melding}`);
          await neem(b);
        },
      };
    },
    async ronde() {
      await planMail({ pool: db.worker, register, domein: 'voorbeeld.test' }, HENGELO);
      return verstuurMail({ pool: db.worker, register, vervoer, van: VAN, adres: ADRES }, HENGELO);
    },
    mails: () =>
      vraag('select id, soort, aan, staat, pogingen, fout from app.mail order by aangemaakt_op, aan'),
    async taken(zaak) {
      const rijen = await vraag<{ naam: string }>(
        `select naam from app.te_doen where proces_id = $1 and soort = 'taak' order by naam`,
        [zaak.id],
      );
      return rijen.map((r) => r.naam);
    },
    async ruim() {
      await vraag('delete from app.mail_regel');
      await vraag('delete from app.mail');
      await vraag('delete from app.herinnering');
      await vraag('delete from app.te_doen');
      put.berichten.length = 0;
      put.gezien.length = 0;
      put.bijAdres = () => undefined;
      put.bijTekst = () => undefined;
    },
    async sluit() {
      vervoer.sluit();
      await put.sluit();
      await db.ruimOp();
    },
  };
  return t;
}

/** The day `n` days after `d`. */
export const later = (d: Datum | string, n: number): Datum => plusDagen(datum(d), n);
