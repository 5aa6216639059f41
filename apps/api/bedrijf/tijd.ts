/** Within this time every call is answered, also when database or Temporal is silent; five seconds are promised. */
export const BINNEN_MS = 4_400;

/**
 * The outcome of `belofte`, or an error like that of a broken connection after `ms`: a network that swallows packets gives no error at all.
 * What was under way goes on unseen.
 */
export function binnenTijd<T>(belofte: Promise<T>, ms: number): Promise<T> {
  let wekker: NodeJS.Timeout | undefined;
  const teLaat = new Promise<never>((_, weiger) => {
    wekker = setTimeout(() => weiger(Object.assign(new Error('Geen antwoord'), { code: 'ETIMEDOUT' })), ms);
  });
  return Promise.race([belofte, teLaat]).finally(() => clearTimeout(wekker));
}
