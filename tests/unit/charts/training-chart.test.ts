import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../../scripts/read-content.ts';
import { layoutTraining, type TrainingChart } from '../../../src/charts/training-chart.ts';
import { trainingMap } from '../../../src/domain/training-map.ts';
import { expectApart, expectInside, expectNumbers } from '../../support/drawing-laws.ts';

const { catalog } = readContent(path.resolve(import.meta.dirname, '../../../content'));
const maps = catalog.cities
  .map(trainingMap)
  .filter(({ stages }) => stages.length > 0)
  .map((map) => ({ name: map.city.name, map }));

const boxesOf = ({ heads, stages, lanes, rows }: TrainingChart) => [
  ...heads.map(({ box, lines }) => ({ name: lines.join(''), ...box })),
  ...stages.map(({ id, label }) => ({ name: id, ...label.box })),
  ...lanes.map(({ course, label }) => ({ name: `lane of ${course}`, ...label.box })),
  ...rows.flatMap(({ course, name, marks }) => [
    { name: course, ...name.box },
    ...marks.map((mark, index) => ({ name: `${course} ${index}`, ...mark })),
  ]),
];

describe.each(maps)('the training map of $name', ({ map }) => {
  it.each([960, 360])('keeps its laws at %i', (width) => {
    const chart = layoutTraining(map, { width });
    expectNumbers(chart);
    expectInside(boxesOf(chart), chart);
    expectApart(boxesOf(chart));
    expect(layoutTraining(map, { width })).toEqual(chart);
  });

  it.each([960, 360])('draws every course once at %i', (width) => {
    const ids = layoutTraining(map, { width }).rows.map(({ course }) => course);
    expect(ids.toSorted()).toEqual(map.city.training.map(({ id }) => id).toSorted());
  });

  it('leaves room for a finger at every course', () => {
    const { rows } = layoutTraining(map, { width: 360 });
    expect(Math.min(...rows.map(({ target }) => target.height))).toBeGreaterThanOrEqual(24);
    expectApart(rows.map(({ course, target }) => ({ name: course, ...target })));
  });
});

describe('the wide training map', () => {
  it('puts later years further right, and posts after them', () => {
    const map = maps.find(({ map: { stages } }) =>
      stages.some(({ kind }) => kind === 'years'),
    )?.map;
    if (!map) throw new Error('no city has courses by years');
    const { stages } = layoutTraining(map, { width: 960 });
    expect(stages.map(({ label }) => label.x)).toEqual(
      stages.map(({ label }) => label.x).toSorted((a, b) => a - b),
    );
    expect(stages.map(({ kind }) => kind).lastIndexOf('years')).toBeLessThan(
      stages.map(({ kind }) => kind).indexOf('grade'),
    );
  });
});
