import { describe, expect, test } from 'vitest';
import CourseList from '../../../src/components/record/CourseList.astro';
import InsightTopic from '../../../src/components/record/InsightTopic.astro';
import MeasureGroup from '../../../src/components/record/MeasureGroup.astro';
import NoRecords from '../../../src/components/record/NoRecords.astro';
import PartHead from '../../../src/components/record/PartHead.astro';
import SourceDocument from '../../../src/components/record/SourceDocument.astro';
import Swatch from '../../../src/components/record/Swatch.astro';
import TermList from '../../../src/components/record/TermList.astro';
import { insightViews } from '../../../src/domain/insights.ts';
import type { City } from '../../../src/domain/model.ts';
import { glossaryOf } from '../../../src/domain/record-pages/glossary.ts';
import { recordLinks } from '../../../src/domain/record-pages/links.ts';
import { measureGroups } from '../../../src/domain/record-pages/measures.ts';
import { trainingMap } from '../../../src/domain/training-map.ts';
import { render } from '../../support/render.ts';
import { aTinyCity } from '../../support/tiny-city.ts';

const place = 'document: hoshin\nsection: honbun';

function aCity(): City {
  const [city] = aTinyCity({
    body: `OJTは、日常の職務を通じて必要な知識や技能を身に付けるために行うものです。

<Training of="shurui" />

<Initiatives of="keikaku" />

<Terms of="yogo" />`,
    'tiny/training/shurui.mdx': `---
${place}
training:
  - { id: shinki, category: 基本研修, name: 新規採用職員研修, target: 新規採用職員, grades: [kacho], lines: 4 }
---
`,
    'tiny/initiatives/keikaku.mdx': `---
${place}
initiatives:
  - id: ichi
    direction: 人材確保
    number: "1"
    title: 採用の広報
    owners: [人事課]
    texts: [広報します。]
    indicator: { name: 回数, baselineYear: 2022年, baseline: —, targetYear: 2027年, target: { omission: ten }, lines: 5 }
    lines: 5
---
`,
    'tiny/terms/yogo.mdx': `---
${place}
terms:
  - { id: mentor, term: メンター, label: メンターとは, definitions: [先輩職員], mark: ※1, kind: footnote, lines: 6 }
---
`,
    'tiny/omissions/ten.mdx': `---
${place}
omissions:
  - { id: ten, what: 目標の値, where: 5行, why: 値が失われています。 }
---
`,
  }).cities;
  if (!city) throw new Error('no city');
  return city;
}

const CITY = aCity();
const DOCUMENT = CITY.documents[0];
const SECTION = DOCUMENT?.sections.find(({ id }) => id === 'honbun');

describe('MeasureGroup', () => {
  test('counts its measures outside the printed heading, and links each to its place', async () => {
    const [group] = measureGroups(CITY);
    const html = await render(MeasureGroup, {
      city: CITY,
      group,
      themes: [],
      linksOf: recordLinks(CITY),
    });
    const heading = html.querySelector('h2');
    expect(heading?.text).toBe('人材確保');
    expect(heading?.getAttribute('data-verbatim')).toBe('tiny/hoshin');
    expect(html.querySelector('.meta')?.text).toContain('1件');
    expect(html.querySelector('.record-links a')?.getAttribute('href')).toBe(
      CITY.initiatives[0]?.url,
    );
  });

  test('prints a dash as printed and says of a lost value that it cannot be read', async () => {
    const [group] = measureGroups(CITY);
    const html = await render(MeasureGroup, {
      city: CITY,
      group,
      themes: [],
      linksOf: recordLinks(CITY),
    });
    const [baseline, target] = html.querySelectorAll('tbody td');
    expect(baseline?.text).toBe('—');
    expect(target?.querySelector('a')?.text).toBe('出典のテキストから読み取れません');
    expect(target?.querySelector('a')?.getAttribute('href')).toBe(CITY.omissions[0]?.url);
  });
});

describe('CourseList', () => {
  test('names a course, whom it is for, its place and its posts', async () => {
    const courses = trainingMap(CITY).lanes.flatMap((lane) => lane.courses);
    const html = await render(CourseList, { city: CITY, courses, idOf: (id: string) => `c-${id}` });
    const item = html.querySelector('.courses > li');
    expect(item?.id).toMatch(/^c-/);
    expect(item?.querySelectorAll('[data-verbatim]').map(({ text }) => text)).toEqual([
      '新規採用職員研修',
      '新規採用職員',
    ]);
    expect(item?.querySelectorAll('a').map(({ text }) => text)).toEqual([
      '出典の位置',
      '職位：課長職',
    ]);
  });
});

describe('TermList', () => {
  test('keeps term, label and definition apart, and mark and kind outside them', async () => {
    const html = await render(TermList, { entries: glossaryOf(CITY, {}) });
    expect(html.querySelector('#t-mentor')).not.toBeNull();
    expect(html.querySelectorAll('[data-verbatim]').map(({ text }) => text)).toEqual([
      'メンター',
      'メンターとは',
      '先輩職員',
    ]);
    expect(html.querySelector('.meta')?.text).toMatch(/脚注\s*※1/);
  });

  test('names the city in its ids where several cities share a page', async () => {
    const html = await render(TermList, { entries: glossaryOf(CITY, {}), isAcrossCities: true });
    expect(html.querySelector('#t-tiny-mentor')).not.toBeNull();
  });
});

describe('InsightTopic', () => {
  const insight = { id: 'ojt', title: '職場での学び', why: '学ぶため。' };

  test('quotes with the place, and says by whom the topic is', async () => {
    const [view] = insightViews([{ ...insight, keywords: ['OJT'] }], [CITY]);
    const html = await render(InsightTopic, { view });
    expect(html.querySelector('blockquote [data-verbatim]')?.text).toMatch(/^OJTは/);
    expect(html.querySelector('figcaption a')?.getAttribute('href')).toMatch(/#p-[0-9a-f]{6}$/);
    expect(html.querySelector('.by')?.text).toContain('編集部による');
  });

  test('says plainly that a city does not name the words', async () => {
    const [view] = insightViews([{ ...insight, keywords: ['副業', '兼業'] }], [CITY]);
    const html = await render(InsightTopic, { view });
    expect(html.text).toContain('「副業」「兼業」はどれも出てきません');
  });
});

describe('SourceDocument', () => {
  test('says what is not known of a document, and lists all that its text lost', async () => {
    const html = await render(SourceDocument, { city: CITY, document: DOCUMENT });
    expect(html.text).toContain('年月は出典のテキストから読み取れません');
    expect(html.text).toContain('編集部による');
    expect(html.querySelectorAll('details a').map(({ text }) => text)).toEqual(['目標の値']);
  });
});

describe('small parts', () => {
  test('PartHead marks a printed heading as policy text, a word of ours not', async () => {
    const props = { city: CITY, document: DOCUMENT, section: SECTION };
    const printed = await render(PartHead, props);
    expect(printed.querySelector('h2')?.getAttribute('data-verbatim')).toBe('tiny/hoshin');
    const ours = await render(PartHead, { ...props, label: 'KPI' });
    expect(ours.querySelector('h2')?.text).toBe('KPI');
    expect(ours.querySelector('h2')?.getAttribute('data-verbatim')).toBeUndefined();
    expect(ours.querySelector('a')?.text).toContain('役割と能力');
  });

  test('NoRecords tells absent from lost, in our name', async () => {
    const html = await render(NoRecords, { city: CITY, what: '指標' });
    expect(html.text).toContain('小町市の文書には、指標がありません');
    expect(html.text).toContain('編集部による');
  });

  test('Swatch measures contrast only against a ground', async () => {
    const token = { name: 'color-ink', light: '#000000', dark: '#ffffff' };
    const ground = { name: 'color-ground', light: '#ffffff', dark: '#000000' };
    expect((await render(Swatch, { token })).text).not.toContain('21.0');
    const html = await render(Swatch, { token, ground });
    expect(html.text).toContain('21.0');
    expect(html.querySelector('rect')?.getAttribute('fill')).toBe('var(--color-ink)');
    expect(html.querySelector('[style]')).toBeNull();
  });
});
