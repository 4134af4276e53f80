import type { LeftOut } from '../../support/fidelity.ts';

/** 青森市人材確保・育成基本方針: what its pages leave out of the source text. */
export default [
  {
    why: 'the page number',
    pieces: [[712, '16']],
  },
  {
    why: 'running heads of pages',
    pieces: [
      [58, '第1策定の趣旨'],
      [220, '第1策定の趣旨'],
      [704, '第4人材育成'],
      [802, '第4人材育成'],
      [822, '第4人材育成'],
      [889, '第4人材育成'],
      [909, '第4人材育成'],
      [932, '第4人材育成'],
      [1016, '第4人材育成'],
      [1047, '第4人材育成'],
    ],
  },
  {
    why: 'the head over the question numbers, which stand before their questions',
    pieces: [[143, 'Q']],
  },
  {
    why: 'labels of a figure that the same figure prints twice',
    pieces: [[280, '組織の成長職員の成長']],
  },
  {
    why: 'marks and notes of the ability table: drawn as our own signs, and compared with the source in catalog.test.ts',
    pieces: [
      [553, '○○○○○○○○○○○○○○'],
      [556, '○○○○○○○○○○○○○○'],
      [559, '○○○○○○○○○○○○○○'],
      [564, '○○○○○--○○○○○○○'],
      [566, '○'],
      [567, '(※1)○○-○'],
      [569, '(※2)--○○○○○○○'],
      [572, '(※3)○○○○○○○○○○○○○○'],
      [575, '○○○-○'],
      [577, '(※2)--○○○'],
      [578, '(※4)○○○○'],
    ],
  },
  {
    why: 'one row for two grades, with its marks; the row is named as on line 390, 主幹級・主査級',
    pieces: [
      [561, '主幹級'],
      [562, '主査級○○○○○○○○○○○○○○'],
    ],
  },
  {
    why: 'a stray character before the third chapter; an omission says so',
    pieces: [[621, 'の']],
  },
  {
    why: 'parts of the figure on line 744 that the text holds a second time',
    pieces: [
      [945, 'CheckAction'],
      [947, 'Plan'],
      [949, '自己成長の'],
      [950, '目標設定'],
      [952, '職場での実践'],
    ],
  },
  {
    why: 'a label printed with each of two lists; it is the head of their column',
    pieces: [[1049, '育成方法(例)']],
  },
] satisfies LeftOut[];
