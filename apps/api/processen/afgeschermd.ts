import { processen } from '#workflows';

/** The process types that only a BOA sees (Wpg). */
export const afgeschermdeTypen: readonly string[] = Object.entries(processen)
  .filter(([, p]) => p.nieuwste.afgeschermd !== undefined)
  .map(([naam]) => naam);
