import { describe, expect, test } from 'vitest';
import { parseSiteFile, type SiteFile } from '../../src/domain/parse-content.ts';
import { problemReport } from '../../src/domain/problems.ts';

const report = (file: SiteFile, text: string) =>
  problemReport(parseSiteFile(file, new TextEncoder().encode(text)).problems);

const update = (date: string) => `- date: "${date}"\n  title: 題\n  text: 文\n`;

describe('updates.yaml', () => {
  test('is read, newest first', () => {
    const bytes = new TextEncoder().encode(update('2026-11-21') + update('2026-11-20'));
    const { data, problems } = parseSiteFile('updates.yaml', bytes);
    expect(problems).toEqual([]);
    expect(data?.map(({ date }) => date)).toEqual(['2026-11-21', '2026-11-20']);
  });

  test.each([
    ['an older update on top', update('2026-11-20') + update('2026-11-21'), '新しい日付'],
    ['a date in words', update('11月21日'), '"2026-11-21" の形'],
    ['no update', '[]', '1つは'],
    ['a path out of the site', `${update('2026-11-21')}  path: example.org\n`, 'サイト内の住所'],
  ])('is refused with %s', (_, text, message) => {
    expect(report('updates.yaml', text)).toContain(message);
  });
});

describe('redirects.yaml', () => {
  test('may be empty', () => {
    expect(parseSiteFile('redirects.yaml', new TextEncoder().encode('{}')).data).toEqual({});
  });

  test.each([
    ['an address of another site', '/a/: https://example.org/', 'サイト内の住所'],
    ['an address without its last slash', '/a: /b/', '古い住所: 新しい住所'],
    ['a second step', '/a/: /b/\n/b/: /c/', '最後の住所を直接'],
    ['an address that leads to itself', '/a/: /a/', '最後の住所を直接'],
    ['an old address twice', '/a/: /b/\n/a/: /c/', '二度'],
  ])('is refused with %s', (_, text, message) => {
    expect(report('redirects.yaml', text)).toContain(message);
  });
});

describe('accessibility.yaml', () => {
  const criterion = (lines: string) =>
    `checked: 2026-11-21\nfrom: 2026-11-21\nto: 2026-11-21\ncriteria:\n${lines}`;
  const one = (changes: Record<string, string> = {}) => {
    const fields = {
      id: '1.4.10',
      name: 'リフロー',
      level: 'AA',
      standard: 'wcag21',
      applies: 'true',
      result: 'conforms',
      methods: '[AC]',
      note: '試験した。',
      tests: '[tests/e2e/reflow.spec.ts]',
      ...changes,
    };
    return Object.entries(fields)
      .map(([key, value], index) => `${index === 0 ? '  - ' : '    '}${key}: ${value}\n`)
      .join('');
  };

  test('is read', () => {
    const bytes = new TextEncoder().encode(criterion(one()));
    const { data, problems } = parseSiteFile('accessibility.yaml', bytes);
    expect(problems).toEqual([]);
    expect(data?.criteria[0]?.pages).toEqual([]);
  });

  test.each([
    ['a criterion twice', one() + one(), '二度あります'],
    ['what a tool found, but no test', one({ tests: '[]' }), '試験のファイルを書いて'],
    ['a result without a method', one({ methods: '[]' }), '方法を書き'],
    ['a method for what was not looked at', one({ result: 'unchecked' }), '未確認のもの'],
    ['a level that is no goal', one({ level: 'AAA' }), 'A / AA'],
    ['a number of another form', one({ id: '1.4' }), '1.4.10 の形'],
    ['a test elsewhere', one({ tests: '[src/pages/index.astro]' }), 'tests/ から'],
  ])('is refused with %s', (_, text, message) => {
    expect(report('accessibility.yaml', criterion(text))).toContain(message);
  });
});
