import type { PolicyText, Run } from './blocks.ts';
import type { City, PolicyDocument, Term } from './model.ts';

/** Turns a stored text into runs; one annotator serves one page, so that a term is marked only where it first occurs. */
export type Annotate = (raw: string, options?: { terms?: boolean }) => PolicyText;

interface Needle {
  text: string;
  run: (text: string) => Run;
  once: boolean;
}

const NOTE_NUMBER = /\[\^([^\]]+)\]/;

/** The characters of a stored text alone, without its raised note numbers. */
export function withoutNotes(raw: string): string {
  return raw.replace(new RegExp(NOTE_NUMBER, 'g'), '');
}

/** Kinds of term worth a mark in running text; a term defined in its own sentence needs none. */
const MARKED_KINDS = new Set(['glossary', 'footnote']);

/**
 * Makes the annotator of one page: raised note numbers (`[^178]`), slips of the source with their likely reading,
 * and glossary terms at their first occurrence. No character is added to the text or taken from it.
 */
export function createAnnotator(
  document: PolicyDocument | undefined,
  terms: readonly Term[],
): Annotate {
  const own = terms.filter((term) => term.document === document?.id);
  const byMark = new Map(
    own.filter(({ mark }) => mark !== undefined).map((term) => [term.mark, term]),
  );
  const seen = new Set<string>();
  const slips = (document?.misprints ?? []).map(({ printed, reading }): Needle => ({
    text: printed,
    once: false,
    run: (text) => ({ type: 'misprint', text, reading }),
  }));
  const marked = own
    .filter(({ kind, term }) => MARKED_KINDS.has(kind) && term.length > 1)
    .map((term): Needle => ({
      text: term.term,
      once: true,
      run: (text) => ({ type: 'term', text, term }),
    }));
  const byLength = (a: Needle, b: Needle) => b.text.length - a.text.length;
  const withoutTerms = slips.toSorted(byLength);
  const withTerms = [...slips, ...marked].sort(byLength);

  const mark = (text: string, needles: readonly Needle[]): Run[] => {
    for (const needle of needles) {
      const at = needle.once && seen.has(needle.text) ? -1 : text.indexOf(needle.text);
      if (at < 0) continue;
      seen.add(needle.text);
      const end = at + needle.text.length;
      return [
        ...mark(text.slice(0, at), needles),
        needle.run(needle.text),
        ...mark(text.slice(end), needles),
      ];
    }
    return text === '' ? [] : [{ type: 'text', text }];
  };

  return (raw, { terms: markTerms = true } = {}) => {
    const runs = raw
      .split(NOTE_NUMBER)
      .flatMap((part, index): Run[] =>
        index % 2 === 1
          ? [{ type: 'note', mark: part, term: byMark.get(part) }]
          : mark(part, markTerms ? withTerms : withoutTerms),
      );
    return { plain: withoutNotes(raw), runs };
  };
}

/** The annotator of a page that shows single texts of a city's document; it marks slips and notes, no terms. */
export function plainAnnotator(city: City, documentId: string): (raw: string) => PolicyText {
  const annotate = createAnnotator(
    city.documents.find(({ id }) => id === documentId),
    city.terms,
  );
  return (raw) => annotate(raw, { terms: false });
}
