import { describe, expect, test } from 'vitest';
import { hasFile } from '../support/built-site.ts';
import {
  coverSource,
  isPrintedAnywhere,
  isPrintedAt,
  piecesOf,
  standsIn,
} from '../support/fidelity.ts';
import { readPolicies, runsOnAllPages } from '../support/policy-pages.ts';
import { foldPolicy, printedForm, rawRun } from '../support/source-text.ts';

const policies = await readPolicies();
const allRuns = runsOnAllPages();

/** The same text on many pages is judged once, and named with the first of them. */
function distinct<T extends { text: string }>(runs: readonly T[]): T[] {
  return [...new Map(runs.toReversed().map((run) => [run.text, run])).values()];
}

describe.each(policies)('$id', ({ id, document, source, joined, leftOut, runs }) => {
  const coverage = coverSource(source, runs, joined);
  // Quoted elsewhere, a text of these pages may go without its note numbers.
  const quotable = new Set(runs.map(({ withoutNotes }) => printedForm(withoutNotes)));
  const own = allRuns.filter((run) => run.source === id);
  const elsewhere = distinct(own).filter(({ text }) => !quotable.has(printedForm(text)));

  test('has a page for every section', () => {
    expect(document.sections.filter(({ url }) => !hasFile(`${url}index.html`))).toEqual([]);
  });

  test('is shown whole: of its source only what is known to be left out is left out', () => {
    const known = leftOut.flatMap(({ pieces }) => pieces);
    const byLine = known.toSorted(([a], [b]) => a - b);
    expect(coverage.uncovered).toEqual(byLine.map(([line, text]) => `${line}: ${text}`));
  });

  test('is not added to: whatever any page marks as its text stands in its source', () => {
    const invented = [...runs, ...elsewhere].filter((run) => !standsIn(source, run, joined));
    expect(invented.map(({ page, text }) => ({ page, text }))).toEqual([]);
  });

  test('is printed as in its source: brackets, waves, colons, circled digits, dashes, ％', () => {
    const changed = runs.flatMap((run, index) => {
      const places = coverage.places[index] ?? [];
      return piecesOf(source, run, joined).flatMap((piece, at) => {
        const place = places[at];
        if (!place || isPrintedAt(source, place, piece)) return [];
        const printed = printedForm(rawRun(source, place));
        return [{ page: run.page, shown: printedForm(piece), printed }];
      });
    });
    expect(changed).toEqual([]);
  });

  test('is printed so on every other page of the site too', () => {
    const changed = elsewhere.filter((run) => !isPrintedAnywhere(source, run, joined));
    expect(changed.map(({ page, text }) => ({ page, text }))).toEqual([]);
  });

  test.each(joined)('joins $shown from all its pieces', ({ shown, pieces }) => {
    expect(runs.map(({ text }) => foldPolicy(text))).toContain(foldPolicy(shown));
    expect(source.folded).not.toContain(foldPolicy(shown));
    const missing = pieces.filter((piece) => !source.folded.includes(foldPolicy(piece)));
    expect(missing).toEqual([]);
    // Pieces may overlap where a character was cut in two, but leave no gap.
    const end = pieces.reduce((reached, piece) => {
      const at = shown.indexOf(piece, Math.max(0, reached - piece.length));
      return at >= 0 && at <= reached ? at + piece.length : Number.NaN;
    }, 0);
    expect(end).toBe(shown.length);
  });

  test('would be found wanting without any one of its texts', () => {
    const texts = runs.map(({ text }) => text);
    const once = [...texts.keys()].filter(
      (at) => texts.filter((text) => text === texts[at]).length === 1,
    );
    const sample = once.filter((_, at) => at % Math.ceil(once.length / 12) === 0);
    for (const at of sample) {
      if (!coverage.places[at]?.some(Boolean)) continue;
      const { uncovered } = coverSource(source, runs.toSpliced(at, 1), joined);
      expect(uncovered, runs[at]?.text).not.toEqual(coverage.uncovered);
    }
  });
});

describe('policy text on every page', () => {
  test('names a document that there is', () => {
    const ids = new Set(policies.map(({ id }) => id));
    expect(allRuns.filter(({ source }) => !ids.has(source))).toEqual([]);
  });

  test('stands in blocks of its own, never beside them', () => {
    expect(allRuns.filter(({ tag }) => tag === '#text')).toEqual([]);
  });
});
