import { describe, expect, test } from 'vitest';
import { pagePaths, readPage } from '../support/built-site.ts';

const grades = pagePaths().filter((path) => /^\/[^/]+\/grades\/[^/]+\/$/u.test(path));

test('there are pages of grades, and changed sentences on them', () => {
  expect(grades.length).toBeGreaterThan(40);
  const changed = grades.flatMap((path) => readPage(path).querySelectorAll('.changed'));
  expect(changed.length).toBeGreaterThan(50);
});

describe.each(grades)('%s', (path) => {
  const page = readPage(path);

  test('strikes words in the lower sentence only, and underlines words in the upper one only', () => {
    for (const changed of page.querySelectorAll('.changed')) {
      const [lower, upper] = changed.querySelectorAll('.side');
      expect(lower?.textContent).toContain('前：');
      expect(upper?.textContent).toContain('後：');
      expect(lower?.querySelectorAll('ins')).toEqual([]);
      expect(upper?.querySelectorAll('del')).toEqual([]);
      expect(changed.querySelectorAll('del, ins').length).toBeGreaterThan(0);
    }
  });

  test('says how marks are meant before the first of them', () => {
    const steps = page.querySelector('.steps')?.innerHTML ?? '';
    const first = steps.indexOf('class="changed"');
    if (first >= 0) expect(steps.slice(0, first)).toMatch(/取り消し線<\/del>.*下線<\/ins>/su);
  });

  test('leads to every part that its contents name', () => {
    const entries = page.querySelectorAll('.contents a').map((link) => link.getAttribute('href'));
    expect(entries.length).toBeGreaterThan(3);
    for (const entry of entries) expect(page.querySelector(entry ?? '')).not.toBeNull();
  });
});
