import type { Block, PolicyText } from './blocks.ts';
import type { City, Fact } from './model.ts';
import { plainAnnotator } from './policy-text.ts';
import type { Problem } from './problems.ts';

/** What city.mdx writes of a fact: where it stands, and the words that it begins and ends with there. */
export interface FactPointer {
  document: string;
  section: string;
  begins: string;
  ends?: string | undefined;
}

/** A fact is read on a poster from two metres: more than this fills it. */
const LONGEST_FACT = 80;

/** One smallest block of a section's page, with the id it is cited by. */
interface PrintedRun {
  id: string;
  text: PolicyText;
  likely?: string | undefined;
}

/** Everything on a page that says something: paragraphs, items, cells, definitions and measures; no headings. */
function printedRuns(blocks: readonly Block[], doubt?: string): PrintedRun[] {
  return blocks.flatMap((block): PrintedRun[] => {
    switch (block.type) {
      case 'paragraph':
        return [{ id: block.id, text: block.text, likely: block.likely ?? doubt }];
      case 'list':
        return block.items.flatMap(({ id, text, likely = doubt, blocks: inner }) => [
          { id, text, likely },
          ...printedRuns(inner, likely),
        ]);
      case 'entry':
        return [
          ...block.texts.map((text) => ({ id: block.id, text, likely: text.likely ?? doubt })),
          ...block.items.map((text) => ({ id: block.id, text, likely: block.likely ?? doubt })),
        ];
      case 'table':
        return block.rows.flatMap(({ id, likely: rowDoubt, cells }) =>
          cells.flatMap(({ lines, items = [], likely = rowDoubt ?? doubt }) =>
            [...lines, ...items.map(({ text }) => text)].map((text) => ({ id, text, likely })),
          ),
        );
      case 'definitions':
        return block.items.flatMap(({ id, texts, likely = doubt }) =>
          texts.map((text) => ({ id, text, likely })),
        );
      case 'figure':
      case 'small':
        return printedRuns(block.blocks, doubt);
      case 'likely':
        return printedRuns(block.blocks, block.reason);
      default:
        return [];
    }
  });
}

/** Where the sentence that begins at `start` ends: after its 。 outside brackets, or with the run. */
export function sentenceEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const character = text.charAt(at);
    if ('「『（(【'.includes(character)) depth += 1;
    if ('」』）)】'.includes(character)) depth -= 1;
    if (character === '。' && depth <= 0) return at + 1;
  }
  return text.length;
}

function placesOf(text: string, words: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) places.push(at);
  return places;
}

/**
 * Cuts the facts of a city out of its placed pages, so that no sentence is written twice and each keeps its address.
 * @param report takes what points nowhere, in two places, or at too much; such a fact is left out
 */
export function cutFacts(
  city: City,
  pointers: readonly FactPointer[],
  report: (problem: Omit<Problem, 'file'>) => void,
): Fact[] {
  return pointers.flatMap((pointer, index): Fact[] => {
    const fail = (field: keyof FactPointer, finding: Omit<Problem, 'file' | 'path'>): Fact[] => {
      report({ path: `facts[${index}].${field}`, value: pointer[field], ...finding });
      return [];
    };
    const document = city.documents.find(({ id }) => id === pointer.document);
    if (!document)
      return fail('document', { kind: 'missing', known: city.documents.map(({ id }) => id) });
    const section = document.sections.find(({ id }) => id === pointer.section);
    if (!section)
      return fail('section', { kind: 'missing', known: document.sections.map(({ id }) => id) });

    const { begins, ends } = pointer;
    const found = printedRuns(section.blocks).flatMap((run) =>
      placesOf(run.text.plain, begins).map((start) => ({ ...run, start })),
    );
    const [place] = found;
    if (!place) {
      const hint = `節 ${section.id} のページの1つの段落・項目・欄にある文の、初めの言葉をそのまま書いてください`;
      return fail('begins', { kind: 'not-printed', hint });
    }
    if (found.length > 1) {
      const hint = `節 ${section.id} の${found.length}か所にあります。1か所に決まるまで、続く言葉も書いてください`;
      return fail('begins', { kind: 'not-one', hint });
    }
    const { plain } = place.text;
    const last = ends === undefined ? undefined : plain.indexOf(ends, place.start);
    if (last !== undefined && last < 0) {
      const hint = '初めの言葉と同じ段落・項目・欄で、その後ろにある言葉を書いてください';
      return fail('ends', { kind: 'not-printed', hint });
    }
    const end = last === undefined ? sentenceEnd(plain, place.start) : last + (ends?.length ?? 0);
    const words = plain.slice(place.start, end);
    if (words.length > LONGEST_FACT) {
      const hint = `${words.length}字あります。ends で終わりの言葉を書くか begins をずらして、${LONGEST_FACT}字までにしてください`;
      return fail('begins', { kind: 'count', hint });
    }
    return [
      {
        city: city.id,
        document: document.id,
        section: section.id,
        text: plainAnnotator(city, document.id)(words),
        likely: place.likely,
        url: `${section.url}#${place.id}`,
      },
    ];
  });
}
