import { Api, meldAan } from '#test-kit';
import { opToneel } from '../faults/toneel.js';

/** The teamleider of Hengelo and Borne. */
export async function teamleider(kenmerken?: readonly string[]): Promise<Api> {
  const { beschrijving } = opToneel().stack;
  return new Api(
    beschrijving.apiUrl,
    await meldAan(beschrijving, 'teamleider', { ...(kenmerken && { kenmerken }) }),
  );
}
