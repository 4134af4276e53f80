import type { HTMLElement } from 'node-html-parser';
import { describe, expect, test } from 'vitest';
import LadderChart from '../../../src/components/chart/LadderChart.astro';
import LadderList from '../../../src/components/chart/LadderList.astro';
import LadderMap from '../../../src/components/chart/LadderMap.astro';
import SmallLadder from '../../../src/components/chart/SmallLadder.astro';
import { buildLadders } from '../../../src/domain/ladder.ts';
import type { City } from '../../../src/domain/model.ts';
import { aCityOfTiers, aCityWithPlans, aCityWithYears, aGiantCity } from '../../support/cities.ts';
import { render } from '../../support/render.ts';

const first = (city: City) => {
  const [ladder] = buildLadders(city);
  if (!ladder) throw new Error('no ladder');
  return { city, ladder };
};
const textsOf = (elements: readonly HTMLElement[]) => elements.map(({ text }) => text.trim());

describe('LadderChart', () => {
  test('is a figure with a caption and the way to its data', async () => {
    const page = await render(LadderChart, first(aCityWithYears()));
    expect(page.querySelector('figure > figcaption')?.text).toContain('小町市の行政職のはしご');
    expect(page.querySelector('a[href="/data/moves.csv"]')).not.toBeNull();
  });

  test.each(['.wide', '.narrow'])(
    'draws every grade as a link with its name in %s',
    async (part) => {
      const { city, ladder } = first(aCityWithYears());
      const page = await render(LadderChart, { city, ladder });
      const links = page.querySelectorAll(`${part} a.station`);
      const expected = ladder.steps.flatMap(({ grades }) =>
        grades.map(({ id, careerPathName }) => [`/komachi/grades/${id}/`, careerPathName]),
      );
      const drawn = links.map((link) => [
        link.getAttribute('href'),
        link.querySelector('.name')?.text,
      ]);
      expect(drawn.toSorted()).toEqual(expected.toSorted());
    },
  );

  test('says that years are not stated, where they are not', async () => {
    const how = async (city: City) =>
      (await render(LadderChart, first(city))).querySelector('.how')?.text;
    expect(await how(aCityOfTiers())).toContain('年数は出典に書かれていません');
    expect(await how(aCityWithYears())).toContain('勤続年数と年齢');
  });

  test('names the tracks at the fork and what each kind of line means', async () => {
    const page = await render(LadderChart, first(aCityWithYears()));
    expect(textsOf(page.querySelectorAll('.wide .track'))).toEqual([
      'ゼネラリスト型',
      'スペシャリスト型',
    ]);
    expect(textsOf(page.querySelectorAll('.legend li'))).toEqual(['出典に書かれた道']);
  });

  test('writes what is planned with its status and its whole sentence', async () => {
    const page = await render(LadderChart, first(aCityWithPlans()));
    const [plan] = page.querySelectorAll('.wide .plan');
    expect(plan?.text).toContain('複線型人事制度');
    expect(plan?.text).toContain('検討');
    expect(plan?.text).toContain(
      '特定の業務・分野の専門性を高めたい職員が、希望に沿ったキャリア形成を実現することにより',
    );
    expect(plan?.querySelector('a')?.getAttribute('href')).toBe(
      '/komachi/policy/hoshin/honbun/#p-000000',
    );
  });

  test('marks each run of the source, lines of one text as one run', async () => {
    const { city, ladder } = first(aGiantCity());
    const page = await render(LadderChart, { city, ladder });
    const printed = new Set([
      ...city.grades.flatMap(({ name, layer, salaryGradesPrinted }) => [
        name,
        layer?.name,
        salaryGradesPrinted,
      ]),
      ...(city.careerPath?.phases.map(({ name }) => name) ?? []),
      ...(city.careerPath?.tracks.map(({ name }) => name) ?? []),
      ...city.initiatives.flatMap(({ texts }) => texts.map(({ text }) => text)),
    ]);
    const marked = page.querySelectorAll('[data-verbatim]');
    expect(marked.length).toBeGreaterThan(12);
    for (const element of marked) {
      expect(element.getAttribute('data-verbatim')).toBe('komachi/hoshin');
      expect(printed).toContain(element.text);
    }
  });

  test('writes what a stop is there for once where stops of one rank share it', async () => {
    const page = await render(LadderChart, first(aCityOfTiers()));
    const sentences = textsOf(page.querySelectorAll('.wide .role'));
    expect(sentences.filter((text) => text.startsWith('課員'))).toHaveLength(1);
    expect(page.querySelectorAll('.narrow .role')).toEqual([]);
  });

  test('offers 「あと何年」 with the note of the source only where years are stated', async () => {
    const { city, ladder } = first(aCityWithYears());
    const page = await render(LadderChart, { city, ladder });
    const slider = page.querySelector('ladder-years input');
    expect([slider?.getAttribute('min'), slider?.getAttribute('max')]).toEqual(['1', '33']);
    expect(page.querySelector('ladder-years > p')?.text.trim()).toBe('年数は平均を掲載');
    const plain = await render(LadderChart, first(aCityOfTiers()));
    expect(plain.querySelector('ladder-years')).toBeNull();
  });

  test('uses no style attribute and no id', async () => {
    const page = await render(LadderChart, first(aCityWithYears()));
    expect(page.querySelectorAll('[style], [id]')).toEqual([]);
  });
});

describe('LadderList', () => {
  test('lists all steps from entry upwards, each grade a link', async () => {
    const page = await render(LadderList, first(aCityOfTiers()));
    const steps = page
      .querySelectorAll('ol > li')
      .map((step) => textsOf(step.querySelectorAll('.name a')));
    expect(steps).toEqual([['担当職'], ['係長職'], ['課長職', '副長職'], ['部長職', '統括監職']]);
  });

  test('tells years, phase and salary grades as printed', async () => {
    const page = await render(LadderList, first(aCityWithYears()));
    const [step] = page.querySelectorAll('ol > li');
    expect(textsOf(step?.querySelectorAll('[data-verbatim]') ?? [])).toEqual([
      '主事職',
      '入庁1年（24歳）',
      '能力育成時期',
      '1級・2級',
    ]);
  });

  test('tells what a grade is there for, and how many abilities it is asked or the source lost', async () => {
    const page = await render(LadderList, first(aCityWithPlans()));
    const [step] = page.querySelectorAll('ol > li');
    expect(step?.querySelector('.role')?.text).toBe('実務を担当します。');
    expect(step?.querySelector('dl')?.text.replaceAll(/\s/g, '')).toContain('求められる能力2');
    const lost = await render(LadderList, first(aCityOfTiers()));
    expect(lost.querySelector('.unknown')?.text).toContain(
      '1の能力のどれか、出典のテキストから読み取れません',
    );
  });

  test('says where the road forks and into which tracks', async () => {
    const page = await render(LadderList, first(aCityWithYears()));
    const forks = page
      .querySelectorAll('ol > li')
      .map((step) => textsOf(step.querySelectorAll('.fork li')));
    expect(forks).toEqual([[], ['ゼネラリスト型', 'スペシャリスト型'], [], [], [], []]);
  });

  test('shows doubts as 推定 with their reason', async () => {
    const page = await render(LadderList, first(aCityOfTiers()));
    expect(page.querySelector('ol > li')?.text).toContain('推定');
    expect(page.querySelector('ol > li')?.text).toContain('罫線が読み取れません。');
  });

  test('shows plans with their status, and phases whose grades are lost as lost', async () => {
    const page = await render(LadderList, first(aCityWithPlans()));
    expect(textsOf(page.querySelectorAll('.tracks .status'))).toEqual(['検討', '導入']);
    expect(page.querySelector('.lost')?.text).toContain('能力展開期');
    expect(page.querySelector('.lost')?.text).toContain('出典のテキストから読み取れません');
  });

  test('shows a printed dash', async () => {
    const [, ladder] = buildLadders(aCityWithPlans());
    const page = await render(LadderList, { city: aCityWithPlans(), ladder });
    expect(page.querySelector('dl')?.text.replaceAll(/\s/g, '')).toBe('職務級－');
  });
});

describe('SmallLadder', () => {
  test('takes its caption from the slot, else from the job family', async () => {
    const props = first(aCityWithYears());
    const caption = (page: HTMLElement) => page.querySelector('figcaption')?.text.trim();
    expect(caption(await render(SmallLadder, props))).toBe('行政職');
    expect(caption(await render(SmallLadder, props, { default: '小町市' }))).toBe('小町市');
  });
});

describe('LadderMap', () => {
  test('tells the first family in full and sets the others beside it', async () => {
    const city = aCityWithPlans();
    const page = await render(LadderMap, { city, ladders: buildLadders(city) });
    expect(page.querySelectorAll('.ladder-chart')).toHaveLength(1);
    expect(textsOf(page.querySelectorAll('.family-line figcaption'))).toEqual([
      '技能労務職員',
      '再任用職員',
      '会計年度任用職員',
    ]);
  });

  test('gives every family a link to its road, and every stop a twin in the list of its family', async () => {
    const city = aCityWithPlans();
    const page = await render(LadderMap, { city, ladders: buildLadders(city) });
    for (const link of page.querySelectorAll('nav a')) {
      const [, fragment = ''] = link.getAttribute('href')?.split('#') ?? [];
      expect(page.getElementById(fragment)?.getAttribute('data-family')).toBe(
        link.getAttribute('data-family'),
      );
    }
    expect(page.querySelectorAll('nav a')).toHaveLength(4);
    for (const section of page.querySelectorAll('section[data-family]')) {
      const listed = new Set(
        section.querySelectorAll('.grade').map((grade) => grade.getAttribute('data-grade')),
      );
      for (const stop of section.querySelectorAll('.station'))
        expect(listed).toContain(stop.getAttribute('data-grade'));
    }
  });

  test('offers no choice where there is but one family', async () => {
    const city = aCityOfTiers();
    const page = await render(LadderMap, { city, ladders: buildLadders(city) });
    expect(page.querySelector('nav')).toBeNull();
    expect(page.querySelector('.others')).toBeNull();
  });
});
