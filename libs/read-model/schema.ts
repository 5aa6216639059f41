import type { ColumnType, GeneratedAlways } from 'kysely';
import type { Gebeurtenis, Kader, Partij, Snapshot } from '#process';

/** Text 'JJJJ-MM-DD', in and out. */
type Dag = ColumnType<string, string, string>;
type MetStandaard<T> = ColumnType<T, T | undefined, T>;
type Nooit<T> = ColumnType<T, never, never>;

/** The tables as Kysely sees them; what they mean stands in `migraties/`. */
export interface Database {
  'app.gemeente': GemeenteTabel;
  'app.medewerker': MedewerkerTabel;
  'app.afwezigheid': AfwezigheidTabel;
  'app.school': SchoolTabel;
  'app.schoolvakantie': {
    gemeente_code: string;
    brin: string;
    naam: string;
    van: Dag;
    tot: Dag;
    versie: MetStandaard<number>;
  };
  'app.jongere': JongereTabel;
  'app.behandelrelatie': { gemeente_code: string; jongere_id: string; arts_id: string };
  'app.proces': ProcesTabel;
  'app.gebeurtenis': GebeurtenisTabel;
  'app.te_doen': TeDoenTabel;
  'app.inhoud': InhoudTabel;
  'app.inzage': InzageTabel;
  'app.klok': { een: boolean; voorsprong: number };
}

export interface GemeenteTabel {
  code: string;
  naam: string;
  instellingen_versie: MetStandaard<number>;
}

export interface MedewerkerTabel {
  gemeente_code: string;
  id: string;
  naam: string;
  rol: string;
  kenmerken: MetStandaard<string[]>;
  team: string | null;
  brin: string | null;
  actief: MetStandaard<boolean>;
  mailadres: string | null;
  /** Null while he works here; the database fills it. */
  vertrokken_op: Nooit<string | null>;
}

export interface AfwezigheidTabel {
  gemeente_code: string;
  id: string;
  medewerker_id: string;
  vervanger_id: string;
  van: Dag;
  /** The last day; null while it is not known. */
  tot: Dag | null;
  door: string;
  vastgelegd_op: Date;
}

/** The kinds of school of the annual report: primary, secondary, special secondary, practical, first reception of newcomers, vocational. */
export type Schoolsoort = 'po' | 'vo' | 'vso' | 'pro' | 'isk' | 'mbo';

/** How a youth left school, as Intergrip counts it. */
export type Uitstroom = 'gepland' | 'ongepland';

export interface SchoolTabel {
  gemeente_code: string;
  brin: string;
  naam: string;
  contactpersoon: string | null;
  kalender_versie: MetStandaard<number>;
  kalender_bekend_tot: Dag;
  schoolsoort: Schoolsoort | null;
  samenwerkingsverband: string | null;
  gegevens_versie: MetStandaard<number>;
}

export interface JongereTabel {
  gemeente_code: string;
  id: string;
  bsn: Buffer;
  bsn_zoek: Buffer;
  voornamen: string;
  achternaam: string;
  geboortedatum: Dag;
  brin: string | null;
  versie: MetStandaard<number>;
  startkwalificatie_op: Dag | null;
  kwetsbaar: MetStandaard<boolean>;
  halt_elders: MetStandaard<number>;
  carel_id: string | null;
  uitstroom: Uitstroom | null;
  uitstroom_op: Dag | null;
  verhuisd_naar_gemeente: string | null;
  verhuisd_naar_id: string | null;
  verhuisd_op: Dag | null;
  verhuisd_van_gemeente: string | null;
  verhuisd_van_id: string | null;
}

/** Written by `projecteer` only. */
export interface ProcesTabel {
  gemeente_code: Nooit<string>;
  id: Nooit<string>;
  procestype: Nooit<string>;
  versie: Nooit<number>;
  jongere_id: Nooit<string>;
  onderwerp: Nooit<string>;
  toestand: Nooit<string>;
  afgerond: Nooit<boolean>;
  uitkomst: Nooit<string | null>;
  behandelaar: Nooit<string | null>;
  te_laat: Nooit<boolean>;
  storing: Nooit<boolean>;
  geopend_op: Nooit<string>;
  eerste_termijn: Nooit<string | null>;
  wek_op: Nooit<string | null>;
  revisie: Nooit<number>;
  besloten_op: Nooit<Date>;
  opening_sleutel: Nooit<string | null>;
  lijst: Nooit<Lijst>;
  snapshot: Nooit<Omit<Snapshot, 'kader'>>;
  kader: Nooit<Kader>;
  te_laat_sinds: Nooit<string | null>;
  wacht_op: Nooit<Partij | null>;
  wacht_sinds: Nooit<string | null>;
  behandelaar_sinds: Nooit<string | null>;
}

/** What the work list shows of a process without reading its snapshot. */
export interface Lijst {
  toestand: string;
  /** The first three, soonest first. */
  termijnen: {
    naam: string;
    datum: string;
    soort: 'LAW' | 'CHAIN' | 'LOCAL';
    voorlopig: boolean;
    verlopen: boolean;
  }[];
  voorstellen: Snapshot['voorstellen'];
  vlaggen: string[];
}

/** Written by `projecteer` only. */
export interface GebeurtenisTabel {
  gemeente_code: Nooit<string>;
  proces_id: Nooit<string>;
  revisie: Nooit<number>;
  volgnr: Nooit<number>;
  tijdstip: Nooit<Date>;
  wat: Nooit<Gebeurtenis>;
}

export interface TeDoenTabel {
  gemeente_code: Nooit<string>;
  proces_id: Nooit<string>;
  effect_id: Nooit<string>;
  soort: Nooit<string>;
  naam: Nooit<string>;
  voor: Nooit<string>;
  op: Nooit<string>;
  wat: Nooit<Record<string, unknown>>;
  gedaan_op: ColumnType<Date | null, never, Date | string>;
  gedaan_door: ColumnType<string | null, never, string>;
  gemeld_op: Nooit<Date | null>;
}

/** Who may read a text: everybody on the case, or those with the medical or the police-data authority. */
export type InhoudKlasse = 'gewoon' | 'medisch' | 'wpg';

export interface InhoudTabel {
  gemeente_code: string;
  proces_id: string;
  id: string;
  klasse: InhoudKlasse;
  tekst: Buffer;
  sleutel_versie: number;
  door: string;
  gemaakt_op: ColumnType<Date, never, never>;
}

export interface InzageTabel {
  gemeente_code: string;
  id: GeneratedAlways<number>;
  jongere_id: string;
  wie: string;
  rol: string;
  wat: string;
  verzoek: string;
  tijdstip: MetStandaard<Date>;
}
