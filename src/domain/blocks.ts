import type { RequirementValue } from '../schemas/vocabulary.ts';

/**
 * The page of a section as data: what the MDX body and the records it shows come to.
 * Pages render blocks, search and `/data` read them, tests compare them with the source.
 */
export type Block =
  | HeadingBlock
  | ParagraphBlock
  | ListBlock
  | TableBlock
  | DefinitionsBlock
  | EntryBlock
  | FigureBlock
  | { type: 'omission'; omission: string }
  | { type: 'likely'; reason: string; blocks: Block[] }
  | { type: 'small'; blocks: Block[] }
  | { type: 'editorial'; text: string };

/** A stretch of policy text as shown, with what is marked in it. */
export interface PolicyText {
  /** The characters alone, without note numbers. */
  plain: string;
  runs: Run[];
}

/** Something with a place on the site; its address is known once all pages are. */
interface Linked {
  url: string;
}

export type Run =
  | { type: 'text'; text: string }
  /** A glossary term where it first occurs on the page. */
  | { type: 'term'; text: string; term: Linked }
  /** A slip of the source, as printed, with the likely reading. */
  | { type: 'misprint'; text: string; reading: string }
  /** A raised note number. */
  | { type: 'note'; mark: string; term?: Linked | undefined };

/** The record that a block shows, so that its address and its search passage are known. */
export interface RecordRef {
  collection:
    | 'abilities'
    | 'forms'
    | 'grades'
    | 'indicators'
    | 'initiatives'
    | 'questions'
    | 'requirements'
    | 'roleItems'
    | 'surveys'
    | 'terms'
    | 'training'
    | 'visions';
  id: string;
}

/** A link of ours beside a record; `path` is a site path without the base. */
export interface RecordLink {
  label: string;
  path: string;
}

/** Something a fragment can point at: `id` is given when the whole page is known. */
interface Anchored {
  id: string;
  record?: RecordRef | undefined;
  /** Why the reading is only likely (推定); absent where it is certain. */
  likely?: string | undefined;
}

export interface HeadingBlock extends Anchored {
  type: 'heading';
  /** 3 to 6: the page's own heading is above. */
  level: number;
  text: PolicyText;
}

export interface ParagraphBlock extends Anchored {
  type: 'paragraph';
  text: PolicyText;
}

export interface ListItem extends Anchored {
  text: PolicyText;
  blocks: Block[];
}

export interface ListBlock {
  type: 'list';
  items: ListItem[];
}

/** One cell; lines are runs of their own, items a list inside the cell. */
export interface Cell {
  lines: PolicyText[];
  items?: ListItem[] | undefined;
  head?: 'row' | 'group' | undefined;
  rowSpan?: number | undefined;
  colSpan?: number | undefined;
  /** id of the omission, where the value is lost. */
  lost?: string | undefined;
  /** A matrix value, drawn as our mark. */
  mark?: RequirementValue | undefined;
  /** Mark of the note printed at this cell: ※1. */
  noteMark?: string | undefined;
  likely?: string | undefined;
}

export interface TableRow extends Anchored {
  cells: Cell[];
}

export interface TableBlock {
  type: 'table';
  caption?: (Anchored & { text: PolicyText }) | undefined;
  /** Printed heads over several columns, above `heads`. */
  headGroups?: { text: PolicyText; span: number }[] | undefined;
  /** Printed column heads; empty where the source prints none. */
  heads: PolicyText[];
  /** Said to screen readers where the source prints no heads; ours. */
  label: string;
  rows: TableRow[];
  /** Columns of numbers are set apart. */
  numeric?: boolean | undefined;
}

export interface DefinitionsBlock {
  type: 'definitions';
  items: (Anchored & { mark?: string | undefined; term: PolicyText; texts: PolicyText[] })[];
}

/** A paragraph or item of a measure: part of its passage, with an address of its own. */
export type EntryText = PolicyText & { id: string };

/** One measure with its number, title, text, owners and target. */
export interface EntryBlock extends Anchored {
  type: 'entry';
  /** Level of its title, given with the ids: below the heading that it stands under. */
  level: number;
  /** true: part of the measure before it. */
  isPart: boolean;
  title?: PolicyText | undefined;
  /** Each with the reason where its place here is only likely. */
  texts: (EntryText & { likely?: string | undefined })[];
  bullets: boolean;
  items: EntryText[];
  note?: PolicyText | undefined;
  owners?: PolicyText | undefined;
  /** Printed words over the owners and the target; ours where the source prints none. */
  labels: { owners?: PolicyText | undefined; target?: PolicyText | undefined };
  indicator?:
    | {
        /** Of the row that states the target. */
        id: string;
        name: PolicyText;
        baselineYear: PolicyText;
        baseline: Cell;
        targetYear: PolicyText;
        target: Cell;
      }
    | undefined;
}

export interface FigureBlock extends Anchored {
  type: 'figure';
  caption?: PolicyText | undefined;
  omission?: string | undefined;
  blocks: Block[];
}

/** One addressable stretch of a page, in reading order. */
export interface Anchor {
  id: string;
  /** All its text, cells and lines joined by a space. */
  text: string;
  record?: RecordRef | undefined;
  likely?: string | undefined;
  /** Printed headings above it on the page, deepest last. */
  headings: string[];
  /** `heading` and `caption` anchors are no passages of their own. */
  kind: 'heading' | 'caption' | 'body';
  /** Says that a value in it is lost. */
  omitted: boolean;
}

/** Visits every block of a page in reading order, nested ones included. */
export function* walkBlocks(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block;
    if (block.type === 'figure' || block.type === 'likely' || block.type === 'small')
      yield* walkBlocks(block.blocks);
    if (block.type === 'list') for (const item of block.items) yield* walkBlocks(item.blocks);
  }
}
