/** The one clock of the installation, and how a demonstration or a test moves it. Runs in Node. */
export { beginKlokOp } from './begin-klok.js';
export { leesVoorsprong, zetKlokOp } from './voorsprong.js';
export { trekBij } from './trek-bij.js';
export { klokStand, verzetKlok, type KlokOmgeving } from './verzet-klok.js';
export { vooruitVanaf } from './wanneer.js';
