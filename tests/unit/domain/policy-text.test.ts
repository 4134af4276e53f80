import { describe, expect, it } from 'vitest';
import type { PolicyText } from '../../../src/domain/blocks.ts';
import type { PolicyDocument, Term } from '../../../src/domain/model.ts';
import { createAnnotator } from '../../../src/domain/policy-text.ts';
import { aTinyCity } from '../../support/tiny-city.ts';

const TERMS = `---
document: hoshin
section: honbun
terms:
  - { id: ojt, term: OJT, definitions: [職場で教えること], mark: "1", kind: footnote, lines: 5 }
  - { id: jinzai, term: 人材育成, definitions: [人を育てること], kind: glossary, lines: 6 }
  - { id: program, term: 人材育成プログラム, definitions: [道筋], kind: glossary, lines: 7 }
  - { id: jigaku, term: 自学, definitions: [本文です。], kind: inline, lines: 8 }
---
`;

const city = aTinyCity({
  body: '本文です。\n\n<Terms of="chu" />',
  'tiny/terms/chu.mdx': TERMS,
  'tiny/documents/hoshin.mdx': `---
title: 小町市方針
status: unknown
statusReason: 試験のため。
sourceFile: tiny.txt
misprints:
  - { printed: 手續, reading: 手続, lines: 4 }
  - { printed: 人材育成表, reading: 人材育成票, lines: 4 }
---
`,
}).cities[0];
const document: PolicyDocument | undefined = city?.documents[0];
const terms: Term[] = city?.terms ?? [];

const annotator = () => createAnnotator(document, terms);
/** Runs as words: 手續=手続 is a misprint, {OJT} a term, ^1 a note. */
const brief = ({ runs }: PolicyText) =>
  runs.map((run) => {
    if (run.type === 'misprint') return `${run.text}=${run.reading}`;
    if (run.type === 'term') return `{${run.text}}`;
    return run.type === 'note' ? `^${run.mark}` : run.text;
  });

describe('createAnnotator', () => {
  it('marks a term where it first occurs on a page, and only there', () => {
    const annotate = annotator();
    expect(brief(annotate('人材育成とOJT'))).toEqual(['{人材育成}', 'と', '{OJT}']);
    expect(brief(annotate('人材育成とOJT'))).toEqual(['人材育成とOJT']);
    expect(brief(annotator()('人材育成'))).toEqual(['{人材育成}']);
  });

  it('marks the longest term that stands there', () => {
    const annotate = annotator();
    expect(brief(annotate('人材育成プログラムは人材育成の道筋'))).toEqual([
      '{人材育成プログラム}',
      'は',
      '{人材育成}',
      'の道筋',
    ]);
  });

  it('marks no term in headings and cells, nor one that its own sentence defines', () => {
    expect(brief(annotator()('人材育成', { terms: false }))).toEqual(['人材育成']);
    expect(brief(annotator()('自学する'))).toEqual(['自学する']);
  });

  it('marks every slip of the source with its likely reading, even in headings', () => {
    const annotate = annotator();
    expect(brief(annotate('手續と手續', { terms: false }))).toEqual([
      '手續=手続',
      'と',
      '手續=手続',
    ]);
    expect(brief(annotate('人材育成表'))).toEqual(['人材育成表=人材育成票']);
  });

  it('raises note numbers and links those that a term explains', () => {
    const text = annotator()('自ら学ぶ[^1]職員[^9]');
    expect(brief(text)).toEqual(['自ら学ぶ', '^1', '職員', '^9']);
    expect(text.runs.map((run) => (run.type === 'note' ? run.term : ''))).toEqual([
      '',
      expect.objectContaining({ id: 'ojt' }),
      '',
      undefined,
    ]);
  });

  it('changes no character: runs without notes are the text', () => {
    const annotate = annotator();
    for (const raw of ['人材育成プログラム[^1]の手續とOJT（※1）', '〜①…％', '']) {
      const { plain, runs } = annotate(raw);
      const joined = runs.flatMap((run) => (run.type === 'note' ? [] : [run.text])).join('');
      expect(joined).toBe(plain);
      expect(plain).toBe(raw.replace('[^1]', ''));
    }
  });
});
