import { walkBlocks, type Block, type RecordRef } from '../blocks.ts';
import type { City, Omission, Section } from '../model.ts';
import type { Placed } from './printed-order.ts';

/** What the figure around these records lost, said where the records stand without it. */
export function lostAround(section: Section, collection: RecordRef['collection']): Block[] {
  const refs = (blocks: readonly Block[]): (RecordRef | undefined)[] =>
    [...walkBlocks(blocks)].flatMap((block) => {
      if (block.type === 'list') return block.items.map(({ record }) => record);
      if (block.type === 'table') return block.rows.map(({ record }) => record);
      return 'record' in block ? [block.record] : [];
    });
  return [...walkBlocks(section.blocks)].flatMap((block) =>
    block.type === 'figure' &&
    block.omission !== undefined &&
    refs(block.blocks).some((ref) => ref?.collection === collection)
      ? [{ type: 'omission' as const, omission: block.omission }]
      : [],
  );
}

/** What the sections that hold these records lost, be it a part of a record or not. */
export function lostBeside({ omissions }: City, records: readonly Placed[]): Omission[] {
  return omissions.filter((omission) =>
    records.some(
      ({ document, section }) => omission.document === document && omission.section === section,
    ),
  );
}
