/** Does the work for each of them, a few at once. */
export async function elk<T>(
  tegelijk: number,
  lijst: readonly T[],
  werk: (x: T) => Promise<void>,
): Promise<void> {
  const wachtrij = [...lijst];
  const baan = async (): Promise<void> => {
    for (let x = wachtrij.shift(); x !== undefined; x = wachtrij.shift()) await werk(x);
  };
  await Promise.all(Array.from({ length: tegelijk }, baan));
}

/** One more of these. */
export function tel(keer: Map<string, number>, naam: string): void {
  keer.set(naam, (keer.get(naam) ?? 0) + 1);
}
