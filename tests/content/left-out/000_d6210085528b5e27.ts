import type { LeftOut } from '../../support/fidelity.ts';

/** 札幌市人材マネジメント方針: what its pages leave out of the source text. */
export default [
  {
    why: 'page numbers; the first is glued to the text after it, the second doubled',
    pieces: [
      [42, '4'],
      [83, '66'],
      [187, '9'],
      [209, '12'],
      [233, '12'],
      [265, '11'],
      [298, '13'],
      [304, '12'],
      [329, '14'],
      [358, '15'],
      [406, '16'],
      [437, '17'],
    ],
  },
  {
    why: 'titles printed again on the following slides',
    pieces: [
      [213, '「人材育成」の主な取組'],
      [214, '自律的な学びを支える研修体系の構築'],
      [263, '「人材育成」の主な取組'],
      [302, '「人材育成」の主な取組'],
      [362, '「職場環境」の主な取組'],
    ],
  },
  {
    why: 'marks of the footnotes, shown raised and without the bracket',
    pieces: [
      [259, '1)'],
      [408, '2)'],
      [408, '3)'],
    ],
  },
] satisfies LeftOut[];
