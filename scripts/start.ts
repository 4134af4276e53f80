import type { ChildProcess } from 'node:child_process';
import path from 'node:path';
import { ROOT, startNode, succeeded, toolPath, whenNpmEnds } from './run.ts';
import { serveNear } from './serve.ts';

const PREFERRED_PORT = 4321;

/** Checks and builds the site for the address it will have, then serves it until it is stopped. */
async function start(): Promise<void> {
  // Listening comes first: the address goes into the pages, so nobody else may take the port during the build.
  const site = await serveNear(PREFERRED_PORT, {
    dist: path.join(ROOT, 'dist'),
    base: process.env.SITE_BASE ?? '/',
  });

  let building: ChildProcess | undefined;
  const stop = (): void => {
    building?.kill();
    void site.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  whenNpmEnds(stop);

  const run = (file: string, args: string[] = []): Promise<boolean> => {
    building = startNode(file, args, { SITE_URL: process.env.SITE_URL || site.origin });
    return succeeded(building);
  };
  const built = (await run('scripts/check.ts')) && (await run(toolPath('astro'), ['build']));
  building = undefined;
  if (!built) {
    await site.close();
    process.exitCode = 1;
    return;
  }
  console.log(`\nHashigo: ${site.url}  (Ctrl+C stops it)`);
}

await start();
