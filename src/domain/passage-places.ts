import type { Block, Cell, RecordRef, TableBlock } from './blocks.ts';

/** What a page's blocks tell about an anchor beyond the anchor itself. */
export interface PassagePlace {
  /** Said by another passage: an answer by its question's row, a role's row by its duties. */
  covered: boolean;
  /** Printed heads of the table row that it belongs to, outermost first. */
  heads: string[];
  /** A value in it is only likely, or it stands in a place that is. */
  likely: boolean;
  /** The record whose further paragraph it is. */
  partOf?: RecordRef | undefined;
}

export const NO_PLACE: PassagePlace = { covered: false, heads: [], likely: false };

const lineText = ({ lines }: Cell): string => lines.map(({ plain }) => plain).join(' ');

/** The places of all anchors of a page, by id. Nested blocks take over the place of the block around them. */
export function passagePlaces(blocks: readonly Block[]): Map<string, PassagePlace> {
  const places = new Map<string, PassagePlace>();

  function visit(nested: readonly Block[], place: PassagePlace): void {
    for (const block of nested) {
      switch (block.type) {
        case 'heading':
        case 'paragraph':
          places.set(block.id, place);
          break;
        case 'list':
          for (const item of block.items) {
            places.set(item.id, place);
            visit(item.blocks, { ...place, partOf: item.record ?? place.partOf });
          }
          break;
        case 'definitions':
          for (const item of block.items) places.set(item.id, place);
          break;
        case 'entry': {
          const { texts, indicator } = block;
          const parts = [...texts, indicator?.baseline, indicator?.target];
          places.set(block.id, { ...place, likely: place.likely || anyLikely(parts) });
          break;
        }
        case 'table':
          if (block.caption) places.set(block.caption.id, place);
          visitRows(block, place);
          break;
        case 'figure':
          places.set(block.id, place);
          // A form is one passage, its head and columns included.
          visit(block.blocks, {
            ...place,
            covered: place.covered || block.record?.collection === 'forms',
          });
          break;
        case 'likely':
          visit(block.blocks, { ...place, likely: true });
          break;
        case 'small':
          visit(block.blocks, place);
          break;
        case 'omission':
        case 'editorial':
          break;
      }
    }
  }

  function visitRows({ heads: columns, rows }: TableBlock, place: PassagePlace): void {
    // Column heads make a row of figures readable by itself, and are found nowhere else: スペシャリスト型.
    const columnHeads = columns.flatMap(({ plain }) => (plain === '' ? [] : [plain])).join(' ');
    let groups: { text: string; rows: number }[] = [];
    for (const { id, record, likely, cells } of rows) {
      groups = groups.filter((group) => group.rows > 0);
      for (const cell of cells) {
        if (cell.head === 'group') groups.push({ text: lineText(cell), rows: cell.rowSpan ?? 1 });
      }
      const heads = [
        ...place.heads,
        ...(record?.collection === 'requirements' ? [] : [columnHeads]),
        ...groups.map(({ text }) => text),
      ];
      const items = cells.flatMap((cell) => cell.items ?? []);
      // Duties are records with an address each, so they win over their row; answers are read with their question.
      const itemsWin = items.some((item) => item.record !== undefined);
      const isLikely = place.likely || likely !== undefined || anyLikely(cells);
      places.set(id, { covered: place.covered || itemsWin, heads, likely: isLikely });
      const rowHeads = cells.filter(({ head }) => head === 'row').map(lineText);
      const inside = {
        covered: place.covered || !itemsWin,
        heads: [...heads, ...rowHeads],
        likely: isLikely,
      };
      for (const item of items) {
        places.set(item.id, inside);
        visit(item.blocks, { ...inside, partOf: item.record });
      }
      for (const group of groups) group.rows -= 1;
    }
  }

  visit(blocks, NO_PLACE);
  return places;
}

function anyLikely(parts: readonly ({ likely?: string | undefined } | undefined)[]): boolean {
  return parts.some((part) => part?.likely !== undefined);
}
