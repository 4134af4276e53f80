import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the project, wherever a script is called from. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

type Variables = Record<string, string | undefined>;

/**
 * Starts a Node program with its output streamed to the terminal. Without a shell, so that it works alike on
 * Windows and a signal reaches the program itself.
 */
export function startNode(
  file: string,
  args: string[] = [],
  variables: Variables = {},
): ChildProcess {
  return spawn(process.execPath, [file, ...args], {
    cwd: ROOT,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...variables },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

/** Waits for a program to end; a program that a signal ended did not succeed. */
export function succeeded(child: ChildProcess): Promise<boolean> {
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(error.message);
      resolve(false);
    });
    child.once('close', (code) => {
      resolve(code === 0);
    });
  });
}

/** The program that an installed package offers as a command, e.g. `toolPath('astro')`. */
export function toolPath(packageName: string, command = packageName): string {
  const folder = path.join(ROOT, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>;
  };
  const file = typeof bin === 'string' ? bin : bin[command];
  if (file === undefined)
    throw new Error(`package without such a command: ${packageName} ${command}`);
  return path.join(folder, file);
}

/**
 * Calls back when the npm that runs this script is gone. Told to stop, npm ends only the shell between it and the
 * script, which would go on and keep its port.
 */
export function whenNpmEnds(callback: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    callback();
  }, 250);
  watch.unref();
}
