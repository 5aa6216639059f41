import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

function poort(standaard: number) {
  return z.coerce
    .number('moet een getal zijn')
    .int('moet een geheel getal zijn')
    .min(1, 'moet tussen 1 en 65535 liggen')
    .max(65_535, 'moet tussen 1 en 65535 liggen')
    .default(standaard);
}

const httpUrl = z.url({
  protocol: /^https?$/,
  error: 'moet een http(s)-adres zijn, bijvoorbeeld http://127.0.0.1:3010',
});
const adres = z.string().regex(/^[^\s:/]+:\d{1,5}$/, 'moet host:poort zijn, bijvoorbeeld 127.0.0.1:7233');
const map = z.string();

interface Variabele {
  readonly schema: z.ZodType;
  /** The default as the README shows it. */
  readonly standaard: string;
  readonly betekenis: string;
}

/**
 * Every setting of Leerlijn: its form, its default and what it means. An empty value counts as absent.
 * The check at startup and the table in the README both come from here.
 */
export const variabelen = {
  DATABASE_URL: {
    schema: z
      .url({
        protocol: /^postgres(ql)?$/,
        error: 'moet een adres als postgresql://gebruiker@host:5432/leerlijn zijn',
      })
      .optional(),
    standaard: 'eigen PostgreSQL',
    betekenis: 'een bestaande PostgreSQL; zonder deze start `npm start` er zelf een',
  },
  TEMPORAL_ADDRESS: {
    schema: adres.optional(),
    standaard: 'eigen server',
    betekenis: 'een bestaande Temporal-server (host:poort); zonder deze start `npm start` er zelf een',
  },
  TEMPORAL_NAMESPACE: {
    schema: z
      .string()
      .regex(/^[a-zA-Z0-9][a-zA-Z0-9_.-]*$/, 'mag alleen letters, cijfers, punt, - en _ bevatten')
      .default('leerlijn'),
    standaard: 'leerlijn',
    betekenis: 'de namespace in Temporal',
  },
  PORT: { schema: poort(3000), standaard: '3000', betekenis: 'de API' },
  POSTGRES_PORT: { schema: poort(5460), standaard: '5460', betekenis: 'de eigen PostgreSQL' },
  TEMPORAL_PORT: {
    schema: poort(7233).refine(
      (p) => p <= 65_528,
      'moet ten hoogste 65528 zijn: de server gebruikt ook de zeven poorten erna',
    ),
    standaard: '7233',
    betekenis: 'de eigen Temporal-server; hij gebruikt ook de zeven poorten erna',
  },
  TEMPORAL_UI_PORT: { schema: poort(8233), standaard: '8233', betekenis: 'de webpagina van Temporal' },
  OIDC_PORT: { schema: poort(3010), standaard: '3010', betekenis: 'de aanmelddienst voor ontwikkeling' },
  OIDC_ISSUER: {
    schema: httpUrl.optional(),
    standaard: 'http://127.0.0.1:3010',
    betekenis: 'wie de tokens uitgeeft; een andere dan de eigen aanmelddienst schakelt die uit',
  },
  OIDC_AUDIENCE: {
    schema: z.string().default('leerlijn'),
    standaard: 'leerlijn',
    betekenis: 'voor wie een token bedoeld is (aud)',
  },
  WORKER_PORT: { schema: poort(3011), standaard: '3011', betekenis: 'gezondheid en metingen van de worker' },
  POSTVAK_PORT: {
    schema: poort(3012),
    standaard: '3012',
    betekenis: 'de webpagina van het postvak voor ontwikkeling: wat Leerlijn heeft gemaild',
  },
  POSTVAK_SMTP_PORT: {
    schema: poort(3013),
    standaard: '3013',
    betekenis: 'de mailserver van het postvak voor ontwikkeling',
  },
  SMTP_URL: {
    schema: z
      .url({ protocol: /^smtps?$/, error: 'moet een adres als smtps://gebruiker:wachtwoord@host:465 zijn' })
      .optional(),
    standaard: 'eigen postvak',
    betekenis:
      'de mailserver die de mail verstuurt; verplicht met NODE_ENV=production. Met deze start het postvak niet',
  },
  MAIL_VAN: {
    schema: z.email('moet een mailadres zijn, bijvoorbeeld leerlijn@gemeente.nl').optional(),
    standaard: 'leerlijn@voorbeeld.test',
    betekenis: 'de afzender van de mail; verplicht met NODE_ENV=production',
  },
  LEERLIJN_ADRES: {
    schema: httpUrl.optional(),
    standaard: 'http://127.0.0.1:3000',
    betekenis:
      'het adres waaronder medewerkers Leerlijn openen, voor de koppeling in een mail; verplicht met NODE_ENV=production',
  },
  LEERLIJN_STAAT: {
    schema: map.default('.leerlijn'),
    standaard: '.leerlijn',
    betekenis: 'de map met alles wat een herstart overleeft',
  },
  LEERLIJN_SLEUTELS: {
    schema: map.optional(),
    standaard: '.leerlijn/sleutels',
    betekenis: 'de map met de hoofdsleutel van de versleuteling',
  },
  LEERLIJN_DUO_MAP: {
    schema: map.optional(),
    standaard: '.leerlijn/duo',
    betekenis: 'de map met de bestanden voor DUO, per gemeente (zie docs/duo.md)',
  },
  LEERLIJN_KLOK: {
    schema: z.enum(['vast', 'instelbaar'], "moet 'vast' of 'instelbaar' zijn").default('vast'),
    standaard: 'vast',
    betekenis:
      '`instelbaar` laat de Klok vooruitzetten: demonstratie en tests; `npm start` zet haar zo met een eigen PostgreSQL en Temporal',
  },
  LOG_LEVEL: {
    schema: z
      .enum(
        ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
        'moet trace, debug, info, warn, error, fatal of silent zijn',
      )
      .default('info'),
    standaard: 'info',
    betekenis: 'hoeveel worker en API loggen',
  },
  OTEL_EXPORTER_OTLP_ENDPOINT: {
    schema: httpUrl.optional(),
    standaard: 'geen sporen',
    betekenis:
      'waar API en worker hun sporen heen sturen (OpenTelemetry, OTLP over HTTP); zonder deze maken ze er geen. Zie docs/bewaking.md',
  },
  XDG_CACHE_HOME: {
    schema: map.default(() => join(homedir(), '.cache')),
    standaard: '~/.cache',
    betekenis: 'hieronder staat, in `leerlijn/`, de gebouwde Temporal-server',
  },
  PG_BIN: { schema: map.optional(), standaard: 'zoekt zelf', betekenis: 'de map met `initdb` en `postgres`' },
} as const satisfies Record<string, Variabele>;

/** What is read beside the settings: for tests, and to rule those out in operation. */
export const testVariabelen = {
  LEERLIJN_FOUTPUNTEN: 'een bestand met foutpunten: plekken waar worker of API moet falen of sterven',
  LEERLIJN_TEST_STACK: 'de draaiende stack als JSON, zoals `npm test` haar aan de specs doorgeeft',
  LEERLIJN_TEST_BEWAAR: 'bewaart na afloop de staatmap van een teststack, met de logs',
  LEERLIJN_SEED: 'waar het toeval van `npm run test:lang` begint; dezelfde waarde geeft hetzelfde verloop',
  LEERLIJN_OMVANG: '`vol` laat een lang deel op volle omvang lopen, zoals `npm run test:uitputtend` doet',
  LEERLIJN_VERSLAG: 'het bestand waarin een lang deel zijn aantallen schrijft',
  LEERLIJN_PROCES: 'het merk waaraan `npm start` zijn eigen processen herkent; niet zelf te zetten',
  NODE_ENV:
    '`production` zet de foutpunten uit, eist een mailserver en weigert aanmelddienst en postvak voor ontwikkeling',
} as const;
