// Gemaakt door `npm run genereer` uit de mappen hiernaast. Wijzig dit bestand niet met de hand.
export { klus } from '#process-workflow';
export { civiel } from './civiel/workflow.js';
export { halt } from './halt/workflow.js';
export { hulp } from './hulp/workflow.js';
export { mas } from './mas/workflow.js';
export { overdracht } from './overdracht/workflow.js';
export { spreekuur } from './spreekuur/workflow.js';
export { strafrecht } from './strafrecht/workflow.js';
export { thuiszitterstafel } from './thuiszitterstafel/workflow.js';
export { traject } from './traject/workflow.js';
export { verlof } from './verlof/workflow.js';
export { vrijstelling } from './vrijstelling/workflow.js';
