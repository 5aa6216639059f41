import { Gauge } from 'prom-client';
import type pg from 'pg';
import { leesStanden, type Standen } from '#activities';

/** Several scrapers, or a hasty one, ask the database no more often than this. */
const ONTHOUD_MS = 15_000;
const ANTWOORDT_BINNEN_MS = 4_000;

const perGemeente = (name: string, help: string): Gauge<'gemeente'> =>
  new Gauge({ name, help, labelNames: ['gemeente'] as const });

const vastgelopen = new Gauge({
  name: 'leerlijn_vastgelopen',
  help: 'Processen die vastzitten, per soort (zie docs/bewaking.md); hoogstens een meer dan de lijst telt',
  labelNames: ['gemeente', 'soort'] as const,
});
const meters = {
  mailWacht: perGemeente('leerlijn_mail_wacht', 'Mails die wachten of onderweg zijn'),
  mailOudste: perGemeente('leerlijn_mail_oudste_seconds', 'Hoelang de oudste wachtende mail wacht'),
  mailMislukt: perGemeente('leerlijn_mail_mislukt', 'Mails die zijn opgegeven'),
  mailOnbekend: perGemeente('leerlijn_mail_onbekend', 'Brieven waarvan niemand weet of ze zijn aangekomen'),
  mailVerzonden: perGemeente('leerlijn_mail_verzonden', 'Mails die zijn verzonden'),
  teMelden: perGemeente(
    'leerlijn_herinneringen_te_melden',
    'Herinneringen die hun dag hebben en niet zijn opgepakt',
  ),
  teMeldenOudste: perGemeente(
    'leerlijn_herinnering_oudste_seconds',
    'Hoelang de oudste herinnering die niet is opgepakt al had kunnen gaan',
  ),
  duoOpen: perGemeente('leerlijn_duo_open', 'Terugmeldingen die DUO nog moet horen'),
  duoOudste: perGemeente('leerlijn_duo_oudste_seconds', 'Hoelang de oudste terugmelding aan DUO wacht'),
  klussenOpen: perGemeente('leerlijn_klussen_open', 'Klussen die niet klaar zijn'),
  klusNietBegonnen: perGemeente(
    'leerlijn_klus_niet_begonnen_seconds',
    'Hoelang de oudste klus wacht die niet is begonnen',
  ),
  regelsMislukt: perGemeente(
    'leerlijn_klus_regels_mislukt',
    'Mislukte regels in klussen van de laatste week',
  ),
};
const codeRonde = new Gauge({
  name: 'leerlijn_toezicht_ronde_seconds',
  help: 'Sinds het toezicht voor het laatst zocht naar processen die vastlopen op het programma',
});
const zonderRij = new Gauge({
  name: 'leerlijn_code_zonder_rij',
  help: 'Processen en klussen die vastlopen op het programma voordat zij een rij hebben',
});
const gelukt = new Gauge({
  name: 'leerlijn_standen_gelukt',
  help: '1 als de standen uit de database te lezen waren, anders 0',
});

/** Keeps the gauges that come from the database: asks again when they are asked for, and says when it could not. */
export class StandenMeter {
  private laatste: { op: number; klaar: Promise<void> } | undefined;

  constructor(private readonly pool: pg.Pool) {}

  /** Never throws: without the database the other measurements must still be told. */
  ververs(): Promise<void> {
    const nu = Date.now();
    if (!this.laatste || nu - this.laatste.op > ONTHOUD_MS) this.laatste = { op: nu, klaar: this.lees() };
    return Promise.race([
      this.laatste.klaar,
      new Promise<void>((klaar) => setTimeout(klaar, ANTWOORDT_BINNEN_MS).unref()),
    ]);
  }

  private async lees(): Promise<void> {
    try {
      zet(await leesStanden(this.pool));
      gelukt.set(1);
    } catch {
      // An old number would look like a fresh one.
      for (const meter of [vastgelopen, ...Object.values(meters)]) meter.reset();
      gelukt.set(0);
      this.laatste = undefined;
    }
  }
}

function zet(s: Standen): void {
  for (const { gemeente, aantallen } of s.vast)
    for (const [soort, n] of Object.entries(aantallen)) vastgelopen.set({ gemeente, soort }, n);
  for (const m of s.mail) {
    const bij = { gemeente: m.gemeente_code };
    meters.mailWacht.set(bij, m.wacht);
    meters.mailOudste.set(bij, m.oudste_wacht ?? 0);
    meters.mailMislukt.set(bij, m.mislukt);
    meters.mailOnbekend.set(bij, m.onbekend);
    meters.mailVerzonden.set(bij, m.verzonden);
    meters.teMelden.set(bij, m.te_melden);
  }
  for (const w of s.werk) {
    const bij = { gemeente: w.gemeente_code };
    meters.teMeldenOudste.set(bij, w.herinnering_oudste ?? 0);
    meters.duoOpen.set(bij, w.duo_open);
    meters.duoOudste.set(bij, w.duo_oudste ?? 0);
    meters.klussenOpen.set(bij, w.klussen_open);
    meters.klusNietBegonnen.set(bij, w.klus_niet_begonnen ?? 0);
    meters.regelsMislukt.set(bij, w.regels_mislukt);
  }
  if (s.codeRonde !== null) codeRonde.set(s.codeRonde);
  zonderRij.set(s.codeZonderRij);
}
