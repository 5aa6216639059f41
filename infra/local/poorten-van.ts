import type { Config } from '#config';
import type { Poort } from './poorten.js';
import type { OnderdeelNaam } from './stoppen.js';

/** The ports that a part uses, with the variable that chooses them. */
export function poortenVan(naam: OnderdeelNaam, config: Config): readonly [Poort, ...Poort[]] {
  switch (naam) {
    case 'postgres':
      return [{ variabele: 'POSTGRES_PORT', poort: config.postgresPort, waarvoor: 'PostgreSQL' }];
    case 'temporal': {
      const poort = (stap: number): Poort => ({
        variabele: 'TEMPORAL_PORT',
        poort: config.temporalPort + stap,
        waarvoor: 'Temporal',
      });
      return [poort(0), poort(1), poort(2), poort(3), poort(4), poort(5), poort(6), poort(7)];
    }
    case 'temporal-ui':
      return [
        {
          variabele: 'TEMPORAL_UI_PORT',
          poort: config.temporalUiPort,
          waarvoor: 'de webpagina van Temporal',
        },
      ];
    case 'aanmelden':
      return [{ variabele: 'OIDC_PORT', poort: config.oidcPort, waarvoor: 'de aanmelddienst' }];
    case 'postvak':
      return [
        { variabele: 'POSTVAK_PORT', poort: config.postvakPort, waarvoor: 'het postvak' },
        {
          variabele: 'POSTVAK_SMTP_PORT',
          poort: config.postvakSmtpPort,
          waarvoor: 'de mailserver van het postvak',
        },
      ];
    case 'worker':
      return [{ variabele: 'WORKER_PORT', poort: config.workerPort, waarvoor: 'de worker' }];
    case 'api':
      return [{ variabele: 'PORT', poort: config.port, waarvoor: 'de API' }];
  }
}
