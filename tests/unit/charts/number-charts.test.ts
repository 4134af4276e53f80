import { describe, expect, it } from 'vitest';
import { CELL_WIDTH, layoutBulletCell, layoutBullets } from '../../../src/charts/bullet.ts';
import { wordBoxes, type NumberChart } from '../../../src/charts/number-chart.ts';
import { layoutFigures } from '../../../src/charts/survey-chart.ts';
import { aimOfIndicator, type Aim } from '../../../src/domain/aims.ts';
import {
  formOf,
  surveyTables,
  yearTable,
  type FigureTable,
} from '../../../src/domain/figure-table.ts';
import type { Survey } from '../../../src/domain/model.ts';
import { anIndicator, aQuestion, aSurvey } from '../../support/builders.ts';
import { expectApart, expectInside, expectNumbers } from '../../support/drawing-laws.ts';

const WIDTHS = [320, 336, 360, 768, 800, 960, 1280];
const LONG =
  '職場内のコミュニケーションや情報共有、積極的な意見交換が行われていると感じている割合（転職したいと思うことがある職員を除く、病院局の医療技術系職員を含む全職員に対するもの）';

const printed = (values: readonly string[]) => values.map((one) => ({ printed: one }));
const lost = (count: number) => Array.from({ length: count }, () => ({ omission: 'zu' }));

/** A survey of this many groups; rows of values, one of them lost as a whole. */
function surveyOf(
  groups: readonly string[],
  rows: readonly (readonly string[])[],
  more: Partial<Survey> = {},
) {
  const kind = more.questions?.[0]?.kind ?? 'percent';
  return aSurvey(
    {
      ...more,
      questions: [
        ...rows.map((values, index) =>
          aQuestion({
            id: `q${index}`,
            kind,
            text: index % 3 === 0 ? LONG : `問${index}`,
            values: printed(values),
            ...(index === 1 ? { certainty: 'likely', certaintyReason: '並び順' } : {}),
          }),
        ),
        aQuestion({ id: 'lost', kind, text: LONG, values: lost(groups.length) }),
      ],
    },
    groups,
  );
}

const AGES = ['10～20歳代', '30歳代', '40歳代', '50歳代', '60歳代～'];
const YEARS = ['H25', 'H26', 'H27', 'H28', 'H29', 'H30', 'R1', 'R2', 'R3', 'R4'];

const scores = (values: readonly string[]): Survey => {
  const survey = surveyOf(
    ['平均スコア'],
    values.map((one) => [one]),
    {
      questions: [aQuestion({ kind: 'score' })],
      marks: [
        { id: 'low', text: '3.2を下回ると低い', printed: '3.2', kind: 'bound', lines: '1' },
        { id: 'mid', text: '3.6が平均点', printed: '3.6', kind: 'bound', lines: '1' },
        { id: 'high', text: '3.8を超えると高く', printed: '3.8', kind: 'bound', lines: '1' },
        {
          id: 'all',
          text: '市全体の平均スコアは「3.25」',
          printed: '3.25',
          kind: 'mean',
          lines: '1',
        },
      ],
    },
  );
  return {
    ...survey,
    sets: [
      {
        id: 'kumi',
        names: [LONG, '職場に貢献しているかどうか'],
        mean: '（平均3.29）',
        questions: survey.questions.map(({ id }) => id),
        lines: '1',
        certainty: 'certain',
      },
    ],
  };
};

const counts = (groups: readonly string[], rows: readonly (readonly string[])[]) =>
  surveyOf(groups, rows, { questions: [aQuestion({ kind: 'count' })] });

const SURVEYS: Record<string, Survey> = {
  'dots far apart': surveyOf(AGES, [
    ['0%', '25%', '50%', '75%', '100%'],
    ['43.7%', '43.5%', '48.6%', '48.5%', '45.8%'],
    ['64.4%', '61.6%', '79.2%', '79.5%', '89.7%'],
  ]),
  'dots all equal': surveyOf(
    AGES,
    Array.from({ length: 4 }, () => ['50%', '50%', '50%', '50%', '50%']),
  ),
  'slopes that cross': surveyOf(
    ['やりがい有', 'やりがい無'],
    [
      ['0%', '100%'],
      ['100%', '0%'],
      ['56.8%', '56.8%'],
    ],
  ),
  'slopes all equal': surveyOf(
    ['有', '無'],
    Array.from({ length: 30 }, () => ['50%', '50%']),
  ),
  'columns of years': counts(YEARS, [
    ['6', '5', '4', '7', '6', '8', '5', '9', '13', '18'],
    ['0', '0', '0', '0', '0', '0', '0', '0', '0', '0'],
  ]),
  'bars of one value': counts(['男'], [['1,234,567']]),
  'bars of two groups': counts(
    ['男', '女'],
    [
      ['14', '1'],
      ['966', '630'],
      ['0', '0'],
    ],
  ),
  'scores around the marks': scores(['3.59', '2.99', '2.72', '3.82']),
  'scores all equal': scores(['3.25', '3.25', '3.25']),
  'nothing but lost values': counts(AGES, []),
  'nothing but lost shares': surveyOf(AGES, []),
};

const tablesOf = (survey: Survey): FigureTable[] => surveyTables(survey);

function expectLaws(chart: NumberChart): void {
  const boxes = wordBoxes(chart);
  expectNumbers(chart);
  expectInside(boxes, chart);
  expectApart(boxes);
  const shapes = chart.marks.map(({ target, row, column }) => ({
    ...target,
    name: `${row}.${column}`,
  }));
  // A target may reach beyond the paper by the half of a finger, its middle never.
  expectInside(
    shapes.map(({ x, y, width, height, name }) => ({
      x: x + width / 2,
      y: y + height / 2,
      width: 0,
      height: 0,
      name,
    })),
    chart,
  );
}

describe.each(Object.entries(SURVEYS))('%s', (_, survey) => {
  it.each(WIDTHS)('keep the laws of drawings at %d', (width) => {
    for (const table of tablesOf(survey)) expectLaws(layoutFigures(table, { width }));
  });

  it('are drawn alike from the same figures', () => {
    for (const table of tablesOf(survey))
      expect(layoutFigures(table, { width: 800 })).toEqual(
        layoutFigures(structuredClone(table), { width: 800 }),
      );
  });

  it('draw every number, and no other', () => {
    for (const table of tablesOf(survey)) {
      const wanted = table.rows.flatMap(({ id, figures }) =>
        figures.flatMap((figure, index) =>
          figure.kind === 'number'
            ? [`${id}.${table.columns[index]?.id ?? ''}=${figure.value}`]
            : [],
        ),
      );
      const drawn = layoutFigures(table, { width: 336 }).marks.filter(
        ({ column }) => column !== 'mean',
      );
      expect(drawn.map(({ row, column, value }) => `${row}.${column}=${value}`).sort()).toEqual(
        wanted.sort(),
      );
    }
  });
});

describe('the place of a mark', () => {
  const [table] = tablesOf(
    surveyOf(AGES, [
      ['0%', '25%', '50%', '75%', '100%'],
      ['1%', '2%', '3%', '4%', '5%'],
      ['9%', '9%', '9%', '9%', '9%'],
    ]),
  );

  it('is in proportion to its value', () => {
    if (!table) throw new Error('no table');
    const xs = layoutFigures(table, { width: 800 })
      .marks.filter(({ row }) => row === 'q0')
      .flatMap(({ shape }) => (shape.type === 'dot' ? [shape.x] : []));
    const steps = xs.slice(1).map((x, index) => x - (xs[index] ?? 0));
    for (const step of steps) expect(step).toBeCloseTo(steps[0] ?? 0, 0);
  });

  it('of a bar is a length from nought', () => {
    const [bars] = tablesOf(counts(['男', '女'], [['200', '100']]));
    if (!bars) throw new Error('no table');
    const [first, second] = layoutFigures(bars, { width: 800 }).marks.map(({ shape }) =>
      shape.type === 'bar' ? shape : undefined,
    );
    expect(first?.x).toBe(second?.x);
    expect((first?.width ?? 0) / (second?.width ?? 1)).toBeCloseTo(2, 1);
  });
});

describe('formOf', () => {
  it.each([
    ['dots far apart', 'dots'],
    ['slopes that cross', 'slopes'],
    ['columns of years', 'columns'],
    ['bars of two groups', 'bars'],
    ['scores all equal', 'scores'],
  ])('of %s is %s', (name, form) => {
    const survey = SURVEYS[name];
    expect(survey && tablesOf(survey).map(formOf)).toEqual([form]);
  });
});

const aim = (baseline: string, target: string, name = 'やりがいを感じている割合'): Aim => {
  const found = aimOfIndicator(
    anIndicator([baseline, target], { id: `${baseline}-${target}`, name }),
  );
  if (!found) throw new Error('no aim');
  return found;
};

const AIMS = [
  aim('68.7%', '80％', LONG),
  aim('405', '400人'),
  aim('13人', '8人以下'),
  aim('—', '10件'),
  aim('100%', '100%'),
  aim('0件', '35件'),
  aim('0件', '0件'),
  aim('2億2千万枚', '1億7千万枚'),
  aim('2,273,760人', '2,728,512人'),
  aim('4.27', '4.5', '研修アンケート満足度（5点満点）'),
];

describe('bullets', () => {
  it.each(WIDTHS)('keep the laws of drawings at %d', (width) => {
    expectLaws(layoutBullets(AIMS, { width }));
  });

  it('keep the laws in a cell', () => {
    for (const one of AIMS) {
      const cell = layoutBulletCell(one);
      expect(cell.width).toBe(CELL_WIDTH);
      expectLaws(cell);
    }
  });

  it('draw what is printed as a number, and nothing else', () => {
    const marks = layoutBullets([aim('—', '10件'), aim('13人', '8人以下')], { width: 336 }).marks;
    expect(marks.map(({ row, column, value, shape }) => [row, column, value, shape.type])).toEqual([
      ['—-10件', 'R10', 10, 'tick'],
      ['13人-8人以下', 'R5', 13, 'bar'],
      ['13人-8人以下', 'R10', 8, 'bound'],
    ]);
  });

  it('stand on axes from nought, to the end of the scale where there is one', () => {
    const ends = (one: Aim) => layoutBulletCell(one).axes[0]?.labels.map(({ lines }) => lines[0]);
    expect(ends(aim('68.7%', '80％'))).toEqual(['0', '50', '100%']);
    expect(ends(aim('4.27', '4.5', '満足度（5点満点）'))?.[0]).toBe('0');
    expect(ends(aim('2億2千万枚', '1億7千万枚'))?.at(-1)).toMatch(/億枚$/);
  });
});

describe('years', () => {
  it('leave the total out: it is no further year', () => {
    const table = yearTable([
      anIndicator(['100', '500'], {
        columns: [
          { year: 'R7', label: 'R7', role: 'year' },
          { year: '累計', label: '累計', role: 'total' },
        ],
      }),
    ]);
    expect(table?.columns.map(({ id }) => id)).toEqual(['R7']);
    expect(table?.rows[0]?.figures).toMatchObject([{ value: 100 }]);
  });

  it('are no table where an indicator has none', () => {
    expect(yearTable([anIndicator(['1%', '2%'])])).toBeUndefined();
    expect(yearTable([])).toBeUndefined();
  });
});
