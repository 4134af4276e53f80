import type { Block, Cell, TableBlock, TableRow } from '../blocks.ts';
import type { Survey } from '../model.ts';
import type { Annotate } from '../policy-text.ts';
import { type Expand } from './component.ts';
import { compact, likely, mergeLost, nameRow, valueCell } from './cells.ts';

/** `<Survey />`: facts, questions, notes and what is lost, in that order. */
export const survey: Expand = ({ props, line }, { city, annotate, report }) => {
  const found = city.surveys.find(({ id }) => id === props['of']);
  if (!found) {
    report({
      path: `${line}行目 Survey of`,
      kind: 'missing',
      value: props['of'],
      known: city.surveys.map(({ id }) => id),
    });
    return [];
  }
  const blocks: Block[] = [];
  if (found.facts.length > 0) blocks.push(surveyFacts(found, annotate));
  if (found.questions.length > 0) blocks.push(surveyTable(found, annotate));
  blocks.push(
    ...found.notes.map(({ text }): Block => ({
      type: 'small',
      blocks: [{ type: 'paragraph', id: '', text: annotate(text) }],
    })),
    ...found.omissions.map((omission): Block => ({ type: 'omission', omission })),
  );
  return blocks;
};

function surveyFacts(
  { id, facts, questions, questionColumn, title }: Survey,
  annotate: Annotate,
): TableBlock {
  const rows = facts.map(({ label, texts, items }): TableRow => ({
    id: '',
    record: { collection: 'surveys', id },
    cells: [
      nameRow([label], annotate, { head: 'row' }),
      {
        lines: texts.map((text) => annotate(text)),
        items: items.map((text) => ({ id: '', text: annotate(text), blocks: [] })),
      },
    ],
  }));
  // A table of facts alone carries the printed heads itself: 区分, and its title over the answers.
  const heads =
    questions.length === 0 && questionColumn !== undefined ? [questionColumn, title] : [];
  return {
    type: 'table',
    label: '調査の概要',
    heads: heads.map((head) => annotate(head, { terms: false })),
    rows,
  };
}

function surveyTable(
  { questions, groups, sets, questionColumn, setColumn, title }: Survey,
  annotate: Annotate,
): TableBlock {
  const rows = questions.map((question) => {
    const set = sets.find(({ questions: members }) => members.includes(question.id));
    const isFirst = set?.questions[0] === question.id;
    const values = question.values.map((value): Cell =>
      'answers' in value
        ? {
            lines: [],
            items: value.answers.map((answer) => ({ id: '', text: annotate(answer), blocks: [] })),
          }
        : valueCell(value, annotate),
    );
    return {
      record: { collection: 'questions' as const, id: question.id },
      likely: likely(question),
      cells: [
        nameRow(
          [[question.mark, question.text].filter(Boolean).join(' '), question.detail],
          annotate,
          { head: 'row' },
        ),
        ...mergeLost(values),
        isFirst
          ? {
              lines: [...set.names, set.mean].flatMap((text) =>
                text === undefined ? [] : [annotate(text)],
              ),
              rowSpan: set.questions.length,
              likely: likely(set),
            }
          : undefined,
      ],
    };
  });
  const heads = [
    questionColumn ?? '',
    ...groups.map(({ name }) => name),
    ...(sets.length > 0 ? [setColumn ?? ''] : []),
  ];
  return {
    type: 'table',
    label: title,
    heads: heads.map((head) => annotate(head, { terms: false })),
    rows: compact(rows),
    numeric: true,
  };
}
