import { describe, expect, it } from 'vitest';
import {
  aimOfIndicator,
  aimOfInitiative,
  countAims,
  isDrawable,
  kindOf,
} from '../../../src/domain/aims.ts';
import { lettersOf, meanOf, surveyTables } from '../../../src/domain/figure-table.ts';
import { factsOf, surveyCharts } from '../../../src/domain/survey-chart.ts';
import { aCity, anIndicator, anInitiative, aQuestion, aSurvey } from '../../support/builders.ts';

describe('surveyTables', () => {
  const survey = aSurvey(
    {
      questions: [
        aQuestion({ id: 'ninzu', kind: 'count', values: [{ printed: '177' }, { printed: '49' }] }),
        aQuestion({ id: 'wariai', values: [{ printed: '78.3%' }, { omission: 'zu' }] }),
        aQuestion({
          id: 'riyu',
          kind: 'list',
          values: [{ answers: ['給与'] }, { answers: ['家族'] }],
        }),
      ],
    },
    ['男', '女'],
  );

  it('puts unlike kinds into tables of their own, in the order of the source, and no lists', () => {
    expect(
      surveyTables(survey).map(({ kind, unit, rows }) => [kind, unit, rows.map(({ id }) => id)]),
    ).toEqual([
      ['count', undefined, ['ninzu']],
      ['percent', '%', ['wariai']],
    ]);
  });

  it('keeps what is lost as lost', () => {
    expect(surveyTables(survey)[1]?.rows[0]?.figures).toMatchObject([
      { value: 78.3 },
      { kind: 'lost' },
    ]);
  });

  it('leaves out columns that hold answers alone', () => {
    const mixed = aSurvey(
      { questions: [aQuestion({ values: [{ answers: ['そう思う'] }, { printed: '68.7%' }] })] },
      ['選択肢', '区分'],
    );
    expect(surveyTables(mixed)[0]?.columns.map(({ name }) => name)).toEqual(['区分']);
  });
});

describe('lettersOf', () => {
  it.each([
    [
      ['10～20歳代', '30歳代', '60歳代～'],
      ['10', '30', '60'],
    ],
    [
      ['やりがい有', 'やりがい無'],
      ['A', 'B'],
    ],
    [
      ['30歳代', '30歳以上'],
      ['A', 'B'],
    ],
  ])('of %j are %j', (names, letters) => {
    expect(lettersOf(names)).toEqual(letters);
  });
});

describe('meanOf', () => {
  it.each([
    ['（平均3.29）', 3.29],
    ['（平均3.1）', 3.1],
    ['（平均なし）', undefined],
    ['3.1から3.2', undefined],
    [undefined, undefined],
  ])('reads %s as %s', (printed, value) => {
    expect(meanOf(printed)?.value).toBe(value);
  });
});

describe('surveyCharts', () => {
  it('names the row and the cell of the table that say the same', () => {
    const survey = aSurvey({ questions: [aQuestion({ values: [{ printed: '64.4%' }] })] }, [
      '全体',
    ]);
    const row = { id: 'p-1', record: { collection: 'questions' as const, id: 'q1' }, cells: [] };
    const [chart] = surveyCharts(survey, [{ type: 'table', label: '', heads: [], rows: [row] }]);
    expect(chart?.names.get('q1')).toEqual({
      name: 'q1の割合',
      twin: 'p-1',
      columns: new Map([['a', { name: '全体', printed: '64.4%', cell: 1 }]]),
    });
  });
});

describe('factsOf', () => {
  const facts = [{ label: '回答率', texts: ['43.0%'], items: [], lines: '1' }];
  const gaiyo = aSurvey({ id: 'gaiyo', facts });

  it('are those of the survey itself, or of the one it names', () => {
    const nendai = aSurvey({ id: 'nendai', conductedAs: 'gaiyo' });
    const city = aCity({ surveys: [gaiyo, nendai] });
    expect(factsOf(gaiyo, city)).toEqual(facts);
    expect(factsOf(nendai, city)).toEqual(facts);
    expect(factsOf(aSurvey({ id: 'other' }), city)).toEqual([]);
  });
});

describe('an aim', () => {
  it('has the end of its scale where name or unit state it', () => {
    expect(aimOfIndicator(anIndicator(['68.7%', '80％']))?.full).toBe(100);
    expect(aimOfIndicator(anIndicator(['4.27', '4.5'], { name: '満足度（５点満点）' }))?.full).toBe(
      5,
    );
    expect(aimOfIndicator(anIndicator(['18人', '8人以下']))?.full).toBeUndefined();
  });

  it('has the value before only where it counts the same', () => {
    const previous = (value: string) =>
      aimOfIndicator(
        anIndicator(['13人', '8人'], {
          columns: [
            { year: 'R4', label: 'R4', role: 'previous' },
            { year: 'R5', label: 'R5', role: 'baseline' },
            { year: 'R10', label: 'R10', role: 'target' },
          ],
          values: [{ printed: value }, { printed: '13人' }, { printed: '8人' }],
        }),
      )?.previous;
    expect(previous('18人')).toMatchObject({ year: 'R4', figure: { value: 18 } });
    expect(previous('18%')).toBeUndefined();
  });

  it('is none where an indicator has no baseline or a measure no target', () => {
    expect(aimOfIndicator(anIndicator(['1', '2'], { columns: [] }))).toBeUndefined();
    expect(aimOfInitiative(anInitiative())).toBeUndefined();
  });

  it.each([
    ['10件', '7件', 'numbers', true],
    ['—', '10件', 'numbers', true],
    ['13人', '8人以下', 'numbers', true],
    ['—', '検討', 'words', false],
    ['—', '20分短縮', 'words', false],
    ['3件', '80%', 'numbers', false],
  ])('from %s to %s is of kind %s; drawn: %s', (baseline, target, kind, drawn) => {
    const aim = aimOfIndicator(anIndicator([baseline, target]));
    expect(aim && [kindOf(aim), isDrawable(aim)]).toEqual([kind, drawn]);
  });

  it('with a lost target is counted as lost', () => {
    const aim = aimOfIndicator(
      anIndicator(['1', '2'], { values: [{ printed: '1' }, { omission: 'zu' }] }),
    );
    expect(countAims(aim ? [aim] : [])).toEqual({ numbers: 0, words: 0, lost: 1 });
  });
});
