/** Iets waar de gebruiker zelf wat aan kan doen: de melding is een hele zin en zegt wat. Zonder stacktrace te tonen. */
export class OpstartFout extends Error {
  override name = 'OpstartFout';
}

/** Toont een fout op stderr (een OpstartFout zonder stacktrace) en eindigt het proces met code 1. */
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
