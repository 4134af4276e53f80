import { describe, expect, test } from 'vitest';
import Compared from '../../../src/components/compare/Compared.astro';
import ComparisonParts from '../../../src/components/compare/ComparisonParts.astro';
import { compareGrades, comparisonColumns } from '../../../src/domain/comparison.ts';
import type { Catalog } from '../../../src/domain/model.ts';
import {
  aCity,
  aGrade,
  aRequirement,
  anAbility,
  anAbilityGroup,
  anOmission,
} from '../../support/builders.ts';
import { render } from '../../support/render.ts';
import { verbatimRuns } from '../../support/verbatim.ts';

function aCatalog(): Catalog {
  const handan = anAbility({
    id: 'handan',
    name: '判断力',
    concepts: [{ concept: 'handan', match: 'part', reason: '決める力にあたる。' }],
  });
  const city = aCity({
    grades: [
      aGrade({ id: 'kacho', name: '課長職', rung: { id: 'kacho', reason: '名から置いた。' } }),
      aGrade({ id: 'bucho', name: '部長職', rank: 2 }),
    ],
    abilityGroups: [anAbilityGroup({ abilities: [handan] })],
    requirements: [
      aRequirement({
        grade: 'kacho',
        ability: 'handan',
        statement: '課の判断を行う。',
        note: '※1 知識',
      }),
      aRequirement({ grade: 'bucho', ability: 'handan', value: 'unknown', omission: 'zu' }),
    ],
    omissions: [anOmission()],
  });
  return {
    cities: [city],
    concepts: [{ id: 'handan', name: '判断', description: '', group: '考える', keywords: [] }],
    rungs: [{ id: 'kacho', name: '課長', description: '' }],
    themes: [],
    insights: [],
  };
}

describe('a comparison', async () => {
  const { columns, rows } = compareGrades(aCatalog(), ['komachi.kacho', 'komachi.bucho']);
  const page = await render(Compared, { columns, rows });
  const row = (id: string) => page.querySelector(`[data-row="${id}"]`);

  test('has a head per column and one cell per column in every row', () => {
    expect(
      page.querySelectorAll('thead [scope="col"]').map(({ text }) => text.replace(/\s/gu, '')),
    ).toEqual(['小町市課長職', '小町市部長職']);
    const counts = page
      .querySelectorAll('[data-row]')
      .map((one) => one.querySelectorAll('td').length);
    expect(new Set(counts)).toEqual(new Set([2]));
  });

  test('marks the words of the policy, and nothing of ours among them', () => {
    const texts = new Set(verbatimRuns('/', page).map(({ text }) => text.trim()));
    expect(texts).toEqual(new Set(['課長職', '部長職', '判断力', '課の判断を行う。', '知識']));
  });

  test('says what is required and what is lost by mark and words, with the way to the place', () => {
    const [required, lost] = row('concept.handan')?.querySelectorAll('td') ?? [];
    expect(required?.text).toMatch(/●\s*求められる/u);
    expect(required?.text).toMatch(/対応：一部/u);
    expect(required?.text).toContain('決める力にあたる。');
    expect(lost?.text).toMatch(/？\s*出典のテキストから読み取れません/u);
    expect(lost?.querySelector('.value a')?.getAttribute('href')).toContain('#o-zu');
    expect(row('count')?.querySelectorAll('td')[1]?.text).toContain('図の値');
  });

  test('says who put a grade on a rung, why, and where none was found', () => {
    const [placed, unplaced] = row('rung')?.querySelectorAll('td') ?? [];
    expect(placed?.text).toMatch(/課長[\s\S]*名から置いた。[\s\S]*編集部による/u);
    expect(unplaced?.text).toContain('どの段にも置いていません');
  });

  test('names the whose of every cell for narrow screens, and the verdict of every row', () => {
    expect(
      row('family')
        ?.querySelectorAll('.whose')
        .map(({ text }) => text),
    ).toEqual(['小町市 課長職', '小町市 部長職']);
    expect(row('family')?.getAttribute('data-verdict')).toBe('same');
    expect(row('family')?.text).toContain('どの列も同じ');
    expect(page.querySelector('.count')?.text).toMatch(/どの列も同じ\d+行を除く/u);
  });
});

test('the parts for the browser hold every column, by numbers of cells that there are', async () => {
  const columns = comparisonColumns(aCatalog());
  const page = await render(ComparisonParts, { columns });
  const cells = page.querySelectorAll('td[data-words]');
  const heads = page.querySelectorAll('[data-column]');
  expect(heads.map((head) => head.getAttribute('data-column'))).toEqual([
    'komachi.kacho',
    'komachi.bucho',
  ]);
  for (const head of heads) {
    const numbers = (head.getAttribute('data-cells') ?? '').split(' ').map(Number);
    expect(numbers).toHaveLength(columns[0]?.cells.length ?? 0);
    expect(numbers.every((number) => number < cells.length)).toBe(true);
  }
  expect(page.querySelectorAll('[id]')).toEqual([]);
});
