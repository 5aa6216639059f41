import { leesConfigOfStop } from '#config';
import { maakToken } from '../../apps/aanmelden/token.js';
import { GEBRUIK, leesTokenVraag } from './token-opties.js';

/* `npm run token`: a bearer token of the sign-in service for development; only the token goes to stdout. */
const vraag = leesTokenVraag(process.argv.slice(2));
if ('fouten' in vraag) {
  process.stderr.write(`${vraag.fouten.map((f) => `  - ${f}`).join('\n')}\n\n${GEBRUIK}\n`);
  process.exit(2);
}
const config = leesConfigOfStop(process.env);
if (!config.eigenAanmelddienst) {
  process.stderr.write('OIDC_ISSUER wijst naar een andere aanmelddienst: vraag daar een token.\n');
  process.exit(2);
}
const token = await maakToken(vraag.claims, {
  staat: config.staat,
  issuer: config.oidcIssuer,
  audience: config.oidcAudience,
  geldigSeconden: vraag.geldigSeconden,
});
process.stdout.write(`${token}\n`);
