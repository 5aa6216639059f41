import { existsSync, readdirSync, statSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { failureConverterPath } from '#codec';

const dist = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
/** What a workflow may reach (the sandbox sees nothing else), and how it is bundled. */
const BRONNEN = ['workflows', 'libs/process', 'libs/process-workflow', 'libs/kalender', 'apps/worker'];

/**
 * The path of the workflow code that the sandbox runs; bundled again only when one of its sources is newer, because that takes seconds.
 * @param metSpoor whether the workflows carry traces on; without it they hold nothing of that.
 */
export async function bundel(metSpoor = false): Promise<string> {
  const pad = join(dist, metSpoor ? 'workflows.spoor.bundel.js' : 'workflows.bundel.js');
  if (existsSync(pad) && statSync(pad).mtimeMs > nieuwste()) return pad;
  const { code } = await bundleWorkflowCode({
    workflowsPath: join(dist, 'workflows', 'index.js'),
    failureConverterPath,
    workflowInterceptorModules: metSpoor ? [join(dist, 'libs', 'process-workflow', 'spoor.js')] : [],
    // Definitions, rules and zod are data and pure functions: read once and frozen for all. Else every workflow in the cache has its own, which
    // costs 2 MB and 5 ms each.
    preloadModules: [join(dist, 'workflows', 'registry.js')],
    logger: new DefaultLogger('WARN'),
  });
  // Two workers may bundle at once: each writes its own file and puts it in place whole.
  const eigen = `${pad}.${process.pid}`;
  await writeFile(eigen, code);
  await rename(eigen, pad);
  return pad;
}

function nieuwste(): number {
  const bestanden = BRONNEN.flatMap((map) =>
    readdirSync(join(dist, map), { recursive: true, encoding: 'utf8' }).map((b) => join(dist, map, b)),
  );
  return Math.max(...bestanden.filter((b) => b.endsWith('.js')).map((b) => statSync(b).mtimeMs));
}
