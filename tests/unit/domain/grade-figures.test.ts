import { describe, expect, test } from 'vitest';
import { gradeFigures, namePattern } from '../../../src/domain/grade-figures.ts';
import type { Indicator, Survey } from '../../../src/domain/model.ts';
import { aCity, aGrade, anInitiative } from '../../support/builders.ts';

const bucho = aGrade({ id: 'bucho', name: '部長職', alsoPrinted: ['部長'] });

describe('namePattern', () => {
  test.each([
    '部長職',
    '部長級',
    '部長',
    '女性の部長の割合',
    '部長（理事を含む。）',
    '部長級以上の職員',
    '部長以下の職員',
  ])('finds the grade in 「%s」', (text) => {
    expect(namePattern(bucho).test(text)).toBe(true);
  });

  test.each(['副部長', '各部長会議', '部長室', '課長級', '部の長'])(
    'finds another word in 「%s」',
    (text) => {
      expect(namePattern(bucho).test(text)).toBe(false);
    },
  );

  test('a bare stem is a name only where the source prints it', () => {
    const ippan = aGrade({ id: 'ippan', name: '一般職' });
    expect(namePattern(ippan).test('一般の市民')).toBe(false);
    expect(namePattern(ippan).test('一般職の割合')).toBe(true);
  });

  test('takes the brackets of a name as they are', () => {
    const kanri = aGrade({ id: 'kanri', name: '保健師（管理職）' });
    expect(namePattern(kanri).test('保健師（管理職）の数')).toBe(true);
    expect(namePattern(kanri).test('保健師管理職の数')).toBe(false);
  });
});

describe('gradeFigures', () => {
  const SOURCED = {
    city: 'komachi',
    document: 'hoshin',
    section: 'honbun',
    lines: '1',
    certainty: 'certain',
    url: '/komachi/policy/hoshin/honbun/#p-1',
  } as const;
  const group = (name: string) => ({ id: name, name, certainty: 'certain' as const });
  const question = (text: string, values: string[]) => ({
    ...SOURCED,
    id: text,
    text,
    kind: 'count' as const,
    values: values.map((printed) => ({ printed })),
  });
  const survey = (more: Partial<Survey>): Survey => ({
    ...SOURCED,
    id: 'danjohi',
    title: '男女比',
    facts: [],
    notes: [],
    groups: [],
    questions: [],
    sets: [],
    marks: [],
    omissions: [],
    ...more,
  });
  const indicator = (name: string): Indicator => ({
    ...SOURCED,
    id: name,
    file: 'kpi',
    kind: 'kpi',
    name,
    columns: [
      { year: 'R5', label: '基準値', role: 'baseline' },
      { year: 'R10', label: '目標値', role: 'target' },
    ],
    values: [{ printed: '15%' }, { omission: 'zu' }],
  });
  const shown = (city: Parameters<typeof aCity>[0]) =>
    gradeFigures(aCity(city), bucho).map(({ title, name, values }) => ({ title, name, values }));

  test('takes whole a question that names the grade', () => {
    const groups = [group('男'), group('女')];
    const questions = [question('部長級', ['14', '1']), question('課長級', ['137', '42'])];
    expect(shown({ surveys: [survey({ groups, questions })] })).toEqual([
      {
        title: '男女比',
        name: '部長級',
        values: [
          { label: '男', value: { printed: '14' } },
          { label: '女', value: { printed: '1' } },
        ],
      },
    ]);
  });

  test('takes of other questions the group that names the grade', () => {
    const groups = [group('部長級'), group('課長級')];
    const questions = [question('満足している', ['90%', '80%'])];
    expect(shown({ surveys: [survey({ groups, questions })] })).toEqual([
      {
        title: '男女比',
        name: '満足している',
        values: [{ label: '部長級', value: { printed: '90%' } }],
      },
    ]);
  });

  test('takes indicators and targets of measures, lost values as lost', () => {
    const initiatives = [
      anInitiative({
        title: '登用',
        indicator: {
          name: '部長職の数',
          baselineYear: 'R5',
          baseline: { printed: '1人' },
          targetYear: 'R10',
          target: { printed: '3人' },
          lines: '1',
        },
      }),
      anInitiative({ title: '指標のない取組' }),
    ];
    const indicators = [indicator('女性の部長の割合'), indicator('全職員の割合')];
    expect(shown({ indicators, initiatives })).toEqual([
      {
        title: undefined,
        name: '女性の部長の割合',
        values: [
          { label: '基準値', value: { printed: '15%' } },
          { label: '目標値', value: { omission: 'zu' } },
        ],
      },
      {
        title: '登用',
        name: '部長職の数',
        values: [
          { label: 'R5', value: { printed: '1人' } },
          { label: 'R10', value: { printed: '3人' } },
        ],
      },
    ]);
  });
});
