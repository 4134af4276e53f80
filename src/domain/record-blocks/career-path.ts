import type { Block, Cell, PolicyText, TableRow } from '../blocks.ts';
import type { Grade } from '../model.ts';
import type { Annotate } from '../policy-text.ts';
import { type Expand } from './component.ts';
import { likely, nameRow } from './cells.ts';

/** The printed career path table: one row per grade from the top, phases and track texts spanning theirs. */
export const careerPath: Expand = (_component, { city, annotate }) => {
  const path = city.careerPath;
  if (!path) return [];
  const grades = city.grades.filter(
    ({ phase, salaryGrades }) => phase !== undefined || salaryGrades.length > 0,
  );
  const steps = grades
    .filter(({ jobFamily }) => jobFamily === grades[0]?.jobFamily)
    .sort((a, b) => b.rank - a.rank);
  const tracks = path.tracks.filter(({ common, texts }) => !common && texts.length > 0);
  const shared = path.tracks.filter(({ common }) => common).flatMap(({ texts }) => texts);
  const isFirstOfPhase = (grade: Grade, index: number) =>
    grade.phase?.id !== steps[index - 1]?.phase?.id;
  const rows = steps.map((grade, index): TableRow => {
    const phase = path.phases.find(({ id }) => id === grade.phase?.id);
    const rowSpan = steps.filter((step) => step.phase?.id === grade.phase?.id).length;
    const inPhase = (texts: typeof shared) =>
      texts.filter((text) => text.phase === grade.phase?.id);
    const cells: Cell[] = [
      nameRow([grade.careerPathName ?? grade.name], annotate, { head: 'row' }),
      nameRow([grade.salaryGradesPrinted], annotate),
      {
        lines: grade.salaryGrades.map(({ level, duty }) =>
          annotate(duty === undefined ? level : `【${level}】${duty}`),
        ),
      },
      nameRow([grade.typical?.printed], annotate),
    ];
    if (phase && isFirstOfPhase(grade, index)) {
      cells.push({
        lines: [annotate(phase.name)],
        rowSpan,
        likely: grade.phase && likely(grade.phase),
      });
      const common = inPhase(shared);
      if (common.length > 0)
        cells.push({ lines: trackLines(common, annotate), rowSpan, colSpan: tracks.length });
      else
        cells.push(
          ...tracks.map(({ texts }) => ({ lines: trackLines(inPhase(texts), annotate), rowSpan })),
        );
    }
    return { id: '', record: { collection: 'grades', id: grade.id }, cells };
  });
  const heads = path.columns.map((head) => annotate(head, { terms: false }));
  const notes = path.notes.map(({ text }): Block => ({
    type: 'small',
    blocks: [{ type: 'paragraph', id: '', text: annotate(text) }],
  }));
  return [{ type: 'table', label: path.title ?? 'キャリアパス', heads, rows }, ...notes];
};

function trackLines(
  texts: readonly { label?: string | undefined; text: string; note?: string | undefined }[],
  annotate: Annotate,
): PolicyText[] {
  return texts.flatMap(({ label, text, note }) =>
    [label, text, note].flatMap((line) => (line === undefined ? [] : [annotate(line)])),
  );
}
