import type pg from 'pg';
import { alsEigenaar } from '../load/jongeren.js';
import { BORNE, HENGELO } from '../../infra/local/demo-gebruikers.js';
import type { Datum } from './dagen.js';

/** A process as its row tells. */
export interface ProcesRij {
  id: string;
  procestype: string;
  afgerond: boolean;
  uitkomst: string | null;
  storing: boolean;
  wek_op: Datum | null;
}
/** A reminder, by what may happen once only. */
export interface Herinnering {
  proces_id: string;
  naam: string;
  herinnering: string;
  op: Datum;
}
/** A line of a timeline. */
export interface Regel {
  proces_id: string;
  revisie: number;
  soort: string;
  naam: string;
  rol: string;
  wie: string;
}

/** Reads the tables from outside, for the checks; writes nothing. */
export class Toestand {
  constructor(private readonly databaseUrl: string) {}

  processen(): Promise<ProcesRij[]> {
    return this.lees(
      'select id, procestype, afgerond, uitkomst, storing, wek_op::text from app.proces order by id',
    );
  }

  /** The reminders that fall after a day. */
  herinneringen(na: Datum): Promise<Herinnering[]> {
    return this.lees(
      `select proces_id, naam, wat->>'herinnering' as herinnering, op::text from app.te_doen where soort = 'herinner' and op > $1`,
      [na],
    );
  }

  regels(): Promise<Regel[]> {
    return this.lees(
      `select proces_id, revisie, wat->>'soort' as soort, wat->>'naam' as naam, wat#>>'{door,rol}' as rol, wat#>>'{door,id}' as wie
       from app.gebeurtenis`,
    );
  }

  /** What is to be done, by kind. */
  teDoen(): Promise<{ soort: string; aantal: number }[]> {
    return this.lees('select soort, count(*)::int as aantal from app.te_doen group by soort order by soort');
  }

  meldingen(): Promise<{ meldingnummer: string; proces_id: string | null }[]> {
    return this.lees('select meldingnummer, proces_id from app.verzuimmelding');
  }

  contactmomenten(): Promise<{ aantal: number }[]> {
    return this.lees('select count(*)::int as aantal from app.contactmoment');
  }

  /** What became of the reminders in the mail, and of the mails. */
  post(): Promise<{ wat: string; aantal: number }[]> {
    return this.lees(
      `select 'herinnering ' || stand as wat, count(*)::int as aantal from app.herinnering group by stand
       union all select 'mail: ' || soort || ' ' || staat, count(*)::int from app.mail group by soort, staat order by 1`,
    );
  }

  mails(): Promise<{ soort: string; staat: string; message_id: string }[]> {
    return this.lees('select soort, staat, message_id from app.mail');
  }

  /** Of all reminders how many the mailer did not take up. */
  async nietGemeld(): Promise<{ alle: number; open: number }> {
    const [rij] = await this.lees<{ alle: number; open: number }>(
      `select count(*)::int as alle, (count(*) filter (where gemeld_op is null))::int as open from app.te_doen where soort = 'herinner'`,
    );
    return rij!;
  }

  private lees<R extends pg.QueryResultRow>(tekst: string, waarden: unknown[] = []): Promise<R[]> {
    return alsEigenaar(
      this.databaseUrl,
      [HENGELO, BORNE],
      async (client) => (await client.query<R>(tekst, waarden)).rows,
    );
  }
}
