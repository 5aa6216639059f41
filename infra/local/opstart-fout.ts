/** Something that the user can mend: the message is a whole sentence and says how. To be shown without a stack trace. */
export class OpstartFout extends Error {
  override name = 'OpstartFout';
}

/** Shows an error on stderr (an OpstartFout without a stack trace) and ends the process with code 1. */
export function eindigMetFout(fout: unknown): never {
  const tekst =
    fout instanceof OpstartFout
      ? fout.message
      : fout instanceof Error
        ? (fout.stack ?? fout.message)
        : String(fout);
  process.stderr.write(`\n${tekst}\n`);
  process.exit(1);
}
