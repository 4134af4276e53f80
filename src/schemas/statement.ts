import { z } from 'astro/zod';
import { choice, editorialText } from './fields.ts';

/** Which standard asks for a criterion; the table of the statement has a part for each. */
export const STANDARDS = {
  jis: 'JIS X 8341-3:2016（WCAG 2.0）',
  wcag21: 'WCAG 2.1で加わったもの',
  wcag22: 'WCAG 2.2で加わったもの',
} as const;

export const RESULTS = { conforms: '適合', partly: '一部', unchecked: '未確認' } as const;

/** The ways of testing that WAIC's guidance on test results names. */
export const METHODS = { AC: '道具', AF: '道具と人', HC: '人' } as const;

const NUMBER = '達成基準の番号を 1.4.10 の形で書いてください';
const day = z.iso.date({ error: '日付を "2026-11-21" の形で書いてください' });

const criterion = z
  .strictObject({
    /** As in the standard: `1.4.10`. */
    id: z.string({ error: NUMBER }).regex(/^[1-4]\.\d+\.\d+$/, NUMBER),
    /** As WAIC translates it. */
    name: editorialText,
    level: choice({ A: 'A', AA: 'AA' }),
    standard: choice(STANDARDS),
    /** false where the site has nothing that the criterion is about; it then counts as met. */
    applies: z.boolean({ error: 'applies は true / false で書いてください' }),
    result: choice(RESULTS),
    methods: z.array(choice(METHODS)),
    /** What shows the result, or what is still to be looked at. */
    note: editorialText,
    /** Test files of this project that prove it: `tests/e2e/reflow.spec.ts`. */
    tests: z
      .array(z.string().regex(/^tests\/.+\.ts$/, '試験のファイルを tests/ から書いてください'))
      .default([]),
    /** Pages that were looked at, without the base. */
    pages: z
      .array(
        z.string().regex(/^\/(?:\S+\/)?$/, 'サイト内の住所を / で始めて / で終えて書いてください'),
      )
      .default([]),
  })
  .superRefine(({ result, methods, tests }, context) => {
    const report = (path: string, message: string) => {
      context.addIssue({ code: 'custom', path: [path], message });
    };
    if ((result === 'unchecked') !== (methods.length === 0))
      report('methods', '確かめたものには方法を書き、未確認のものには書かないでください');
    if (methods.includes('AC') && tests.length === 0)
      report('tests', '道具で確かめたもの（AC）には、試験のファイルを書いてください');
  });

/** `content/accessibility.yaml`: how far the site meets each success criterion, and what shows it. */
export const statementSchema = z.strictObject({
  /** Day on which the record was last gone through. */
  checked: day,
  /** First and last day of the tests. */
  from: day,
  to: day,
  criteria: z.array(criterion).superRefine((criteria, context) => {
    for (const [index, { id }] of criteria.entries()) {
      if (criteria.findIndex((other) => other.id === id) === index) continue;
      context.addIssue({
        code: 'custom',
        path: [index, 'id'],
        message: `達成基準 ${id} が二度あります。片方を消してください`,
      });
    }
  }),
});

export type Statement = z.infer<typeof statementSchema>;
export type Criterion = Statement['criteria'][number];
