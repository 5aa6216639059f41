import type { WorkflowClientInterceptor } from '@temporalio/client';
import type { Logboek } from './logboek.js';

/** Measures what is asked of processes, by action. Each call counts: one that `Motor` repeats counts again. */
export function meetUpdates(logboek: Logboek): WorkflowClientInterceptor {
  const gemeten = async <T>(
    actie: string,
    werk: () => Promise<T>,
    geweigerd: (uit: T) => boolean,
  ): Promise<T> => {
    const begin = performance.now();
    try {
      const uit = await werk();
      logboek.update(actie, geweigerd(uit) ? 'geweigerd' : 'aanvaard', performance.now() - begin);
      return uit;
    } catch (fout) {
      logboek.update(actie, 'geen antwoord', performance.now() - begin);
      throw fout;
    }
  };
  return {
    startUpdate: (input, next) =>
      gemeten(
        actieVan(input.args[0]) ?? input.updateName,
        () => next(input),
        (uit) => Boolean(uit.outcome?.failure),
      ),
    startUpdateWithStart: (input, next) =>
      gemeten(
        input.updateName,
        () => next(input),
        (uit) => Boolean(uit.updateOutcome?.failure),
      ),
  };
}

/** The name of an action, which `Handelen` found in a table before it asked. */
const actieVan = (vraag: unknown): string | undefined => (vraag as { actie?: string } | undefined)?.actie;
