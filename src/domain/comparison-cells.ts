import type { ConceptMatch, RequirementValue } from '../schemas/vocabulary.ts';
import type { Said } from '../text/aligned-rows.ts';
import type { Ability, Catalog, City, Grade, Omission, SharedWord } from './model.ts';

/** What one grade says in one row of a comparison. */
export interface ComparisonCell extends Said {
  content: CellContent;
}

export type CellContent =
  /** Words of the policy, each with its place. */
  | { type: 'quotes'; quotes: Quote[] }
  | { type: 'abilities'; groups: AskedGroup[] }
  /** Our rung, with our reason; neither where we found no honest place. */
  | { type: 'rung'; rung?: SharedWord | undefined; reason?: string | undefined }
  /** How many abilities of the city's table are asked; why not, where its text lost them. */
  | { type: 'count'; required: number; listed: number; omissions: Omission[]; url: string }
  /** Words that are neither quoted nor judged: a job family, a place in the printed order. */
  | { type: 'plain'; text: string }
  /** The document says nothing of this kind about the grade. */
  | { type: 'unstated' }
  /** No word of the city stands under the concept of the row. */
  | { type: 'no-word' };

/** Words of the policy that have one place. */
export interface Quote {
  document: string;
  parts: QuotedPart[];
  url: string;
}

export interface QuotedPart {
  /** Printed head over the texts: a title, a course, a salary grade. */
  head?: string | undefined;
  /** Each a run of the source. */
  texts: string[];
  likely?: string | undefined;
}

/** `ungraded`: a word that the city explains without saying which grades it is asked of. */
export type AskedValue = RequirementValue | 'ungraded';

/** Words of a city that have one value for one grade. */
export interface AskedGroup {
  value: AskedValue;
  /** Asked of every member of staff, not of this grade in particular. */
  isForAll: boolean;
  omission?: Omission | undefined;
  words: AskedWord[];
}

/** One ability or attitude of a city, as one grade is asked for it. */
export interface AskedWord {
  ability: Ability;
  /** The sentence for this grade; where there is none, the city's own explanation of the word. */
  texts: string[];
  /** The printed note at the cell: its mark and what it says. */
  note?: { mark: string; text: string } | undefined;
  likely?: string | undefined;
  /** How our mapping puts it under the concept of the row. */
  match?: ConceptMatch | undefined;
  reason?: string | undefined;
  /** The concept in whose row the sentence stands: a word of several concepts is read once, under the nearest. */
  readUnder?: SharedWord | undefined;
  document: string;
  url: string;
}

/** Why a reading is only likely; nothing where it is certain. */
export const doubt = (
  entity: { certainty: string; certaintyReason?: string | undefined } | undefined,
) => (entity?.certainty === 'likely' ? (entity.certaintyReason ?? '') : undefined);

const plainCell = (city: City, text: string): ComparisonCell => ({
  city: city.id,
  says: text,
  words: text,
  content: { type: 'plain', text },
});

/** A cell of quoted words; without any it says that there are none. */
export function quotesCell(city: City, quotes: Quote[]): ComparisonCell {
  const parts = quotes.flatMap((quote) => quote.parts);
  const said = JSON.stringify(parts.map(({ head, texts }) => [head ?? '', ...texts]));
  return quotes.length === 0
    ? { city: city.id, says: 'unstated', words: 'unstated', content: { type: 'unstated' } }
    : { city: city.id, says: said, words: said, content: { type: 'quotes', quotes } };
}

/** Our rung. Two grades on one rung say the same, whatever the reasons. */
export function rungCell({ rungs }: Catalog, city: City, grade: Grade): ComparisonCell {
  const rung = rungs.find(({ id }) => id === grade.rung?.id);
  const says = rung?.id ?? 'unplaced';
  return {
    city: city.id,
    says,
    words: says,
    content: { type: 'rung', rung, reason: rung && grade.rung?.reason },
  };
}

export function familyCell(city: City, grade: Grade): ComparisonCell {
  return plainCell(city, city.jobFamilies.find(({ id }) => id === grade.jobFamily)?.name ?? '');
}

/** Where the grade stands among those of its job family, by the printed order. */
export function stepCell(city: City, grade: Grade): ComparisonCell {
  const ranks = new Set(
    city.grades.filter(({ jobFamily }) => jobFamily === grade.jobFamily).map(({ rank }) => rank),
  );
  return plainCell(
    city,
    ranks.size === 1 ? '1段だけの職種' : `入口から${grade.rank}段目（全${ranks.size}段）`,
  );
}

export function layerCell(city: City, grade: Grade): ComparisonCell {
  const { layer, document } = grade;
  if (!layer) return quotesCell(city, []);
  const url = placeOf(city, document, layer.lines, layer.name) ?? grade.url;
  return quotesCell(city, [
    { document, parts: [{ texts: [layer.name], likely: doubt(layer) }], url },
  ]);
}

export function phaseCell(city: City, grade: Grade): ComparisonCell {
  const path = city.careerPath;
  const phase = path?.phases.find(({ id }) => id === grade.phase?.id);
  if (!path || !phase) return quotesCell(city, []);
  const url = placeOf(city, path.document, phase.lines, phase.name) ?? path.url;
  const likely = doubt(grade.phase) ?? doubt(phase);
  return quotesCell(city, [
    { document: path.document, parts: [{ texts: [phase.name], likely }], url },
  ]);
}

export function salaryCell(city: City, grade: Grade): ComparisonCell {
  const { salaryGrades, salaryGradesPrinted, document } = grade;
  const printed = salaryGradesPrinted === undefined ? [] : [{ texts: [salaryGradesPrinted] }];
  // Where one cell is printed for all, single grades are named only for what is said of them.
  const levels = salaryGrades
    .filter(({ duty }) => duty !== undefined || printed.length === 0)
    .map((salary): QuotedPart => ({
      head: salary.level,
      texts: salary.duty === undefined ? [] : [salary.duty],
      likely: doubt(salary),
    }));
  const parts = [...printed, ...levels];
  if (parts.length === 0) return quotesCell(city, []);
  const [first] = salaryGrades;
  const text = first?.duty ?? salaryGradesPrinted ?? first?.level;
  const url = placeOf(city, document, first?.lines ?? grade.lines, text) ?? grade.url;
  return quotesCell(city, [{ document, parts, url }]);
}

export function typicalCell(city: City, grade: Grade): ComparisonCell {
  const { typical, document } = grade;
  if (!typical) return quotesCell(city, []);
  const url = placeOf(city, document, typical.lines, typical.printed) ?? grade.url;
  return quotesCell(city, [{ document, parts: [{ texts: [typical.printed] }], url }]);
}

export function rolesCell(city: City, grade: Grade): ComparisonCell {
  const roles = city.roles.filter(({ grades }) => grades.includes(grade.id));
  return quotesCell(
    city,
    roles.map(({ document, title, items, url, ...role }) => ({
      document,
      parts: items.map(({ mark = '', name, texts }, index) => ({
        head: name ?? (index === 0 ? title : undefined),
        texts: texts.map((text, at) => (at === 0 && name === undefined ? `${mark}${text}` : text)),
        likely: index === 0 ? doubt(role) : undefined,
      })),
      url,
    })),
  );
}

export function trainingCell(city: City, grade: Grade): ComparisonCell {
  const courses = city.training.filter(({ grades }) => grades.includes(grade.id));
  return quotesCell(
    city,
    courses.map((course) => ({
      document: course.document,
      parts: [
        {
          head: course.name ?? course.category,
          texts: [course.target, course.goal].filter((text) => text !== undefined),
          likely: doubt(course),
        },
      ],
      url: course.url,
    })),
  );
}

/** Where lines of a document stand on the site: in the narrowest section around them, at the first place that says `text`. */
function placeOf(
  city: City,
  documentId: string,
  lines: string,
  text: string | undefined,
): string | undefined {
  const [from] = rangeOf(lines);
  const around = (city.documents.find(({ id }) => id === documentId)?.sections ?? [])
    .map((section) => ({ section, range: rangeOf(section.lines) }))
    .filter(({ range: [first, last] }) => first <= from && from <= last)
    .sort((a, b) => a.range[1] - a.range[0] - (b.range[1] - b.range[0]));
  const section = around[0]?.section;
  const anchor = section?.anchors.find((one) => text !== undefined && one.text.includes(text));
  return section && (anchor ? `${section.url}#${anchor.id}` : section.url);
}

/** First and last line of `384-389`, `404` or `846, 862-865`. */
function rangeOf(lines: string): [first: number, last: number] {
  const numbers = [...lines.matchAll(/\d+/gu)].map(([digits]) => Number(digits));
  return [numbers[0] ?? 0, numbers.at(-1) ?? 0];
}
