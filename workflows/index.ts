// Gemaakt door `npm run genereer` uit de mappen hiernaast. Wijzig dit bestand niet met de hand.
export { klus } from '#process-workflow';
export { spreekuur } from './spreekuur/workflow.js';
export { vrijstelling } from './vrijstelling/workflow.js';
