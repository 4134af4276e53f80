import { describe, expect, test } from 'vitest';
import { overlaps } from '../../../src/charts/geometry.ts';
import { layoutLadder, layoutLineLadder, layoutSmallLadder } from '../../../src/charts/ladder.ts';
import type { LadderLayout } from '../../../src/charts/ladder-layout.ts';
import { buildLadders, type Ladder } from '../../../src/domain/ladder.ts';
import type { City } from '../../../src/domain/model.ts';
import { aTrack, anInitiative } from '../../support/builders.ts';
import {
  aCityOfManyWays,
  aCityOfTiers,
  aCityWithPlans,
  aCityWithYears,
  aGiantCity,
  aPlainCity,
} from '../../support/cities.ts';
import {
  expectApart,
  expectClear,
  expectInside,
  expectNumbers,
  type NamedBox,
} from '../../support/drawing-laws.ts';

/** Phases and a fork as in `aCityWithYears`, and beside them what is only considered. */
function aCityWithYearsAndPlan(): City {
  const city = aCityWithYears();
  const sentence = '複線型人事制度や庁内公募制度などの導入検討';
  city.initiatives.push(anInitiative({ texts: [{ text: sentence, certainty: 'certain' }] }));
  city.careerPath?.tracks.push(
    aTrack({
      id: 'fukusen',
      name: '複線型人事制度',
      status: 'considering',
      initiative: 'kentou',
    }),
  );
  return city;
}

const CITIES: [string, () => City][] = [
  ['stated years and a fork', aCityWithYears],
  ['stated years, a fork and a plan', aCityWithYearsAndPlan],
  ['layers and plans', aCityWithPlans],
  ['titles that share a rank', aCityOfTiers],
  ['names and order alone', aPlainCity],
  ['twelve grades, four tracks and names of sixty characters', aGiantCity],
  ['the same without years', () => aGiantCity({ years: false })],
  ['tracks with grades of their own', aCityOfManyWays],
];
const LAYOUTS: [string, (ladder: Ladder) => LadderLayout][] = [
  ...[320, 768, 960, 1280].map((width): [string, (ladder: Ladder) => LadderLayout] => [
    `${width} wide`,
    (ladder) => layoutLadder(ladder, { width }),
  ]),
  ['small', (ladder) => layoutSmallLadder(ladder)],
  ['one line of many', (ladder) => layoutLineLadder(ladder, { width: 860 })],
  ['one line of many, narrow', (ladder) => layoutLineLadder(ladder, { width: 320 })],
];

/** How thick LadderDrawing draws a line. */
const LINE = 9;

/** Everything that is read or chosen. */
function marksOf(layout: LadderLayout): NamedBox[] {
  return [
    ...layout.stations.flatMap(({ grade, box, name, tags, role }) => [
      { name: `${grade} stop`, ...box },
      { name: `${grade} name`, ...name.box },
      ...(role ? [{ name: `${grade} role`, ...role.box }] : []),
      ...tags.map(({ kind, text }) => ({ name: `${grade} ${kind}`, ...text.box })),
    ]),
    ...layout.phases.flatMap(({ id, label, doubt }) => [
      { name: `${id} label`, ...label.box },
      ...(doubt ? [{ name: `${id} doubt`, ...doubt.box }] : []),
    ]),
    ...layout.layers.flatMap(({ name, label, doubt }) => [
      { name, ...label.box },
      ...(doubt ? [{ name: `${name} doubt`, ...doubt.box }] : []),
    ]),
    ...layout.ticks.flatMap(({ grade, years, age }) => [
      { name: `${grade} years`, ...years.box },
      { name: `${grade} age`, ...age.box },
    ]),
    ...layout.axisHeads.map(({ lines, box }) => ({ name: lines.join(''), ...box })),
    ...layout.trackLabels.map(({ track, label }) => ({ name: `${track} label`, ...label.box })),
    ...layout.phaseTexts.flatMap(({ phase, track, heading, text, note }) =>
      [heading, text, note].flatMap((block, index) =>
        block ? [{ name: `${phase} ${track} text ${index}`, ...block.box }] : [],
      ),
    ),
    ...(layout.aims ? [{ name: 'aims heading', ...layout.aims.heading.box }] : []),
    ...(layout.aims?.items.flatMap(({ id, name, doubt, text }) =>
      [name, doubt, text].flatMap((block, index) =>
        block ? [{ name: `${id} aim ${index}`, ...block.box }] : [],
      ),
    ) ?? []),
    ...layout.plans.flatMap(({ track, end, name, word, texts }) => [
      { name: `${track} end`, ...end },
      { name: `${track} name`, ...name.box },
      { name: `${track} status`, ...word.box },
      ...texts.map(({ box }) => ({ name: `${track} text`, ...box })),
    ]),
  ];
}

const ladderOf = (city: City): Ladder => {
  const [ladder] = buildLadders(city);
  if (!ladder) throw new Error('no ladder');
  return ladder;
};

describe.each(CITIES)('a ladder of %s', (_, build) => {
  describe.each(LAYOUTS)('%s', (name, layout) => {
    test('has no number that is none', () => {
      expectNumbers(layout(ladderOf(build())));
    });

    test('stays inside its paper', () => {
      const drawn = layout(ladderOf(build()));
      const areas = [...drawn.platforms, ...drawn.phases.map(({ box }) => box)];
      expectInside([...marksOf(drawn), ...areas.map((box) => ({ name: 'area', ...box }))], drawn);
    });

    test('lets no words or stops overlap', () => {
      expectApart(marksOf(layout(ladderOf(build()))));
    });

    test('leads no line through words, nor through a stop that is not its own', () => {
      const drawn = layout(ladderOf(build()));
      const words = marksOf(drawn).filter(({ name: mark }) => !mark.endsWith('stop'));
      expectClear(
        [
          ...drawn.ticks.map(({ grade, d }) => ({ name: `${grade} tick`, d })),
          ...drawn.layers.map(({ name: layer, d }) => ({ name: layer, d })),
        ],
        words,
      );
      for (const { from, to, d } of drawn.routes) {
        const others = drawn.stations.filter(({ grade }) => ![...from, ...to].includes(grade));
        const stops = others.map(({ grade, box }) => ({ name: `${grade} stop`, ...box }));
        expectClear([{ name: `${from.join()}→${to.join()}`, d }], [...words, ...stops], LINE / 2);
      }
    });

    test('draws every grade once and every word of it', () => {
      const ladder = ladderOf(build());
      const drawn = layout(ladder);
      const grades = ladder.steps.flatMap((step) => step.grades);
      expect(drawn.stations.map(({ grade }) => grade).toSorted()).toEqual(
        grades.map(({ id }) => id).toSorted(),
      );
      const isPart = name === 'small' || (drawn.direction === 'rising' && name.startsWith('one'));
      expect(drawn.plans).toHaveLength(isPart ? 0 : ladder.plans.length);
      for (const { grade, name: label } of drawn.stations) {
        const printed = grades.find(({ id }) => id === grade);
        expect([printed?.name, printed?.careerPathName]).toContain(label.lines.join(''));
      }
    });

    test('puts higher ranks higher', () => {
      const ladder = ladderOf(build());
      const drawn = layout(ladder);
      const rankOf = new Map(
        ladder.steps.flatMap(({ rank, grades }) => grades.map(({ id }) => [id, rank])),
      );
      for (const a of drawn.stations) {
        for (const b of drawn.stations) {
          if ((rankOf.get(a.grade) ?? 0) < (rankOf.get(b.grade) ?? 0))
            expect(a.box.y).toBeGreaterThan(b.box.y);
        }
      }
    });

    test('is the same for the same ladder and leaves it as it was', () => {
      const ladder = ladderOf(build());
      const before = structuredClone(ladder);
      expect(layout(ladder)).toEqual(layout(ladder));
      expect(ladder).toEqual(before);
    });
  });
});

describe('layoutLadder', () => {
  const years = () => layoutLadder(ladderOf(aCityWithYears()), { width: 960 });

  test('rises on wide paper and stands upright on narrow paper', () => {
    const ladder = ladderOf(aCityWithYears());
    expect(layoutLadder(ladder, { width: 960 }).direction).toBe('rising');
    expect(layoutLadder(ladder, { width: 640 }).direction).toBe('vertical');
  });

  test('stands upright wherever one rank has several stops', () => {
    expect(layoutLadder(ladderOf(aCityOfManyWays()), { width: 960 }).direction).toBe('vertical');
  });

  test('sets stated years to scale', () => {
    const { axis, stations } = years();
    const [a = 0, b = 0, c = 0] = stations.map(({ box }) => box.x);
    expect(axis).toBe('years');
    expect(b - a).toBeCloseTo(c - b, 0);
    expect(stations.map(({ grade }) => grade)).toEqual([
      'shuji',
      'shunin',
      'kakaricho',
      'kacho',
      'jicho',
      'bucho',
    ]);
  });

  test('prints every stated year and age', () => {
    const { ticks } = years();
    expect(
      ticks.map(({ years: year, age }) => `${year.lines.join('')}${age.lines.join('')}`),
    ).toEqual(['1年24歳', '9年32歳', '17年40歳', '25年48歳', '30年53歳', '33年56歳']);
  });

  test('begins a phase at the year in which its first grade is reached', () => {
    const { phases, stations } = years();
    const kakaricho = stations.find(({ grade }) => grade === 'kakaricho');
    const middle = (kakaricho?.box.x ?? 0) + (kakaricho?.box.width ?? 0) / 2;
    expect(phases[1]?.box.x).toBeCloseTo(middle, 0);
    expect((phases[0]?.box.x ?? 0) + (phases[0]?.box.width ?? 0)).toBeCloseTo(middle, 0);
  });

  test('says plain order where no years are stated, and spaces the steps evenly', () => {
    const { axis, ticks, stations } = layoutLadder(ladderOf(aPlainCity()), { width: 960 });
    const xs = stations.map(({ box }) => box.x);
    const gaps = xs.slice(1).map((x, index) => x - (xs[index] ?? 0));
    expect(axis).toBe('order');
    expect(ticks).toEqual([]);
    expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThan(0.3);
  });

  test('runs tracks side by side after the fork, on one stop as wide as both', () => {
    const { routes, stations } = years();
    const size = (id: string) => stations.find(({ grade }) => grade === id)?.box;
    expect(new Set(routes.map(({ lane }) => lane))).toEqual(new Set([0, 1, 2]));
    expect(size('shunin')?.height).toBeCloseTo(size('shunin')?.width ?? 0);
    expect(size('kacho')?.height).toBeGreaterThan((size('kacho')?.width ?? 0) * 1.5);
  });

  test('joins the stops of one rank and leads one line to them', () => {
    const { routes, platforms } = layoutLadder(ladderOf(aCityOfTiers()), { width: 960 });
    expect(platforms).toHaveLength(2);
    expect(routes).toHaveLength(3);
    expect(routes[1]).toMatchObject({ from: ['t1'], to: ['t2', 't3'], basis: 'printed-order' });
  });

  test('tells each stop’s role, once where stops of one rank share it, and none where years are drawn', () => {
    const rolesOf = (city: City, width = 960) =>
      layoutLadder(ladderOf(city), { width }).stations.flatMap(({ grade, role }) =>
        role ? [grade] : [],
      );
    expect(rolesOf(aCityOfTiers())).toEqual(['t0', 't1', 't3', 't4', 't5']);
    expect(rolesOf(aCityOfTiers(), 320)).toEqual([]);
    expect(rolesOf(aGiantCity())).toEqual([]);
  });

  test('sets what tracks are about in the bands of their phases', () => {
    const { phases, phaseTexts } = years();
    expect(phaseTexts.map(({ phase, track }) => `${phase} ${track}`)).toEqual([
      'ikusei common',
      'kakuju generalist',
      'kakuju specialist',
      'hakki generalist',
      'hakki specialist',
    ]);
    expect(phaseTexts.map(({ heading }) => heading?.lines.join(''))).toContain('事務職');
    for (const { phase, text } of phaseTexts) {
      const band = phases.find(({ id }) => id === phase)?.box;
      expect(text.box.x).toBeGreaterThan(band?.x ?? Infinity);
      expect(text.box.x + text.box.width).toBeLessThan((band?.x ?? 0) + (band?.width ?? 0));
    }
  });

  test('fills the free corner with what all staff are there for, only where steps tell nothing', () => {
    const aims = (city: City) => layoutLadder(ladderOf(city), { width: 960 }).aims;
    expect(aims(aPlainCity())?.items.map(({ name, doubt }) => [!!name, !!doubt])).toEqual([
      [true, true],
      [false, false],
    ]);
    expect(aims(aCityOfTiers())).toBeUndefined();
  });

  test('leads no line to what is only planned', () => {
    const { plans, stations, routes } = layoutLadder(ladderOf(aCityWithPlans()), { width: 960 });
    expect(plans.map(({ status, word }) => [status, word.lines.join('')])).toEqual([
      ['considering', '検討'],
      ['introducing', '導入'],
    ]);
    for (const { end } of plans) {
      expect(stations.some(({ box }) => overlaps(box, end))).toBe(false);
    }
    expect(routes.every(({ status }) => status === 'established')).toBe(true);
  });

  test('keeps what is only planned out of the bands of phases', () => {
    const { plans, phases } = layoutLadder(ladderOf(aCityWithYearsAndPlan()), { width: 960 });
    const words = plans.flatMap(({ name, word, texts }) => [name, word, ...texts]);
    expect([words.length, phases.length]).toEqual([3, 3]);
    for (const { box } of words)
      expect(phases.some((phase) => overlaps(phase.box, box))).toBe(false);
  });

  test('draws no phase whose grades the source lost', () => {
    expect(layoutLadder(ladderOf(aCityWithPlans()), { width: 960 }).phases).toEqual([]);
  });

  test('leaves a printed dash to the list', () => {
    const [, gino] = buildLadders(aCityWithPlans());
    expect(gino && layoutLadder(gino).stations[0]?.tags).toEqual([]);
  });

  test('throws on a move to a grade that the ladder does not have', () => {
    const ladder = ladderOf(aPlainCity());
    ladder.moves.push({ from: 'kacho', to: 'nanimono', basis: 'stated' });
    expect(() => layoutLadder(ladder)).toThrow('unknown grade: nanimono');
  });
});

describe('layoutLineLadder', () => {
  test('lays a single line flat, from the entry at the left, each stop a little higher', () => {
    const { direction, stations } = layoutLineLadder(ladderOf(aPlainCity()), { width: 860 });
    expect(direction).toBe('rising');
    const boxes = stations.map(({ box }) => box);
    expect(boxes.toSorted((a, b) => a.x - b.x)).toEqual(boxes);
    expect(boxes.toSorted((a, b) => b.y - a.y)).toEqual(boxes);
  });

  test('stands upright on narrow paper and wherever the road parts', () => {
    const directionOf = (city: City, width: number) =>
      layoutLineLadder(ladderOf(city), { width }).direction;
    expect(directionOf(aPlainCity(), 360)).toBe('vertical');
    expect(directionOf(aCityOfTiers(), 860)).toBe('vertical');
    expect(directionOf(aCityWithYears(), 860)).toBe('vertical');
  });

  test('says how many abilities are asked, if any', () => {
    const { stations } = layoutLineLadder(ladderOf(aCityWithPlans()), { width: 860 });
    expect(stations.map(({ tags }) => tags.filter(({ kind }) => kind === 'asked').length)).toEqual([
      1, 0, 0, 0, 0,
    ]);
  });
});

describe('layoutSmallLadder', () => {
  test('lets four cities stand side by side in a sharing picture of 1200×630, heads above them', () => {
    const [margin, gap, heads] = [48, 32, 160];
    const width = (1200 - 2 * margin - 3 * gap) / 4;
    for (const build of [aCityWithYears, aCityWithPlans, aCityOfTiers, aPlainCity]) {
      const drawn = layoutSmallLadder(ladderOf(build()), { width });
      expect(drawn.width).toBeLessThanOrEqual(width);
      expect(drawn.height).toBeLessThanOrEqual(630 - 2 * margin - heads);
      expectInside(marksOf(drawn), drawn);
      expectApart(marksOf(drawn));
    }
  });
});
