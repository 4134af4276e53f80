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
