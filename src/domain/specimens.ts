import type { Block, PolicyText, Run } from './blocks.ts';
import { walkBlocks } from './blocks.ts';
import type { Catalog, City, PolicyDocument } from './model.ts';

/** A block of real policy text that shows one thing a page can show. */
export interface Specimen {
  /** What it shows; ours. */
  title: string;
  city: City;
  document: PolicyDocument;
  block: Block;
}

const hasRun = (text: PolicyText, type: Run['type']): boolean =>
  text.runs.some((run) => run.type === type);

const isShort = ({ plain }: PolicyText): boolean => plain.length < 140;

/** What to look for, in the order of the style page. The first block that fits is shown; none, where no city has one. */
const WANTED: readonly { title: string; fits: (block: Block) => boolean }[] = [
  {
    title: '段落と、はじめて出てくる用語',
    fits: (block) =>
      block.type === 'paragraph' && hasRun(block.text, 'term') && isShort(block.text),
  },
  {
    title: '脚注の番号',
    fits: (block) =>
      block.type === 'paragraph' && hasRun(block.text, 'note') && isShort(block.text),
  },
  {
    title: '出典の表記の誤り（印刷のまま）',
    fits: (block) =>
      block.type === 'paragraph' && hasRun(block.text, 'misprint') && isShort(block.text),
  },
  {
    title: '推定',
    fits: (block) =>
      block.type === 'entry' &&
      block.texts.length < 4 &&
      block.texts.some(({ likely }) => likely !== undefined),
  },
  {
    title: '取組と目標（印刷された横線）',
    fits: (block) => block.type === 'entry' && block.indicator?.baseline.lines[0]?.plain === '—',
  },
  {
    title: '取組と目標（失われた値）',
    fits: (block) => block.type === 'entry' && block.indicator?.target.lost !== undefined,
  },
  {
    title: '表',
    fits: (block) =>
      block.type === 'table' &&
      block.heads.length > 2 &&
      block.heads.length < 6 &&
      block.rows.length > 1 &&
      block.rows.length < 8,
  },
  { title: '用語', fits: (block) => block.type === 'definitions' && block.items.length < 5 },
  { title: '失われた部分', fits: (block) => block.type === 'omission' },
];

/** One real example of each thing, from the first city that has it. */
export function findSpecimens({ cities }: Catalog): Specimen[] {
  const all = cities.flatMap((city) =>
    city.documents.flatMap((document) =>
      document.sections.flatMap((section) =>
        [...walkBlocks(section.blocks)].map((block) => ({ city, document, block })),
      ),
    ),
  );
  return WANTED.flatMap(({ title, fits }) => {
    const found = all.find(({ block }) => fits(block));
    return found ? [{ title, ...found }] : [];
  });
}
