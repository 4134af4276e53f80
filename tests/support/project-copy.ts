import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
const COPIED = [
  'src',
  'public',
  'content',
  'scripts',
  'astro.config.mjs',
  'package.json',
  'tsconfig.json',
];

/** A copy of the project to change and build, apart from the real content, `dist/` and caches. */
export interface ProjectCopy {
  /** A path in the copy. */
  at: (...parts: string[]) => string;
  /** Runs a script of package.json as npm would. */
  run: (script: string, variables?: Record<string, string>) => Outcome;
  remove: () => void;
}

export interface Outcome {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Copies all but the installed packages, which are found from inside the project's folder. */
export function copyProject(): ProjectCopy {
  const parent = path.join(ROOT, 'test-results');
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(path.join(parent, 'copy-'));
  for (const name of COPIED) {
    const from = path.join(ROOT, name);
    if (existsSync(from)) cpSync(from, path.join(folder, name), { recursive: true });
  }
  const { scripts } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const programs = [path.join(ROOT, 'node_modules', '.bin'), path.dirname(process.execPath)];
  const PATH = [...programs, process.env['PATH']].join(path.delimiter);
  return {
    at: (...parts) => path.join(folder, ...parts),
    run: (script, variables = {}) => {
      const command = scripts[script];
      if (command === undefined) throw new Error(`unknown script: ${script}`);
      // Astro behaves otherwise under vitest's NODE_ENV=test.
      const env = {
        ...process.env,
        NODE_ENV: 'production',
        ASTRO_TELEMETRY_DISABLED: '1',
        PATH,
        ...variables,
      };
      const { status, stdout, stderr } = spawnSync(command, {
        cwd: folder,
        shell: true,
        encoding: 'utf8',
        env,
      });
      return { status, stdout, stderr };
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
