import { describe, expect, test } from 'vitest';
import {
  buildLadders,
  ladderProblems,
  nameIn,
  statedYears,
  tracksAt,
  tracksFrom,
  type Ladder,
} from '../../../src/domain/ladder.ts';
import type { City } from '../../../src/domain/model.ts';
import {
  aCareerPath,
  aCity,
  aGrade,
  anInitiative,
  aTrack,
  gradesOf,
  movesAlong,
} from '../../support/builders.ts';

const COMMON = aTrack({ id: 'common', common: true });
const GENERALIST = aTrack({ id: 'generalist' });
const SPECIALIST = aTrack({ id: 'specialist' });

/** One common step, then two tracks side by side. */
function aForkedCity(): City {
  return aCity({
    grades: gradesOf(['shuji', 'shunin', 'kacho', 'bucho']),
    careerPath: aCareerPath({
      tracks: [COMMON, GENERALIST, SPECIALIST],
      moves: [
        ...movesAlong(['shuji', 'shunin'], { track: 'common' }),
        ...movesAlong(['shunin', 'kacho', 'bucho'], { track: 'generalist' }),
        ...movesAlong(['shunin', 'kacho', 'bucho'], { track: 'specialist' }),
      ],
    }),
  });
}

function onlyLadder(city: City): Ladder {
  const [ladder, ...more] = buildLadders(city);
  if (!ladder || more.length > 0) throw new Error(`ladders: ${more.length + 1}`);
  return ladder;
}

describe('buildLadders', () => {
  test('makes one ladder per job family with grades, in listed order', () => {
    const city = aCity({
      jobFamilies: [
        { id: 'hoken', name: '保健師' },
        { id: 'gyosei', name: '行政職' },
        { id: 'nobody', name: '空' },
      ],
      grades: [aGrade(), aGrade({ id: 'hokenshi', jobFamily: 'hoken' })],
    });
    expect(buildLadders(city).map(({ jobFamily }) => jobFamily.id)).toEqual(['hoken', 'gyosei']);
  });

  test('takes a single grade for a ladder of one step without moves', () => {
    const ladder = onlyLadder(aCity({ grades: [aGrade()] }));
    expect(ladder.steps).toHaveLength(1);
    expect(ladder.moves).toEqual([]);
  });

  test('puts grades of one rank on one step, from entry upwards', () => {
    const grades = [
      aGrade({ id: 'c', rank: 3 }),
      aGrade({ id: 'a' }),
      aGrade({ id: 'b', rank: 3 }),
    ];
    const steps = onlyLadder(aCity({ grades })).steps;
    expect(steps.map(({ grades: ofStep }) => ofStep.map(({ id }) => id))).toEqual([
      ['a'],
      ['c', 'b'],
    ]);
  });

  test('follows the printed order where no move is written: every grade of a rank to every one of the next', () => {
    const grades = [
      aGrade({ id: 'a' }),
      aGrade({ id: 'b', rank: 2 }),
      aGrade({ id: 'c', rank: 2 }),
      aGrade({ id: 'd', rank: 3 }),
    ];
    const { moves } = onlyLadder(aCity({ grades }));
    expect(moves.map(({ from, to }) => `${from}→${to}`)).toEqual(['a→b', 'a→c', 'b→d', 'c→d']);
    expect(new Set(moves.map(({ basis }) => basis))).toEqual(new Set(['printed-order']));
  });

  test('keeps written moves to the family of both their ends', () => {
    const city = aForkedCity();
    city.jobFamilies.push({ id: 'hoken', name: '保健師' });
    city.grades.push(...gradesOf(['hokenshi', 'hoken-kacho'], { jobFamily: 'hoken' }));
    const [own, other] = buildLadders(city);
    expect(own?.moves).toEqual(city.careerPath?.moves);
    expect(other?.moves).toEqual([{ from: 'hokenshi', to: 'hoken-kacho', basis: 'printed-order' }]);
    expect(other?.tracks).toEqual([]);
    expect(other?.path).toBeUndefined();
  });

  test('spans a phase over unbroken ranks and keeps the least certain reading', () => {
    const city = aCity({
      grades: [
        aGrade({ id: 'a', phase: { id: 'ikusei', certainty: 'certain' } }),
        aGrade({
          id: 'b',
          rank: 2,
          phase: { id: 'ikusei', certainty: 'likely', certaintyReason: '罫線がない' },
        }),
        aGrade({ id: 'c', rank: 3 }),
        aGrade({ id: 'd', rank: 4, phase: { id: 'ikusei', certainty: 'certain' } }),
      ],
      careerPath: aCareerPath({
        phases: [{ id: 'ikusei', name: '育成期', lines: '1', certainty: 'certain' }],
      }),
    });
    expect(onlyLadder(city).phases).toEqual([
      {
        id: 'ikusei',
        name: '育成期',
        ranks: { from: 1, to: 2 },
        certainty: 'likely',
        certaintyReasons: ['罫線がない'],
      },
      {
        id: 'ikusei',
        name: '育成期',
        ranks: { from: 4, to: 4 },
        certainty: 'certain',
        certaintyReasons: [],
      },
    ]);
  });

  test('keeps a phase whose grades are lost, without ranks, in the first family only', () => {
    const city = aCity({
      jobFamilies: [
        { id: 'gyosei', name: '行政職' },
        { id: 'gino', name: '技能労務' },
      ],
      grades: [aGrade(), aGrade({ id: 'gino', jobFamily: 'gino' })],
      careerPath: aCareerPath({
        phases: [{ id: 'tenkai', name: '展開期', lines: '1', certainty: 'certain' }],
      }),
    });
    const [first, second] = buildLadders(city);
    expect(first?.phases).toEqual([
      { id: 'tenkai', name: '展開期', certainty: 'certain', certaintyReasons: [] },
    ]);
    expect(second?.phases).toEqual([]);
  });

  test('spans layers over ranks', () => {
    const kanri = { name: '管理職員', lines: '1', certainty: 'certain' as const };
    const city = aCity({
      grades: [
        aGrade({ id: 'a' }),
        aGrade({ id: 'b', rank: 2, layer: kanri }),
        aGrade({ id: 'c', rank: 3, layer: kanri }),
      ],
    });
    expect(onlyLadder(city).layers).toMatchObject([
      { name: '管理職員', ranks: { from: 2, to: 3 } },
    ]);
  });

  test('keeps tracks that lead nowhere as plans, with the sentence of the measure that names them', () => {
    const city = aCity({
      grades: [aGrade()],
      initiatives: [
        anInitiative({
          texts: [
            { text: '別の取組を進めます。', certainty: 'certain' },
            { text: '複線型人事制度の導入を検討します。', certainty: 'certain' },
          ],
        }),
      ],
      careerPath: aCareerPath({
        tracks: [
          aTrack({
            id: 'fukusen',
            name: '複線型人事制度',
            status: 'considering',
            initiative: 'kentou',
          }),
        ],
      }),
    });
    const { tracks, plans } = onlyLadder(city);
    expect(tracks).toEqual([]);
    expect(plans).toMatchObject([
      {
        track: { id: 'fukusen' },
        initiative: { id: 'kentou' },
        texts: ['複線型人事制度の導入を検討します。'],
      },
    ]);
  });

  test('gives a plan all words of its measure where none names it, without note numbers', () => {
    const texts = [{ text: '人事[^3]の検討', certainty: 'certain' as const }];
    const city = aCity({
      grades: [aGrade()],
      initiatives: [anInitiative({ texts })],
      careerPath: aCareerPath({
        tracks: [aTrack({ initiative: 'kentou', status: 'considering' })],
      }),
    });
    expect(onlyLadder(city).plans[0]?.texts).toEqual(['人事の検討']);
  });

  test('changes nothing it is given', () => {
    const city = aForkedCity();
    const before = structuredClone(city);
    expect(buildLadders(city)).toEqual(buildLadders(city));
    expect(city).toEqual(before);
  });
});

describe('tracksFrom', () => {
  test('names the tracks at the step where they part, and nowhere else', () => {
    const ladder = onlyLadder(aForkedCity());
    expect(ladder.steps.map((step) => tracksFrom(ladder, step).map(({ id }) => id))).toEqual([
      [],
      ['generalist', 'specialist'],
      [],
      [],
    ]);
  });
});

describe('tracksAt', () => {
  test('names all tracks that touch a grade', () => {
    const ladder = onlyLadder(aForkedCity());
    expect(tracksAt(ladder, 'shuji')).toEqual(['common']);
    expect(tracksAt(ladder, 'shunin')).toEqual(['common', 'generalist', 'specialist']);
  });
});

describe('statedYears', () => {
  const at = (yearsOfService: number) => ({
    yearsOfService,
    age: 23 + yearsOfService,
    printed: '年',
    lines: '1',
  });

  test('gives the years where every step has one and they rise', () => {
    const grades = [
      aGrade({ id: 'a', typical: at(1) }),
      aGrade({ id: 'b', rank: 2, typical: at(9) }),
    ];
    expect(statedYears(onlyLadder(aCity({ grades })))).toEqual([1, 9]);
  });

  test.each([
    ['one is missing', [aGrade({ id: 'a', typical: at(1) }), aGrade({ id: 'b', rank: 2 })]],
    [
      'they fall',
      [aGrade({ id: 'a', typical: at(9) }), aGrade({ id: 'b', rank: 2, typical: at(1) })],
    ],
    [
      'one step has two',
      [aGrade({ id: 'a', typical: at(1) }), aGrade({ id: 'b', typical: at(2) })],
    ],
  ])('gives none where %s', (_, grades) => {
    expect(statedYears(onlyLadder(aCity({ grades })))).toBeUndefined();
  });
});

describe('nameIn', () => {
  test('takes the names of the printed path only where all grades have one', () => {
    const [a, b] = [
      aGrade({ id: 'a', name: '部長職', careerPathName: '部長' }),
      aGrade({ id: 'b', rank: 2, name: '局長職' }),
    ];
    expect(nameIn(onlyLadder(aCity({ grades: [a] })), a)).toBe('部長');
    expect(nameIn(onlyLadder(aCity({ grades: [a, b] })), a)).toBe('部長職');
  });
});

describe('ladderProblems', () => {
  const problemsOf = (moves: [string, string][], ids = ['a', 'b', 'c']) =>
    ladderProblems(
      aCity({
        grades: gradesOf(ids),
        careerPath: aCareerPath({
          moves: moves.map(([from, to]) => ({ from, to, basis: 'stated' })),
        }),
      }),
    ).map(({ kind, value }) => `${kind} ${value ?? ''}`);

  test('finds none in ladders that hold', () => {
    expect(ladderProblems(aForkedCity())).toEqual([]);
    expect(problemsOf([])).toEqual([]);
    expect(
      problemsOf([
        ['a', 'b'],
        ['b', 'c'],
        ['a', 'c'],
      ]),
    ).toEqual([]);
  });

  test('finds a move from or to an unknown step and names the field', () => {
    const city = aForkedCity();
    city.careerPath?.moves.push({ from: 'kacho', to: 'nanimono', basis: 'stated' });
    expect(ladderProblems(city)).toEqual([
      { path: 'moves[5].to', kind: 'unknown-step', value: 'nanimono' },
    ]);
  });

  test('finds a move between two job families', () => {
    const city = aForkedCity();
    city.jobFamilies.push({ id: 'hoken', name: '保健師' });
    city.grades.push(aGrade({ id: 'hokenshi', jobFamily: 'hoken' }));
    city.careerPath?.moves.push({ from: 'shuji', to: 'hokenshi', basis: 'stated' });
    expect(ladderProblems(city)).toMatchObject([
      { path: 'moves[5]', kind: 'unknown-step', value: 'shuji → hokenshi' },
    ]);
  });

  test('finds a circle and prints its way', () => {
    expect(
      problemsOf([
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'b'],
      ]),
    ).toEqual(['cycle b → c → b']);
  });

  test('finds a ladder without a start', () => {
    expect(
      problemsOf([
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'a'],
      ]),
    ).toEqual(['cycle a → b → c → a', 'no-start a']);
  });

  test('finds a second start that the source does not print', () => {
    expect(
      problemsOf([
        ['a', 'c'],
        ['b', 'c'],
      ]),
    ).toEqual(['second-start b']);
  });

  test('lets two grades of the lowest rank both be starts', () => {
    const grades = [aGrade({ id: 'a' }), aGrade({ id: 'b' }), aGrade({ id: 'c', rank: 2 })];
    const moves = [...movesAlong(['a', 'c']), ...movesAlong(['b', 'c'])];
    expect(ladderProblems(aCity({ grades, careerPath: aCareerPath({ moves }) }))).toEqual([]);
  });

  test('finds a step that no move touches', () => {
    expect(problemsOf([['a', 'b']])).toEqual(['unreachable c']);
  });

  test('finds a move that leads down or stays on its rank', () => {
    expect(
      problemsOf([
        ['a', 'b'],
        ['a', 'c'],
        ['c', 'b'],
      ]),
    ).toEqual(['out-of-order c → b']);
  });
});
