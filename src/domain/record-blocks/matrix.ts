import { REQUIREMENT_VALUE } from '../../schemas/vocabulary.ts';
import type { Block, Cell, TableRow } from '../blocks.ts';
import type { City } from '../model.ts';
import type { Annotate } from '../policy-text.ts';
import { byIds, words, type Expand } from './component.ts';
import { likely, nameRow } from './cells.ts';

/** `<Requirements />`: one table of abilities and sentences per post. */
export const requirements: Expand = ({ props, line }, { city, annotate, report }) =>
  byIds(city.grades, words(props['of']), `${line}行目 Requirements of`, report).flatMap(
    (grade): Block[] => {
      const rows = city.requirements
        .filter((cell) => cell.grade === grade.id && cell.statement !== undefined)
        .map((cell): TableRow => ({
          id: '',
          record: { collection: 'requirements', id: cell.id },
          likely: likely(cell),
          cells: [
            nameRow([cell.abilityName], annotate, { head: 'row' }),
            { lines: [annotate(cell.statement ?? '')] },
          ],
        }));
      const caption = {
        id: '',
        text: annotate(grade.tableHead ?? grade.name, { terms: false }),
        record: { collection: 'grades' as const, id: grade.id },
      };
      return [{ type: 'table', caption, label: '能力と内容', heads: [], rows }];
    },
  );

/** One row per tier: the grades that share a sentence stand in one cell, as printed. */
export const matrix: Expand = (_component, { city, annotate }) => {
  if (!city.matrix) return [];
  const groups = city.matrix.groups.flatMap((id) =>
    city.abilityGroups.filter((group) => group.id === id),
  );
  const columns = groups.flatMap((group) => group.abilities);
  const holders = city.grades.filter((grade) => grade.sharesTableWith === undefined);
  const printed = holders.toSorted(
    (a, b) => Number(a.lines.split('-')[0]) - Number(b.lines.split('-')[0]),
  );
  const [only] = columns;
  if (only?.kind === 'summary' && columns.length === 1) {
    const rows = printed.map((grade): TableRow => {
      const cell = city.requirements.find(
        (requirement) => requirement.grade === grade.id && requirement.ability === only.id,
      );
      const sharing = city.grades.filter(
        (other) => other.id === grade.id || other.sharesTableWith === grade.id,
      );
      return {
        id: '',
        record: { collection: 'requirements', id: `${grade.id}.${only.id}` },
        likely: sharing.map(likely).find(Boolean),
        cells: [
          { lines: sharing.map(({ name }) => annotate(name, { terms: false })), head: 'row' },
          { lines: [annotate(cell?.statement ?? '')] },
        ],
      };
    });
    const heads = [...(groups[0]?.columns ?? [only.name])];
    return [
      {
        type: 'table',
        label: '職位と能力',
        heads: heads.map((head) => annotate(head, { terms: false })),
        rows,
      },
      ...matrixNotes(city, annotate),
    ];
  }
  const rows = printed.map((grade): TableRow => {
    const note = city.terms.find(({ id }) => id === grade.note);
    const gradeNote = note && [note.mark, ...note.definitions].join(' ');
    const cells: Cell[] = [
      nameRow([grade.name], annotate, { head: 'row', noteMark: note?.mark }),
      ...columns.map((ability): Cell => {
        const cell = city.requirements.find(
          (requirement) => requirement.grade === grade.id && requirement.ability === ability.id,
        );
        const noteMark =
          cell?.note !== undefined && cell.note !== gradeNote ? cell.note.split(' ')[0] : undefined;
        return {
          lines: [],
          mark: cell?.value ?? 'unknown',
          noteMark,
          likely: cell && likely(cell),
        };
      }),
    ];
    return { id: '', record: { collection: 'grades', id: grade.id }, likely: likely(grade), cells };
  });
  const heads = [groups[0]?.columns[0] ?? '', ...columns.map(({ name }) => name)].map((head) =>
    annotate(head, { terms: false }),
  );
  const headGroups = groups.some(({ name }) => name !== undefined)
    ? [
        { text: annotate(''), span: 1 },
        ...groups.map(({ name, abilities: members }) => ({
          text: annotate(name ?? '', { terms: false }),
          span: members.length,
        })),
      ]
    : undefined;
  // 求められる能力, printed once over all columns but the first.
  const over = groups[0]?.columns[1];
  const caption =
    over === undefined ? undefined : { id: '', text: annotate(over, { terms: false }) };
  const label = `職位と能力（${Object.values(REQUIREMENT_VALUE).join('・')}）`;
  return [
    { type: 'table', caption, label, headGroups, heads, rows },
    ...matrixNotes(city, annotate),
  ];
};

function matrixNotes({ matrix: table }: City, annotate: Annotate): Block[] {
  const notes = table?.notes ?? [];
  return notes.length === 0
    ? []
    : [
        {
          type: 'small',
          blocks: notes.map(({ text }): Block => ({
            type: 'paragraph',
            id: '',
            text: annotate(text),
          })),
        },
      ];
}
