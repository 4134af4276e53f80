import { createHash } from 'node:crypto';
import { foldText } from '../text/normalise.ts';
import type { Anchor, Block, Cell, ListItem, PolicyText, RecordRef } from './blocks.ts';
import type { BlockContext } from './record-blocks/component.ts';
import { RECORD_BLOCKS } from './record-blocks/registry.ts';
import type { SyntaxBlock } from './section-syntax.ts';

/** Joins a section's written body with the records it shows. Ids come after, when the whole page is known. */
export function expandBlocks(syntax: readonly SyntaxBlock[], context: BlockContext): Block[] {
  const { annotate } = context;
  return syntax.flatMap((block): Block[] => {
    switch (block.type) {
      case 'heading':
        return [
          {
            type: 'heading',
            id: '',
            level: block.level,
            text: annotate(block.text, { terms: false }),
          },
        ];
      case 'paragraph':
        return [{ type: 'paragraph', id: '', text: annotate(block.text) }];
      case 'list':
        return [
          {
            type: 'list',
            items: block.items.map((item) => ({
              id: '',
              text: annotate(item.text),
              blocks: expandBlocks(item.blocks, context),
            })),
          },
        ];
      case 'table':
        return [
          {
            type: 'table',
            label: '表',
            heads: block.head.map((head) => annotate(head, { terms: false })),
            rows: block.rows.map((cells) => ({
              id: '',
              cells: cells.map((cell) => ({ lines: cell === '' ? [] : [annotate(cell)] })),
            })),
          },
        ];
      case 'component':
        return RECORD_BLOCKS[block.name](block, context, (children) =>
          expandBlocks(children, context),
        );
    }
  });
}

/** Level of a page's own heading in the numbering of its body, where `###` is the first below. */
const PAGE_LEVEL = 2;

const joined = (texts: readonly (PolicyText | undefined)[]): string =>
  texts.flatMap((text) => (text === undefined || text.plain === '' ? [] : [text.plain])).join(' ');

const cellText = (cell: Cell): string =>
  joined([...cell.lines, ...(cell.items ?? []).map(({ text }) => text)]);

/**
 * Gives the stretches of one page their ids: `p-` and six digits of a hash of the folded text, stable as long as the
 * text stands; a text that stands twice gets `-2` (design §5).
 */
export function createIds(): (text: string) => string {
  const counts = new Map<string, number>();
  return (text) => {
    const base = `p-${createHash('sha256').update(foldText(text)).digest('hex').slice(0, 6)}`;
    const count = (counts.get(base) ?? 0) + 1;
    counts.set(base, count);
    return count === 1 ? base : `${base}-${count}`;
  };
}

/**
 * Gives every paragraph, item, row and heading of one page its id, in reading order. Writes the ids into `blocks` and returns all anchors for addresses, passages and tables of contents.
 */
export function assignIds(blocks: Block[]): Anchor[] {
  const nextId = createIds();
  const anchors: Anchor[] = [];
  const headings: { level: number; text: string }[] = [];
  const place = (
    target: { id: string; record?: RecordRef | undefined; likely?: string | undefined },
    text: string,
    {
      kind = 'body',
      omitted = false,
      under = [],
    }: { kind?: Anchor['kind']; omitted?: boolean; under?: string[] } = {},
  ) => {
    target.id = nextId(text);
    const path = [...headings.map((heading) => heading.text), ...under];
    anchors.push({
      id: target.id,
      text,
      record: target.record,
      likely: target.likely,
      headings: path,
      kind,
      omitted,
    });
  };
  const items = (list: readonly ListItem[], under: string[]) => {
    for (const item of list) {
      place(item, item.text.plain, { under });
      visit(item.blocks, under);
    }
  };

  function visit(nested: readonly Block[], under: string[] = []): void {
    for (const block of nested) {
      switch (block.type) {
        case 'heading':
          while ((headings.at(-1)?.level ?? 0) >= block.level) headings.pop();
          place(block, block.text.plain, { kind: 'heading' });
          headings.push({ level: block.level, text: block.text.plain });
          break;
        case 'paragraph':
          place(block, block.text.plain, { under });
          break;
        case 'list':
          items(block.items, under);
          break;
        case 'table': {
          const caption = block.caption;
          if (caption) place(caption, caption.text.plain, { kind: 'caption', under });
          const inside = caption ? [...under, caption.text.plain] : under;
          for (const row of block.rows) {
            const text = row.cells.map(cellText).filter(Boolean).join(' ');
            place(row, text, {
              under: inside,
              omitted: row.cells.some(({ lost }) => lost !== undefined),
            });
            for (const cell of row.cells) items(cell.items ?? [], inside);
          }
          break;
        }
        case 'definitions':
          for (const item of block.items)
            place(item, joined([item.term, ...item.texts]), { under });
          break;
        case 'entry': {
          // One level below the heading that it stands under; part of another measure, two.
          block.level = (headings.at(-1)?.level ?? PAGE_LEVEL) + (block.isPart ? 2 : 1);
          const { indicator } = block;
          const values = indicator
            ? [
                indicator.name,
                indicator.baselineYear,
                ...indicator.baseline.lines,
                indicator.targetYear,
                ...indicator.target.lines,
              ]
            : [];
          place(
            block,
            joined([
              block.title,
              ...block.texts,
              ...block.items,
              block.note,
              block.owners,
              ...values,
            ]),
            {
              under,
              omitted:
                indicator?.baseline.lost !== undefined || indicator?.target.lost !== undefined,
            },
          );
          for (const part of [...block.texts, ...block.items]) part.id = nextId(part.plain);
          if (indicator) indicator.id = nextId(joined(values));
          break;
        }
        case 'figure': {
          if (block.caption) place(block, block.caption.plain, { kind: 'caption', under });
          visit(block.blocks, block.caption ? [...under, block.caption.plain] : under);
          break;
        }
        case 'likely':
        case 'small':
          visit(block.blocks, under);
          break;
        case 'omission':
        case 'editorial':
          break;
      }
    }
  }
  visit(blocks);
  return anchors;
}
