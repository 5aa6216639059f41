import type { Pool } from 'pg';
import { v5 as uuidv5 } from 'uuid';
import { datum } from '#kalender';
import { isAfgeschermd } from '#process';
import {
  bewaarMails,
  inGemeente,
  leesKaders,
  leesMensen,
  leesOverzichten,
  leesPostbussen,
  leesTeMelden,
  MAIL_TAKEN,
  neemHerinneringen,
  neemPlanner,
  noteerMailTaak,
  voegRegelsToe,
  type Herinnering,
  type InGemeente,
  type NieuweMail,
  type TeMelden,
} from '#read-model';
import type { Register } from '../register.js';
import { geldtNog } from './geldt.js';
import { ontvangersVan, type Adresboek, type Ontvanger } from './ontvangers.js';
import { isMailtijd } from './venster.js';

/** One transaction stays short. */
const PER_KEER = 500;
/** Namespace of the ids of mails; never changes, for a repeat must find the same one. */
const MAIL_IDS = '0c7c2f0e-6c0b-5d0a-8a51-2f6f1f5d7e13';
/** From the passing of a term on a reminder does not wait for the digest. */
const METEEN: readonly string[] = ['verstreken', 'groep', 'teamleider'];

export interface PlanOmgeving {
  /** Of the worker's role. */
  pool: Pool;
  register: Register;
  /** The sender's domain: the right half of every Message-ID. */
  domein: string;
}

/**
 * Turns the reminders whose day has come into mails, from 8:00 of a working day on, and gives how many reminders it looked at. Safe in every worker at
 * once and after every death: claim and mail are one transaction.
 */
export async function planMail(o: PlanOmgeving, gemeente: string): Promise<number> {
  let gezien = 0;
  for (;;) {
    const n = await inGemeente(o.pool, { gemeenten: [gemeente] }, (em) => planDeel(o, em, gemeente));
    gezien += n;
    if (n < PER_KEER) return gezien;
  }
}

async function planDeel(o: PlanOmgeving, em: InGemeente, gemeente: string): Promise<number> {
  const { kalender } = (await leesKaders(em, gemeente))(null, em.vandaag);
  if (!isMailtijd(em.nu, em.vandaag, kalender) || !(await neemPlanner(em, gemeente))) return 0;
  const regels = await leesTeMelden(em, gemeente, PER_KEER);
  if (regels.length === 0) return 0;
  const boek: Adresboek = {
    mensen: await leesMensen(em, gemeente),
    postbussen: await leesPostbussen(em, gemeente),
  };
  const beslist = regels.map((r) => beslis(o.register, boek, r));
  const nieuw = await neemHerinneringen(
    em,
    gemeente,
    beslist.map((b) => b.herinnering),
  );
  const telt = beslist.filter(({ herinnering: h }) => nieuw.has(`${h.proces_id} ${h.effect_id}`));
  await schrijf(
    o,
    em,
    gemeente,
    telt.filter((b) => b.herinnering.stand === 'gemaild'),
  );
  for (const { herinnering: h } of telt.filter((b) => b.herinnering.stand === 'geenAdres'))
    await noteerMailTaak(em, gemeente, h.proces_id, MAIL_TAKEN.geenAdres, `geen-adres-${h.effect_id}`);
  return regels.length;
}

interface Beslist {
  herinnering: Herinnering;
  ontvangers: Ontvanger[];
}

/** What becomes of one reminder. */
function beslis(register: Register, boek: Adresboek, r: TeMelden): Beslist {
  const over = r.soort === 'opDatum' || !r.loopt ? r.op : datum(r.loopt.datum);
  const { proces_id, effect_id, termijn, soort } = r;
  const als = (stand: Herinnering['stand'], ontvangers: Ontvanger[] = []): Beslist => ({
    herinnering: { proces_id, effect_id, termijn, soort, over, stand },
    ontvangers,
  });
  if (!geldtNog(register, r)) return als('vervallen');
  if (r.ingehaald) return als('ingehaald');
  const d = register.definitie(r.procestype, r.versie);
  const alleenBoa = isAfgeschermd(d, termijn);
  const ontvangers = ontvangersVan(boek, d, { soort, behandelaar: r.behandelaar, alleenBoa });
  return ontvangers.length === 0 ? als('geenAdres') : als('gemaild', ontvangers);
}

/** The mails of these reminders: single ones, and lines of digests. */
async function schrijf(
  o: PlanOmgeving,
  em: InGemeente,
  gemeente: string,
  beslist: readonly Beslist[],
): Promise<void> {
  if (beslist.length === 0) return;
  const overzichten = await leesOverzichten(em, gemeente);
  const mails = new Map<string, NieuweMail>();
  const regels: Parameters<typeof voegRegelsToe>[2][number][] = [];
  for (const { herinnering: h, ontvangers } of beslist)
    for (const { aan, ontvanger, los } of ontvangers) {
      const maak = (soort: 'herinnering' | 'overzicht', wat: readonly unknown[]): string => {
        const id = uuidv5(JSON.stringify([gemeente, soort, aan, ...wat]), MAIL_IDS);
        mails.set(id, { id, soort, aan, ontvanger, message_id: `<${id}@${o.domein}>` });
        return id;
      };
      let id: string;
      if (los || METEEN.includes(h.soort)) {
        id = maak('herinnering', [h.proces_id, h.termijn, h.soort, h.over]);
      } else {
        const stand = overzichten.get(aan) ?? { aantal: 0, open: null };
        id = stand.open ?? maak('overzicht', [em.vandaag, stand.aantal + 1]);
        if (stand.open === null) overzichten.set(aan, { aantal: stand.aantal + 1, open: id });
      }
      regels.push({ mail_id: id, proces_id: h.proces_id, effect_id: h.effect_id });
    }
  await bewaarMails(em, gemeente, [...mails.values()]);
  await voegRegelsToe(em, gemeente, regels);
}
