import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { copyProject, type ProjectCopy } from '../support/project-copy.ts';

let copy: ProjectCopy;
beforeAll(() => {
  copy = copyProject();
});
afterAll(() => {
  copy.remove();
});

const GRADE = 'content/shibetsu/grades/kacho.mdx';
const SECTION = 'content/otaru/sections/hoshin/08-anketo.mdx';

function change(file: string, pattern: string | RegExp, by: string): () => void {
  const text = readFileSync(copy.at(file), 'utf8');
  writeFileSync(copy.at(file), text.replace(pattern, by));
  return () => {
    writeFileSync(copy.at(file), text);
  };
}

// Starting a program takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

describe('npm run check', () => {
  test('is content with the content', () => {
    const { status, stdout, stderr } = copy.run('check');
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^内容に問題はありません（.+：\d+ファイル）。\n/u);
    expect(status).toBe(0);
  });

  test('prints all problems and fails', () => {
    const mend = [change(GRADE, /^rank: .*/m, 'rank: 9'), change(SECTION, '<Survey', '<Servey')];
    const { status, stdout, stderr } = copy.run('check');
    for (const undo of mend) undo();
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain(GRADE);
    expect(stderr).toContain(SECTION);
    expect(stderr).toContain('近いid：Survey');
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

describe('npm run build', () => {
  test('stops at broken content and leaves the last build as it is', () => {
    mkdirSync(copy.at('dist'));
    writeFileSync(copy.at('dist/index.html'), 'the last build');
    const mend = [
      change(GRADE, /^---\n/, ''),
      change(SECTION, '<Survey of="gaiyo" />', '<Survey of="gaiyo">'),
    ];
    const { status, stderr } = copy.run('build');
    for (const undo of mend) undo();
    expect(status).toBe(1);
    expect(stderr).toContain(GRADE);
    expect(stderr).toContain(SECTION);
    expect(readdirSync(copy.at('dist'))).toEqual(['index.html']);
    expect(readFileSync(copy.at('dist/index.html'), 'utf8')).toBe('the last build');
  });
});
