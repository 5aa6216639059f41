import { join, resolve } from 'node:path';
import { z } from 'zod';
import { variabelen } from './variabelen.js';

type Schemas = { [K in keyof typeof variabelen]: (typeof variabelen)[K]['schema'] };
const schema = z.object(
  Object.fromEntries(Object.entries(variabelen).map(([naam, v]) => [naam, v.schema])) as Schemas,
);

type Waarden = z.infer<typeof schema>;
type Omgeving = Readonly<Record<string, string | undefined>>;

/** The settings, checked and with defaults. Folders are absolute paths. */
export interface Config {
  /** Holds a password: never log it. Absent: our own PostgreSQL. */
  readonly databaseUrl: string | undefined;
  /** Absent: our own Temporal server. */
  readonly temporalAddress: string | undefined;
  readonly temporalNamespace: string;
  readonly port: number;
  readonly postgresPort: number;
  readonly temporalPort: number;
  readonly temporalUiPort: number;
  readonly oidcPort: number;
  readonly oidcIssuer: string;
  /** Whether `oidcIssuer` is our own sign-in service. */
  readonly eigenAanmelddienst: boolean;
  readonly oidcAudience: string;
  readonly workerPort: number;
  readonly postvakPort: number;
  readonly postvakSmtpPort: number;
  /** Holds a password: never log it. */
  readonly smtpUrl: string;
  /** Whether `smtpUrl` is our own catcher of mail. */
  readonly eigenPostvak: boolean;
  readonly mailVan: string;
  /** Where people open Leerlijn, without a slash at the end. */
  readonly adres: string;
  readonly staat: string;
  readonly sleutels: string;
  readonly duoMap: string;
  readonly klok: 'vast' | 'instelbaar';
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
  /** Where traces go; absent: none are made. */
  readonly sporenNaar: string | undefined;
  readonly cache: string;
  readonly pgBin: string | undefined;
}

/** The settings of API and worker: database and Temporal are always known. */
export type DienstConfig = Config & { readonly databaseUrl: string; readonly temporalAddress: string };

/** One or more environment variables are wrong; `fouten` names them all, without their value (it may be secret). */
export class ConfigFout extends Error {
  constructor(readonly fouten: readonly string[]) {
    super(`De instellingen kloppen niet:\n${fouten.map((f) => `  - ${f}`).join('\n')}`);
    this.name = 'ConfigFout';
  }
}

function zonderLege(env: Omgeving): Omgeving {
  return Object.fromEntries(
    Object.entries(env).filter(([, waarde]) => waarde !== undefined && waarde !== ''),
  );
}

/** The ports that one part takes: how many, from the first. */
interface Poorten {
  readonly naam: string;
  readonly eerste: number;
  readonly aantal: number;
}

/** What clashes among the parts that we may start ourselves; our own Temporal server takes eight ports. */
function dubbelePoorten(v: Waarden): string[] {
  const een = (
    naam:
      | 'PORT'
      | 'POSTGRES_PORT'
      | 'TEMPORAL_UI_PORT'
      | 'OIDC_PORT'
      | 'WORKER_PORT'
      | 'POSTVAK_PORT'
      | 'POSTVAK_SMTP_PORT',
  ): Poorten => ({
    naam,
    eerste: v[naam],
    aantal: 1,
  });
  const alle: Poorten[] = [
    ...(v.TEMPORAL_ADDRESS ? [] : [{ naam: 'TEMPORAL_PORT', eerste: v.TEMPORAL_PORT, aantal: 8 }]),
    een('PORT'),
    ...(v.DATABASE_URL ? [] : [een('POSTGRES_PORT')]),
    een('TEMPORAL_UI_PORT'),
    een('OIDC_PORT'),
    een('WORKER_PORT'),
    ...(v.SMTP_URL ? [] : [een('POSTVAK_PORT'), een('POSTVAK_SMTP_PORT')]),
  ];
  return alle.flatMap((b, i) =>
    alle.slice(0, i).flatMap((a) => {
      if (b.eerste < a.eerste || b.eerste >= a.eerste + a.aantal) return [];
      const waar =
        a.aantal === 1 ? `is gelijk aan ${a.naam}` : `valt in de ${a.aantal} poorten vanaf ${a.naam}`;
      return `${b.naam} ${waar} (${b.eerste}): ieder onderdeel heeft een eigen poort nodig`;
    }),
  );
}

/** Checks everything, also that the variables `nodig` are there. @throws {ConfigFout} with all errors at once. */
function lees(env: Omgeving, nodig: readonly string[]): Waarden {
  const gevuld = zonderLege(env);
  const uitkomst = schema.safeParse(gevuld);
  const fouten = [
    ...nodig.filter((naam) => gevuld[naam] === undefined).map((naam) => `${naam} ontbreekt`),
    ...(uitkomst.success
      ? dubbelePoorten(uitkomst.data)
      : uitkomst.error.issues.map((fout) => `${fout.path.join('.')} ${fout.message}`)),
  ];
  if (!uitkomst.success || fouten.length > 0) throw new ConfigFout(fouten);
  return uitkomst.data;
}

function naarConfig(v: Waarden): Config {
  const staat = resolve(v.LEERLIJN_STAAT);
  const eigenIssuer = `http://127.0.0.1:${v.OIDC_PORT}`;
  const oidcIssuer = v.OIDC_ISSUER ?? eigenIssuer;
  const eigenSmtp = `smtp://127.0.0.1:${v.POSTVAK_SMTP_PORT}`;
  const smtpUrl = v.SMTP_URL ?? eigenSmtp;
  return {
    databaseUrl: v.DATABASE_URL,
    temporalAddress: v.TEMPORAL_ADDRESS,
    temporalNamespace: v.TEMPORAL_NAMESPACE,
    port: v.PORT,
    postgresPort: v.POSTGRES_PORT,
    temporalPort: v.TEMPORAL_PORT,
    temporalUiPort: v.TEMPORAL_UI_PORT,
    oidcPort: v.OIDC_PORT,
    oidcIssuer,
    eigenAanmelddienst: oidcIssuer === eigenIssuer,
    oidcAudience: v.OIDC_AUDIENCE,
    workerPort: v.WORKER_PORT,
    postvakPort: v.POSTVAK_PORT,
    postvakSmtpPort: v.POSTVAK_SMTP_PORT,
    smtpUrl,
    eigenPostvak: smtpUrl === eigenSmtp,
    mailVan: v.MAIL_VAN ?? 'leerlijn@voorbeeld.test',
    adres: (v.LEERLIJN_ADRES ?? `http://127.0.0.1:${v.PORT}`).replace(/\/+$/, ''),
    staat,
    sleutels: resolve(v.LEERLIJN_SLEUTELS ?? join(staat, 'sleutels')),
    duoMap: resolve(v.LEERLIJN_DUO_MAP ?? join(staat, 'duo')),
    klok: v.LEERLIJN_KLOK,
    logLevel: v.LOG_LEVEL,
    sporenNaar: v.OTEL_EXPORTER_OTLP_ENDPOINT,
    cache: resolve(v.XDG_CACHE_HOME),
    pgBin: v.PG_BIN,
  };
}

/**
 * Reads all environment variables of Leerlijn; an empty value counts as absent.
 * @throws {ConfigFout} with all errors at once, in Dutch.
 */
export function leesConfig(env: Omgeving): Config {
  return naarConfig(lees(env, []));
}

/**
 * Reads the settings of a service that needs the database and Temporal (API, worker).
 * Without a value TEMPORAL_ADDRESS is our own server on TEMPORAL_PORT. With NODE_ENV=production the mail server must be named.
 * @throws {ConfigFout} with all errors at once.
 */
export function leesDienstConfig(env: Omgeving): DienstConfig {
  // In operation nobody may find out weeks later that all mail went to a catcher that is not there.
  const voorMail = env['NODE_ENV'] === 'production' ? ['SMTP_URL', 'MAIL_VAN', 'LEERLIJN_ADRES'] : [];
  const v = lees(env, ['DATABASE_URL', ...voorMail]);
  return {
    ...naarConfig(v),
    databaseUrl: v.DATABASE_URL!,
    temporalAddress: v.TEMPORAL_ADDRESS ?? `127.0.0.1:${v.TEMPORAL_PORT}`,
  };
}

function ofStop<T>(lees: () => T): T {
  try {
    return lees();
  } catch (fout) {
    if (!(fout instanceof ConfigFout)) throw fout;
    process.stderr.write(`${fout.message}\n`);
    process.exit(2);
  }
}

/** As `leesConfig`, but writes the errors to stderr and ends the process with code 2. For the start of a program. */
export function leesConfigOfStop(env: Omgeving): Config {
  return ofStop(() => leesConfig(env));
}

/** As `leesDienstConfig`, but writes the errors to stderr and ends the process with code 2. */
export function leesDienstConfigOfStop(env: Omgeving): DienstConfig {
  return ofStop(() => leesDienstConfig(env));
}
