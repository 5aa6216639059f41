import { demoGebruikers, GEMEENTEN, HENGELO } from './demo-gebruikers.js';
import { KLOK_STAAT_VAST } from './stack-config.js';
import type { Stack } from './stack.js';

function gebruikersTabel(): string[] {
  return demoGebruikers.map((d) => {
    const waar = d.school ?? d.gemeenten.map((g) => GEMEENTEN[g] ?? g).join(' en ');
    const erbij = d.kenmerken.length > 0 ? ` (${d.kenmerken.join(', ')})` : '';
    return `  ${d.naam.padEnd(20)} ${(d.rol + erbij).padEnd(26)} ${waar}`;
  });
}

/** The screen after starting: addresses, demonstration users and three commands to try. */
export function scherm(stack: Stack, demo: string): string {
  const { apiUrl, config } = stack;
  const token = `TOKEN=$(npm run --silent token -- --rol leerplichtambtenaar --gemeente ${HENGELO})`;
  const curl = (pad: string): string => `curl -s -H "Authorization: Bearer $TOKEN" ${apiUrl}/api/v1/${pad}`;
  return [
    '',
    'Leerlijn draait.',
    '',
    `  API                  ${apiUrl}/api/v1   (beschrijving: ${apiUrl}/api/v1/openapi.json)`,
    ...(stack.temporalUiUrl === undefined ? [] : [`  Temporal             ${stack.temporalUiUrl}`]),
    ...(stack.postvakUrl === undefined
      ? []
      : [`  Postvak              ${stack.postvakUrl}   (wat Leerlijn mailt)`]),
    `  Temporal-server      ${stack.temporalAddress} (namespace ${config.temporalNamespace})`,
    `  Aanmelddienst        ${config.oidcIssuer}`,
    ...(config.databaseUrl === undefined
      ? [`  PostgreSQL           127.0.0.1:${config.postgresPort}, database leerlijn`]
      : []),
    `  Logs                 ${config.staat}/logs`,
    ...(demo === '' ? [] : ['', demo]),
    ...(stack.demonstratie ? ['', 'Demonstratiegebruikers (verzonnen):', ...gebruikersTabel()] : []),
    '',
    'Probeer in een andere terminal:',
    `  ${token}`,
    `  ${curl('processen')}`,
    ...(config.klok === 'instelbaar' ? ['  npm run klok -- vooruit 30d'] : ['', KLOK_STAAT_VAST]),
    '',
    'Stoppen: Ctrl-C, of npm run stop. Opnieuw beginnen: npm run reset.',
    '',
  ].join('\n');
}
