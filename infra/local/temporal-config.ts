import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface TemporalConfig {
  /** The first of eight consecutive ports: four services, each with one for gRPC and one for membership. */
  readonly eerstePoort: number;
  /** The server with the databases `temporal` and `temporal_visibility`; holds a password. */
  readonly databaseUrl: string;
}

function opslag(url: URL, database: string, verbindingen: number): string {
  return `
      sql:
        pluginName: postgres12_pgx
        databaseName: ${database}
        connectAddr: ${JSON.stringify(url.host)}
        connectProtocol: tcp
        user: ${JSON.stringify(decodeURIComponent(url.username))}
        password: ${JSON.stringify(decodeURIComponent(url.password))}
        maxConns: ${verbindingen}
        maxIdleConns: ${verbindingen}
        maxConnLifetime: 1h`;
}

function dienst(naam: string, grpc: number, lidmaatschap: number): string {
  return `
  ${naam}:
    rpc:
      grpcPort: ${grpc}
      membershipPort: ${lidmaatschap}
      bindOnIP: 127.0.0.1`;
}

function serverYaml({ eerstePoort: p, databaseUrl }: TemporalConfig, dynamisch: string): string {
  const url = new URL(databaseUrl);
  return `# Gemaakt bij iedere start; wijzigingen gaan verloren.
log:
  stdout: true
  level: warn
persistence:
  defaultStore: opslag
  visibilityStore: zicht
  numHistoryShards: 4
  datastores:
    opslag:${opslag(url, 'temporal', 20)}
    zicht:${opslag(url, 'temporal_visibility', 5)}
global:
  membership:
    maxJoinDuration: 30s
    broadcastAddress: 127.0.0.1
services:${dienst('frontend', p, p + 4)}${dienst('history', p + 1, p + 5)}${dienst('matching', p + 2, p + 6)}${dienst('worker', p + 3, p + 7)}
clusterMetadata:
  enableGlobalNamespace: false
  failoverVersionIncrement: 10
  masterClusterName: active
  currentClusterName: active
  clusterInformation:
    active:
      enabled: true
      initialFailoverVersion: 1
      rpcName: frontend
      rpcAddress: 127.0.0.1:${p}
publicClient:
  hostPort: 127.0.0.1:${p}
dcRedirectionPolicy:
  policy: noop
dynamicConfigClient:
  filepath: ${JSON.stringify(dynamisch)}
  pollInterval: 5s
`;
}

const DYNAMISCH = `# Alleen voor ontwikkeling en tests.
# De Klok zet een proces vooruit door Temporal tijd te laten overslaan.
frontend.WorkflowTimeSkippingEnabled:
  - value: true
# Anders wacht de server na iedere sprong tot een seconde voor hij de wekker van die dag ziet.
history.timerProcessorMaxTimeShift:
  - value: 10ms
# Een workflow die vastzit op zijn code is na twee pogingen te zien in TemporalReportedProblems.
system.numConsecutiveWorkflowTaskProblemsToTriggerSearchAttribute:
  - value: 2
`;

function uiYaml(temporalAddress: string, namespace: string, poort: number): string {
  return `temporalGrpcAddress: ${temporalAddress}
host: 127.0.0.1
port: ${poort}
enableUi: true
defaultNamespace: ${namespace}
disableNewsFetch: true
`;
}

/**
 * Writes the settings of the server into `map`, readable only by whoever starts it (they hold a password).
 * @returns the text, which shows whether a running server has the same settings.
 */
export function schrijfServerConfig(map: string, config: TemporalConfig): string {
  mkdirSync(map, { recursive: true });
  const dynamisch = join(map, 'dynamisch.yaml');
  const tekst = serverYaml(config, dynamisch);
  writeFileSync(dynamisch, DYNAMISCH);
  writeFileSync(join(map, 'leerlijn.yaml'), tekst, { mode: 0o600 });
  return tekst + DYNAMISCH;
}

/** Writes the settings of Temporal's web page into `map`. */
export function schrijfUiConfig(
  map: string,
  temporalAddress: string,
  namespace: string,
  poort: number,
): void {
  mkdirSync(map, { recursive: true });
  writeFileSync(join(map, 'leerlijn.yaml'), uiYaml(temporalAddress, namespace, poort));
}
