import { describe, expect, test } from 'vitest';
import { factsSetting, titleSetting } from '../../../src/charts/sheet-setting.ts';
import { rungComparisons } from '../../../src/domain/comparison-suggestions.ts';
import { sheetOf, sheetSubjects, type Sheet } from '../../../src/domain/sheet.ts';
import { aGradeFile, aTinyCity, tinyCityFiles } from '../../support/tiny-city.ts';

const VISIONS = `visions:
  - id: manabu
    name: 学ぶ職員
    text: 学びます。そして試します。
    document: hoshin
    section: honbun
    lines: 3
`;
const CITY = (tinyCityFiles()['tiny/city.mdx'] ?? '').replace(/---\n$/, '');
const BODY =
  '<Visions />\n\n職員は学びます。\n\n職員は試します。\n\n職員は選びます。\n\n職員は話します。';

/** What each fact says, with our words for it. */
const told = ({ facts }: Sheet) =>
  facts.map((fact) => {
    const words =
      fact.kind === 'text'
        ? fact.text.plain
        : fact.kind === 'names'
          ? fact.names.map(({ name, value }) => `${name.plain}${value?.plain ?? ''}`).join(' ')
          : fact.says;
    return `${fact.label ?? ''}:${words}`;
  });

function sheetAt(path: string, files: Record<string, string>): Sheet {
  const catalog = aTinyCity(files);
  const subject = sheetSubjects(catalog, rungComparisons(catalog)).get(path);
  if (!subject) throw new Error(`no sheet: ${path}`);
  return sheetOf(subject);
}

describe('the sheet of a city', () => {
  test('tells its first three facts, in the order of its folder', () => {
    const facts = ['話', '学', '試', '選'].map(
      (word) => `  - document: hoshin\n    section: honbun\n    begins: 職員は${word}\n`,
    );
    const sheet = sheetAt('/tiny/', {
      body: BODY,
      'tiny/city.mdx': `${CITY}${VISIONS}facts:\n${facts.join('')}---\n`,
    });
    expect(told(sheet)).toEqual([':職員は話します。', ':職員は学びます。', ':職員は試します。']);
  });

  test('of which no facts are chosen tells whom it looks for, one sentence each', () => {
    const sheet = sheetAt('/tiny/', { body: BODY, 'tiny/city.mdx': `${CITY}${VISIONS}---\n` });
    expect(told(sheet)).toEqual(['この市の目指す職員像:学びます。']);
  });

  test('that says nothing of either still stands', () => {
    expect(told(sheetAt('/tiny/', {}))).toEqual([]);
  });
});

describe('the sheet of a grade', () => {
  test('names salary grades where they are numbers, and lights its stop', () => {
    const sheet = sheetAt('/tiny/grades/kacho/', {
      'tiny/grades/kacho.mdx': aGradeFile({
        name: '課長職',
        more: 'salaryGradesPrinted: 5級・6級\n',
      }),
    });
    expect(told(sheet)).toEqual(['職務の級:5級・6級']);
    expect(sheet.ladders.map(({ lit }) => lit)).toEqual(['kacho']);
    expect(sheet.titleSource).toBe('tiny/hoshin');
  });

  test('does not tell a printed dash', () => {
    const sheet = sheetAt('/tiny/grades/kacho/', {
      'tiny/grades/kacho.mdx': aGradeFile({ name: '課長職', more: 'salaryGradesPrinted: "－"\n' }),
    });
    expect(told(sheet)).toEqual([]);
  });
});

test('a title is set in one line, in two, or smaller', () => {
  expect(['小樽市', '小樽市のはしご', '保育士（主任職・主事職）'].map(titleSetting)).toEqual([
    'short',
    'line',
    'lines',
  ]);
  expect(titleSetting('あ'.repeat(17))).toBe('long');
  expect(titleSetting('あ'.repeat(25))).toBe('longest');
});

test('few facts are set larger', () => {
  expect(factsSetting([])).toBe('roomy');
});
