import { ALL_GRADES, type ConceptMatch } from '../schemas/vocabulary.ts';
import { SAYS_IN_PART, SAYS_LOST, SAYS_NO_WORD, SAYS_PARTLY_LOST } from '../text/aligned-rows.ts';
import { noteMark } from './ability-matrix.ts';
import {
  doubt,
  quotesCell,
  type AskedGroup,
  type AskedValue,
  type AskedWord,
  type ComparisonCell,
} from './comparison-cells.ts';
import type { Ability, City, Grade, Requirement, SharedWord, Sourced } from './model.ts';

/** How much of the city's table the grade is asked for. */
export function countCell(city: City, grade: Grade): ComparisonCell {
  const cells = city.requirements.filter(
    (cell) => cell.grade === grade.id && abilityOf(city, cell)?.kind !== 'summary',
  );
  if (cells.length === 0) return quotesCell(city, []);
  const required = cells.filter(({ value }) => value === 'required').length;
  const lost = cells.filter(({ value }) => value === 'unknown');
  const reasons = new Set(lost.map(({ omission }) => omission));
  const says = lost.length === cells.length ? SAYS_LOST : `${required}/${cells.length}`;
  return {
    city: city.id,
    says,
    words: says,
    content: {
      type: 'count',
      required,
      listed: cells.length,
      omissions: city.omissions.filter(({ id }) => reasons.has(id)),
      url: cells[0]?.url ?? grade.url,
    },
  };
}

/** The sentences that sum up what a grade must be able to do, where a city writes them instead of single abilities. */
export function summaryCell(city: City, grade: Grade): ComparisonCell {
  const cells = city.requirements.filter(
    (cell) => cell.grade === grade.id && abilityOf(city, cell)?.kind === 'summary',
  );
  return quotesCell(
    city,
    cells.flatMap((cell) =>
      cell.statement === undefined
        ? []
        : [
            {
              document: cell.document,
              parts: [{ texts: cell.statement.split('\n'), likely: doubt(cell) }],
              url: cell.url,
            },
          ],
    ),
  );
}

/** What a grade is asked under one concept of ours: every word of its city that is mapped to it. */
export function conceptCell(
  concepts: readonly SharedWord[],
  city: City,
  grade: Grade,
  concept: SharedWord,
): ComparisonCell {
  return abilitiesCell(
    city,
    grade,
    city.abilities.flatMap((ability) => {
      const link = ability.concepts.find((one) => one.concept === concept.id);
      const nearest = nearestConcept(concepts, ability);
      return link ? [{ ability, link, readUnder: nearest === concept ? undefined : nearest }] : [];
    }),
  );
}

const NEARNESS: readonly ConceptMatch[] = ['same', 'close', 'part'];

/** The concept that a word is nearest to; of several as near, the first of ours. */
function nearestConcept(
  concepts: readonly SharedWord[],
  { concepts: links }: Ability,
): SharedWord | undefined {
  const nearest = NEARNESS.find((match) => links.some((link) => link.match === match));
  return concepts.find(({ id }) =>
    links.some(({ concept, match }) => concept === id && match === nearest),
  );
}

/** What a grade is asked in words that no concept takes in. */
export function aloneCell(city: City, grade: Grade): ComparisonCell {
  const alone = city.abilities.filter(({ concepts }) => concepts.length === 0);
  const cell = abilitiesCell(
    city,
    grade,
    alone.map((ability) => ({ ability })),
  );
  return cell.content.type === 'no-word'
    ? { ...cell, content: { type: 'plain', text: 'どの言葉も、いずれかの概念に入れています。' } }
    : cell;
}

/** Strongest first: what a cell of several words says as a whole. */
const STRENGTH: readonly AskedValue[] = [
  'required',
  'unknown',
  'not-required',
  'not-listed',
  'ungraded',
];

interface MappedAbility {
  ability: Ability;
  link?: Ability['concepts'][number];
  readUnder?: SharedWord | undefined;
}

function abilitiesCell(city: City, grade: Grade, abilities: MappedAbility[]): ComparisonCell {
  const asked = abilities
    .filter(({ ability }) => ability.kind !== 'summary')
    .map((mapped) => {
      const cell = city.requirements.find(
        ({ ability, grade: whose }) =>
          ability === mapped.ability.id && (whose === grade.id || whose === ALL_GRADES),
      );
      const value: AskedValue = cell?.value ?? 'ungraded';
      return { cell, value, word: askedWord(mapped, cell) };
    });
  const strongest = STRENGTH.find((value) => asked.some((one) => one.value === value));
  if (strongest === undefined) {
    const content = { type: 'no-word' } as const;
    return { city: city.id, says: SAYS_NO_WORD, words: SAYS_NO_WORD, content };
  }
  const keyOf = ({ cell, value }: (typeof asked)[number]) =>
    JSON.stringify([value, cell?.grade === ALL_GRADES, cell?.omission]);
  const groups = [...Map.groupBy(asked, keyOf).values()].flatMap((members): AskedGroup[] => {
    const [first] = members;
    if (!first) return [];
    return [
      {
        value: first.value,
        isForAll: first.cell?.grade === ALL_GRADES,
        omission: city.omissions.find(({ id }) => id === first.cell?.omission),
        words: members.map(({ word }) => word),
      },
    ];
  });
  groups.sort(
    (a, b) =>
      STRENGTH.indexOf(a.value) - STRENGTH.indexOf(b.value) ||
      Number(a.isForAll) - Number(b.isForAll),
  );
  return {
    city: city.id,
    says: saysOf(strongest, groups),
    words: JSON.stringify(
      asked.map(({ value, word: { ability, texts, note } }) => [ability.id, value, texts, note]),
    ),
    content: { type: 'abilities', groups },
  };
}

/**
 * What a cell says beside another city's. To ask a grade and to ask all members of staff are two things, and a word that
 * fits a concept in part says nothing sure of the whole.
 */
function saysOf(strongest: AskedValue, groups: readonly AskedGroup[]): string {
  if (groups.every(({ value }) => value === 'unknown')) return SAYS_LOST;
  if (groups.some(({ value }) => value === 'unknown')) return SAYS_PARTLY_LOST;
  const telling = groups.filter(({ value }) => value === strongest);
  const isWritten = strongest === 'required' || strongest === 'not-required';
  const words = telling.flatMap((group) => group.words);
  if (isWritten && words.every(({ match }) => match === 'part')) return SAYS_IN_PART;
  return telling.every(({ isForAll }) => isForAll) ? `${strongest}-of-all` : strongest;
}

function askedWord(
  { ability, link, readUnder }: MappedAbility,
  cell: Requirement | undefined,
): AskedWord {
  const isToldMore = cell?.value === 'required' || cell?.value === 'unknown';
  // Of what a table does not say about a grade, the place of the word is all that can be shown.
  const isWritten = cell?.value === 'required' || cell?.value === 'not-required';
  const place: Sourced = cell && isWritten ? cell : ability;
  const texts = cell?.statement?.split('\n') ?? (isToldMore ? ability.definitions : []);
  return {
    ability,
    texts: readUnder ? [] : texts,
    readUnder: texts.length > 0 ? readUnder : undefined,
    note: noteOf(cell),
    likely: doubt(place),
    match: link?.match,
    reason: link?.reason,
    document: place.document,
    url: place.url,
  };
}

/** `※1 知識・技能` in its two parts, which the source prints apart. */
function noteOf(cell: Requirement | undefined): AskedWord['note'] {
  if (cell?.note === undefined) return undefined;
  const mark = noteMark(cell.note);
  return { mark, text: cell.note.slice(mark.length).trim() };
}

function abilityOf(city: City, cell: Requirement): Ability | undefined {
  return city.abilities.find(({ id }) => id === cell.ability);
}
