import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../scripts/read-content.ts';
import { gradeChanges, gradeSteps, type CellPair } from '../../src/domain/grade-changes.ts';
import { gradeProfile } from '../../src/domain/grade-profile.ts';
import type { City, Grade } from '../../src/domain/model.ts';
import { textChanges, type TextRun } from '../../src/domain/text-changes.ts';

const { catalog } = readContent(path.resolve(import.meta.dirname, '../../content'));

function cityOf(id: string): City {
  const city = catalog.cities.find((one) => one.id === id);
  if (!city) throw new Error(`unknown city: ${id}`);
  return city;
}

function gradeOf(city: City, id: string): Grade {
  const grade = city.grades.find((one) => one.id === id);
  if (!grade) throw new Error(`unknown grade: ${id}`);
  return grade;
}

/** Every step of every city, from the lower grade to the higher one. */
const steps = catalog.cities.flatMap((city) =>
  city.grades.flatMap((to) =>
    gradeProfile(city, to).below.map((from) => ({
      name: `${city.name} ${from.name} → ${to.name}`,
      city,
      from,
      to,
    })),
  ),
);

/** Read by eye in the printed tables of the sources: what a reader would mark in each sentence, in 【】. */
const READ_BY_EYE: [city: string, from: string, to: string, ability: string, string, string][] = [
  [
    'otaru',
    'kacho',
    'jicho',
    'rinri',
    '【課】の課題に責任を持って取り組むとともに、服務規律を遵守し、公正に職務を遂行することができる。',
    '【高い倫理観を有し、部】の課題に責任を持って取り組むとともに、服務規律を遵守し、公正に職務を遂行することができる。',
  ],
  [
    'otaru',
    'kacho',
    'jicho',
    'jian-taio',
    '市民ニーズを踏まえ、【問題点を的確に把握し、】課題【に対応する】ことができる。',
    '市民ニーズを踏まえ、【部の】課題【について方針を示す】ことができる。',
  ],
  [
    'otaru',
    'kacho',
    'jicho',
    'handan',
    '【課の責任】者として、適切な判断を行うことができる。',
    '【部長を補佐する】者として、適切な判断を行うことができる。',
  ],
  [
    'otaru',
    'kacho',
    'jicho',
    'soshiki-tosotsu-jinzai-ikusei',
    '【業務を適切に配分】し、進捗管理を【行うとともに】、部下の【指導・育成や】ワークライフバランスの推進に向けたマネジメントを行うことができる。',
    '【部長を補佐】し、【業務の】進捗管理を【行い】、部下のワークライフバランスの推進に向けたマネジメントを行うことができる。',
  ],
  [
    'otaru',
    'jicho',
    'bucho',
    'rinri',
    '高い倫理観を有し、部の課題に責任を持って取り組むとともに、服務規律を遵守し、公正に職務を遂行することができる。',
    '高い倫理観を有し、部の【重要】課題に責任を持って取り組むとともに、服務規律を遵守し、公正に職務を遂行することができる。',
  ],
  [
    'otaru',
    'jicho',
    'bucho',
    'gyomu-unei',
    '市民の視点に立ち、【コスト意識を持って効率的に】業務【を進める】ことができる。',
    '市民の視点に立ち、業務【の見直しに率先して取り組む】ことができる。',
  ],
  [
    'otaru',
    'shunin',
    'kakaricho',
    'gyomu-suiko',
    '【意欲的】に業務【に取り組む】ことができる。',
    '【計画的】に業務【を進め、担当業務全体のチェックを行い、業務を遂行する】ことができる。',
  ],
  [
    'otaru',
    'kakaricho',
    'kacho',
    'jian-taio',
    '【業務に必要な専門的知識・技術を習得し】、問題点を的確に把握することができる。',
    '【市民ニーズを踏まえ】、問題点を的確に把握【し、課題に対応】することができる。',
  ],
  [
    'otaru',
    'kango-shunin',
    'kango-kakaricho',
    'communication',
    '上司・同僚等と円滑かつ適切なコミュニケーションをとることができる。',
    '上司・【部下・】同僚等と円滑かつ適切なコミュニケーションをとることができる。',
  ],
  [
    'otaru',
    'shobo-shicho-kakujitsu',
    'shobo-shireiho-kakujitsu',
    'shobo-katsudo',
    '災害状況等を把握し、上位階級者【の指示・命令に基づきより】的確に【活動する】ことができる。',
    '災害状況等を把握し、上位階級者【を補佐するとともに、】的確に【自隊の指揮を行う】ことができる。',
  ],
  [
    'shibetsu',
    'tantoshoku',
    'kakaricho',
    'yokyu',
    '【組織の一員として、与えられた】担当業務【を正確かつ迅速に遂行するとともに】、問題意識【をもって】業務【にあたり】、【改善に向け積極的に取り組む】能力',
    '担当業務【に精通し】、問題意識【と改善方策を常に念頭において取り組むとともに、他部署との適切な調整や計画的な】業務【の進行管理を行い】、【後輩の実務指導に努め、係内の業務を円滑かつ効率的に推進することができる】能力',
  ],
  [
    'shibetsu',
    'kacho',
    'bucho',
    'yokyu',
    '【課員の計画的な指導育成と職場の活性化を図るとともに、組織目標を達成するため、総合的な価値判断に基づいて、課としての目標・方針を決定し】、【業務を効果的に遂行すること】ができる能力',
    '【長期的展望に立った政策判断を行い】、【進むべき方向性を打ち出しながら行政運営にあたるとともに、市政全般に対する政策評価と政策論議】ができる能力',
  ],
];

describe('the words that change between two grades', () => {
  const bracketed = (runs: readonly TextRun[]) =>
    runs.map(({ text, changed }) => (changed ? `【${text}】` : text)).join('');

  test.each(READ_BY_EYE)('%s: %s → %s, %s', (cityId, from, to, ability, lower, upper) => {
    const city = cityOf(cityId);
    const { changed } = gradeChanges(city, gradeOf(city, from), gradeOf(city, to));
    const pair = changed.find((one) => one.to.ability === ability);
    const changes = textChanges(pair?.from.statement ?? '', pair?.to.statement ?? '');
    expect([bracketed(changes.from), bracketed(changes.to)]).toEqual([lower, upper]);
  });

  test.each(steps)('never lose a character or depend on the order: $name', ({ city, from, to }) => {
    for (const pair of gradeChanges(city, from, to).changed) {
      const [lower = '', upper = ''] = [pair.from.statement, pair.to.statement];
      const changes = textChanges(lower, upper);
      expect(changes.from.map(({ text }) => text).join('')).toBe(lower);
      expect(changes.to.map(({ text }) => text).join('')).toBe(upper);
      expect(textChanges(upper, lower)).toEqual({ from: changes.to, to: changes.from });
      expect([...changes.from, ...changes.to].some(({ changed }) => changed)).toBe(true);
    }
  });
});

describe('every step of every city', () => {
  const abilities = (pairs: readonly CellPair[]) => pairs.map(({ to }) => to.ability);

  test('there are steps', () => {
    expect(steps.length).toBeGreaterThan(20);
  });

  test.each(steps)('swapped, swaps new and dropped: $name', ({ city, from, to }) => {
    const up = gradeChanges(city, from, to);
    const down = gradeChanges(city, to, from);
    expect(abilities(down.added)).toEqual(abilities(up.dropped));
    expect(abilities(down.dropped)).toEqual(abilities(up.added));
    for (const kind of ['changed', 'same', 'unknown'] as const) {
      expect(abilities(down[kind])).toEqual(abilities(up[kind]));
    }
  });

  test.each(steps)('accounts for every ability asked of either: $name', ({ city, from, to }) => {
    const { added, dropped, changed, same, unknown } = gradeChanges(city, from, to);
    const told = abilities([...added, ...dropped, ...changed, ...same, ...unknown]);
    const asked = city.requirements
      .filter(({ grade, value }) => {
        const isOfStep = grade === from.id || grade === to.id;
        return isOfStep && (value === 'required' || value === 'unknown');
      })
      .map(({ ability }) => ability);
    expect(told.toSorted()).toEqual([...new Set(asked)].sort());
  });

  test.each(steps)('is told on both pages alike: $name', ({ city, from, to }) => {
    const leadsTo = (step: { others: Grade[]; direction: string }, grade: Grade, way: string) =>
      step.direction === way && step.others.includes(grade);
    const up = gradeSteps(city, from).filter((step) => leadsTo(step, to, 'to-above'));
    const down = gradeSteps(city, to).filter((step) => leadsTo(step, from, 'from-below'));
    expect([up.length, down.length]).toEqual([1, 1]);
    const kinds = ({ changes }: (typeof up)[number]) =>
      (['added', 'dropped', 'changed', 'same', 'unknown'] as const).map((kind) =>
        abilities(changes[kind]),
      );
    expect(up.map(kinds)).toEqual(down.map(kinds));
  });
});
