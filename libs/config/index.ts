export {
  ConfigFout,
  leesConfig,
  leesConfigOfStop,
  leesDienstConfig,
  leesDienstConfigOfStop,
} from './lees-config.js';
export type { Config, DienstConfig } from './lees-config.js';
export { tabelVanVariabelen } from './tabel.js';
export { foutpunt } from './foutpunt.js';
