export { leesStanden, type Standen } from './standen.js';
export { meetVertraging } from './vertraging.js';
