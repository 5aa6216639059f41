import { OAuth2Server } from 'oauth2-mock-server';
import { leesConfigOfStop } from '#config';
import { leesOfMaakSleutel } from './sleutel.js';

/*
 * The sign-in service for development and tests: it publishes the key with which `npm run token` signs tokens.
 * A municipality uses its own sign-in service (OIDC_ISSUER).
 */
if (process.env['NODE_ENV'] === 'production') {
  process.stderr.write(
    'Deze aanmelddienst controleert geen wachtwoorden en start daarom niet met NODE_ENV=production.\n',
  );
  process.exit(1);
}

const config = leesConfigOfStop(process.env);
const server = new OAuth2Server();
await server.issuer.keys.add(await leesOfMaakSleutel(config.staat));
await server.start(config.oidcPort, '127.0.0.1');
server.issuer.url = config.oidcIssuer;

for (const signaal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signaal, () => {
    process.exit(0);
  });
}
