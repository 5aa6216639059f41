/** An error as the log may hold it: its kind, its code and the place in our code. The message may hold data of a query and stays out. */
export function foutVelden(fout: unknown): { soort: string; code?: unknown; plaats?: string[] | undefined } {
  if (!(fout instanceof Error)) return { soort: typeof fout };
  const plaats = fout.stack
    ?.split('\n')
    .filter((r) => /^\s+at /.test(r))
    .slice(0, 8);
  return { soort: fout.name, ...('code' in fout && { code: fout.code }), plaats };
}
