import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
const OF_VITEST = /^(?:VITE|TEST$|DEV$|PROD$|MODE$|SSR$|BASE_URL$|NODE_ENV$|SITE(?:_|$))/u;
const COPIED = [
  'src',
  'public',
  'content',
  'scripts',
  'astro.config.mjs',
  'package.json',
  'tsconfig.json',
];

/** The variables of the shell, without those that vitest sets and Vite would take for the site's own. */
const OUTER = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !OF_VITEST.test(name)),
);

/** A copy of the project to change and build, apart from the real content, `dist/` and caches. */
export interface ProjectCopy {
  /** A path in the copy. */
  at: (...parts: string[]) => string;
  /** Runs a script of package.json as npm would, with quoted words after it. */
  run: (
    script: string,
    options?: { words?: string[]; variables?: Record<string, string> },
  ) => Outcome;
  remove: () => void;
}

export interface Outcome {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Copies all but the installed packages, which it links to. */
export function copyProject(): ProjectCopy {
  const folder = mkdtempSync(path.join(tmpdir(), 'hashigo-copy-'));
  for (const name of COPIED) {
    const from = path.join(ROOT, name);
    if (existsSync(from)) cpSync(from, path.join(folder, name), { recursive: true });
  }
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  const { scripts } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const programs = [path.join(ROOT, 'node_modules', '.bin'), path.dirname(process.execPath)];
  const PATH = [...programs, process.env['PATH']].join(path.delimiter);
  return {
    at: (...parts) => path.join(folder, ...parts),
    run: (script, { words = [], variables = {} } = {}) => {
      const command = scripts[script];
      if (command === undefined) throw new Error(`unknown script: ${script}`);
      const env = { ...OUTER, ASTRO_TELEMETRY_DISABLED: '1', PATH, ...variables };
      const line = [command, ...words.map((word) => `"${word}"`)].join(' ');
      const { status, stdout, stderr } = spawnSync(line, {
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
