import type { LeftOut } from '../../support/fidelity.ts';

/** 小樽市人材育成基本方針: what its pages leave out of the source text. */
export default [
  {
    why: 'page numbers',
    pieces: [
      [245, '-5-'],
      [665, '-11-'],
      [2871, '-36-'],
    ],
  },
  {
    why: 'the path of a file, stray under the chart of page 3',
    pieces: [
      [
        118,
        'file://///s1101.vds.iij.jp/vol00$/Home/matuoka-jn/Desktop/01人材育成基本方針の体系図(再修正後).pptx',
      ],
    ],
  },
  {
    why: 'ticks of chart axes',
    pieces: [
      [567, '0'],
      [569, '100'],
      [571, '200'],
      [573, '300'],
      [575, '400'],
      [577, '500'],
      [579, '600'],
      [624, '0'],
      [626, '5'],
      [628, '10'],
      [630, '15'],
      [632, '20'],
    ],
  },
  {
    why: 'twelve labels of the chart of leavers that belong to no known bar; an omission says so',
    pieces: [
      [600, '11111111'],
      [602, '44'],
      [604, '11'],
    ],
  },
  {
    why: 'heads of tables, and the group that goes on, printed again after a page break',
    pieces: [
      [927, '設問やりがい有やりがい無'],
      [2101, '取組の方向性取組区分具体的取組'],
      [2103, '人材育成'],
    ],
  },
] satisfies LeftOut[];
