import { REQUIREMENT_VALUE } from '../schemas/vocabulary.ts';
import type { Block, Cell, EntryBlock, ListItem, PolicyText, RecordRef, TableBlock, TableRow } from './blocks.ts';
import type { City, Grade, Initiative, Section, Survey, Term, Value } from './model.ts';
import type { Annotate } from './policy-text.ts';
import type { Problem } from './problems.ts';
import type { ComponentName, SyntaxBlock } from './section-syntax.ts';

/** What a component of a section's body may draw on. */
export interface BlockContext {
  city: City;
  section: Section;
  annotate: Annotate;
  report: (problem: Omit<Problem, 'file'>) => void;
}

type Component = Extract<SyntaxBlock, { type: 'component' }>;
type Expand = (component: Component, context: BlockContext, nested: (children: readonly SyntaxBlock[]) => Block[]) => Block[];

const words = (value: string | undefined): string[] => (value ?? '').split(/\s+/).filter(Boolean);

const likely = (entity: { certainty: string; certaintyReason?: string | undefined }): string | undefined =>
  entity.certainty === 'likely' ? (entity.certaintyReason ?? '') : undefined;

/** The records of the file that `of` names, in this section; with `ids` just those, in that order. */
function chosen<T extends { id: string; file: string; section: string }>(
  all: readonly T[],
  { name, props, line }: Component,
  { report, section }: BlockContext,
): T[] {
  const inFile = all.filter(({ file }) => file === props['of']);
  if (inFile.length === 0) {
    const known = [...new Set(all.map(({ file }) => file))];
    report({ path: `${line}行目 ${name} of`, kind: 'missing', value: props['of'], known });
    return [];
  }
  const ids = words(props['ids']);
  if (ids.length === 0) return inFile.filter((record) => record.section === section.id);
  return byIds(inFile, ids, `${line}行目 ${name} ids`, report);
}

function byIds<T extends { id: string }>(
  all: readonly T[],
  ids: readonly string[],
  path: string,
  report: BlockContext['report'],
): T[] {
  return ids.flatMap((id) => {
    const found = all.find((entity) => entity.id === id);
    if (!found) report({ path, kind: 'missing', value: id, known: all.map((entity) => entity.id) });
    return found ? [found] : [];
  });
}

/** Merges runs of equal cells in one column into one cell with a row span, as the sources print them. */
function mergeDown(rows: { cells: (Cell | undefined)[] }[], column: number, keys: readonly (string | undefined)[]): void {
  let first: Cell | undefined;
  for (const [index, row] of rows.entries()) {
    const cell = row.cells[column];
    if (index > 0 && first && keys[index] !== undefined && keys[index] === keys[index - 1]) {
      first.rowSpan = (first.rowSpan ?? 1) + 1;
      row.cells[column] = undefined;
    } else first = cell;
  }
}

const compact = (rows: { record?: RecordRef | undefined; likely?: string | undefined; cells: (Cell | undefined)[] }[]): TableRow[] =>
  rows.map(({ cells, ...rest }) => ({ id: '', ...rest, cells: cells.filter((cell) => cell !== undefined) }));

function valueCell(value: Value, annotate: Annotate): Cell {
  return 'printed' in value ? { lines: [annotate(value.printed, { terms: false })] } : { lines: [], lost: value.omission };
}

/** Neighbours in a row that one omission explains share a cell, so that it is said once. */
function mergeLost(cells: readonly Cell[]): Cell[] {
  const merged: Cell[] = [];
  for (const cell of cells) {
    const last = merged.at(-1);
    if (last?.lost !== undefined && last.lost === cell.lost) last.colSpan = (last.colSpan ?? 1) + 1;
    else merged.push({ ...cell });
  }
  return merged;
}

function nameRow(texts: readonly (string | undefined)[], annotate: Annotate, options: Partial<Cell> = {}): Cell {
  return { lines: texts.flatMap((text) => (text === undefined ? [] : [annotate(text)])), ...options };
}

const visions: Expand = ({ props, line }, { city, section, annotate, report }) => {
  const ids = words(props['ids']);
  const own = city.visions.filter((vision) => vision.section === section.id);
  const shown = ids.length === 0 ? own : byIds(own, ids, `${line}行目 Visions ids`, report);
  const ref = (id: string): RecordRef => ({ collection: 'visions', id });
  if (shown.every(({ name }) => name === undefined)) {
    return [
      {
        type: 'list',
        items: shown.map((vision) => ({ id: '', record: ref(vision.id), likely: likely(vision), text: annotate(vision.text), blocks: [] })),
      },
    ];
  }
  return [
    {
      type: 'definitions',
      items: shown.map((vision) => ({
        id: '',
        record: ref(vision.id),
        likely: likely(vision),
        term: annotate(vision.name ?? vision.text, { terms: false }),
        texts: vision.name === undefined ? [] : [annotate(vision.text)],
      })),
    },
  ];
};

const abilities: Expand = ({ name, props, line }, { city, section, annotate, report }) => {
  const inFile = city.abilityGroups.filter(({ file }) => file === props['of']);
  if (inFile.length === 0) {
    const known = [...new Set(city.abilityGroups.map(({ file }) => file))];
    report({ path: `${line}行目 ${name} of`, kind: 'missing', value: props['of'], known });
    return [];
  }
  const ids = words(props['groups']);
  const groups = ids.length === 0 ? inFile : byIds(inFile, ids, `${line}行目 ${name} groups`, report);
  const own = groups.map((group) => ({ group, members: group.abilities.filter((ability) => ability.section === section.id) }));
  const ref = (id: string): RecordRef => ({ collection: 'abilities', id });
  if (own.some(({ members }) => members.some(({ definitions }) => definitions.length > 0))) {
    const hasGroups = own.length > 1 && own.some(({ group }) => group.name !== undefined);
    const rows = own.flatMap(({ group, members }) =>
      members.map((ability, index) => ({
        record: ref(ability.id),
        likely: likely(ability),
        cells: [
          hasGroups && index === 0
            ? { lines: group.name === undefined ? [] : [annotate(group.name, { terms: false })], head: 'group' as const, rowSpan: members.length, likely: likely(group) }
            : undefined,
          { lines: [annotate(ability.name, { terms: false })], head: 'row' as const },
          { lines: ability.definitions.map((text) => annotate(text)) },
        ],
      })),
    );
    const heads = (groups[0]?.columns ?? []).map((head) => annotate(head, { terms: false }));
    return [{ type: 'table', label: '能力と定義', heads: hasGroups && heads.length === 2 ? [{ plain: '', runs: [] }, ...heads] : heads, rows: compact(rows) }];
  }
  return own.map(({ group, members }): Block => {
    const items = members.map((ability): ListItem => ({ id: '', record: ref(ability.id), likely: likely(ability), text: annotate(ability.name, { terms: false }), blocks: [] }));
    if (group.etc !== undefined) items.push({ id: '', text: annotate(group.etc), blocks: [] });
    return { type: 'list', items };
  });
};

const roles: Expand = (component, context) => {
  const { annotate } = context;
  const shown = chosen(context.city.roles, component, context);
  const hasTitles = shown.some(({ title, tagline }) => title !== undefined || tagline !== undefined);
  // A label is printed where its column has a head; elsewhere it only says whose role the prose tells.
  const hasLabels = shown.some(({ labels, columns }) => labels.length > 0 && columns.length > 0);
  const hasNames = shown.some(({ items }) => items.some(({ name }) => name !== undefined));
  if (hasNames) {
    const rows = shown.flatMap((role) =>
      role.items.map((item): TableRow => ({
        id: '',
        record: { collection: 'roleItems', id: item.id },
        likely: likely(role),
        cells: [
          nameRow([[item.mark, item.name].filter(Boolean).join('')], annotate, { head: 'row' }),
          { lines: item.texts.map((text) => annotate(text)) },
        ],
      })),
    );
    return [{ type: 'table', label: '役割', heads: (shown[0]?.columns ?? []).map((head) => annotate(head)), rows }];
  }
  if (!hasLabels && !hasTitles) {
    return shown.flatMap((role): Block[] => {
      const [only, ...others] = role.items;
      if (only?.mark === undefined && others.length === 0) return roleProse(role, annotate);
      return [{ type: 'list', items: role.items.map((item) => roleItem(item, annotate, likely(role))) }];
    });
  }
  const rows = shown.map((role) => ({
    likely: likely(role),
    cells: [
      hasLabels ? { lines: role.labels.map((label) => annotate(label, { terms: false })), head: 'group' as const } : undefined,
      hasTitles ? nameRow([role.title, role.tagline], annotate, { head: 'row' }) : undefined,
      { lines: [], items: role.items.map((item) => roleItem(item, annotate)) },
    ],
  }));
  if (hasLabels) mergeDown(rows, 0, shown.map(({ labels }) => labels.join(' ')));
  return [{ type: 'table', label: '役割', heads: (shown[0]?.columns ?? []).map((head) => annotate(head)), rows: compact(rows) }];
};

function roleProse(role: City['roles'][number], annotate: Annotate): Block[] {
  return role.items.flatMap(({ id, texts }) =>
    texts.map((text): Block => ({
      type: 'paragraph',
      id: '',
      record: { collection: 'roleItems', id },
      likely: likely(role),
      text: annotate(text),
    })),
  );
}

function roleItem(
  { id, mark, texts }: City['roles'][number]['items'][number],
  annotate: Annotate,
  reason?: string,
): ListItem {
  const [first = '', ...rest] = texts;
  return {
    id: '',
    record: { collection: 'roleItems', id },
    likely: reason,
    text: annotate(`${mark ?? ''}${first}`),
    blocks: rest.map((text): Block => ({ type: 'paragraph', id: '', text: annotate(text) })),
  };
}

const training: Expand = (component, context) => {
  const { annotate, city } = context;
  const shown = chosen(city.training, component, context);
  const has = (field: 'category' | 'name' | 'target' | 'goal') => shown.some((course) => course[field] !== undefined);
  const isList = !has('target') && !has('goal');
  const items = (course: (typeof shown)[number]): ListItem[] =>
    [...course.items, ...(course.etc === undefined ? [] : [course.etc])].map((text) => ({ id: '', text: annotate(text), blocks: [] }));
  if (isList && !has('category')) {
    return [
      {
        type: 'list',
        items: shown.map((course): ListItem => ({
          id: '',
          record: { collection: 'training', id: course.id },
          likely: likely(course),
          text: annotate(course.name ?? ''),
          blocks: [
            ...(course.detail === undefined ? [] : [{ type: 'paragraph' as const, id: '', text: annotate(course.detail) }]),
            ...(items(course).length === 0 ? [] : [{ type: 'list' as const, items: items(course) }]),
          ],
        })),
      },
    ];
  }
  const rows = shown.map((course) => ({
    record: { collection: 'training' as const, id: course.id },
    likely: likely(course),
    cells: [
      has('category') ? nameRow([course.category], annotate, { head: 'group' }) : undefined,
      has('name') ? nameRow([course.name, course.detail], annotate, { head: 'row', ...(items(course).length > 0 && !has('target') ? { items: items(course) } : {}) }) : undefined,
      has('target') ? nameRow([course.target], annotate) : undefined,
      has('goal') ? nameRow([course.goal], annotate) : undefined,
    ],
  }));
  if (has('category')) mergeDown(rows, 0, shown.map(({ category, name }) => (name === undefined ? undefined : category)));
  const fields = (['category', 'name', 'target', 'goal'] as const).filter(has);
  const columns = shown[0]?.columns ?? [];
  // One head may be printed over both kind and name: 研修区分.
  const heads = columns.length === fields.length - 1 ? columns.toSpliced(1, 0, '') : columns;
  return [{ type: 'table', label: '研修', heads: heads.map((head) => annotate(head)), rows: compact(rows) }];
};

const initiatives: Expand = (component, context) => {
  const { annotate } = context;
  const shown = chosen(context.city.initiatives, component, context);
  const [first] = shown;
  if (!first) return [];
  if (shown.some(({ title }) => title !== undefined)) {
    return shown.map((initiative) => initiativeEntry(initiative, annotate, initiative.title === context.section.heading));
  }
  if (first.columns.length > 0) return [initiativeTable(shown, annotate)];
  const heading: Block[] =
    first.listTitle === undefined ? [] : [{ type: 'heading', id: '', level: 4, text: annotate(first.listTitle, { terms: false }) }];
  const items = shown.map((initiative): ListItem => ({
    id: '',
    record: { collection: 'initiatives', id: initiative.id },
    likely: likely(initiative),
    text: annotate(initiative.texts.map(({ text }) => text).join('')),
    blocks: [],
  }));
  return [...heading, { type: 'list', items }];
};

function initiativeTable(shown: readonly Initiative[], annotate: Annotate): TableBlock {
  const rows = shown.map((initiative) => ({
    record: { collection: 'initiatives' as const, id: initiative.id },
    likely: likely(initiative),
    cells: [
      nameRow([initiative.direction], annotate, { head: 'group' }),
      nameRow([initiative.category], annotate, { head: 'group' }),
      nameRow([initiative.ownersPrinted ?? initiative.owners[0]], annotate),
      nameRow([...initiative.texts.map(({ text }) => text), initiative.note], annotate),
    ] as (Cell | undefined)[],
  }));
  mergeDown(rows, 0, shown.map(({ direction }) => direction));
  mergeDown(rows, 1, shown.map(({ direction, category }) => `${direction ?? ''}/${category ?? ''}`));
  const [direction = '', category = '', measure = ''] = shown[0]?.columns ?? [];
  // The source prints three heads over four columns: the one of those who act has none.
  const heads = [direction, category, '', measure].map((head) => annotate(head, { terms: false }));
  return { type: 'table', label: '取組', heads, rows: compact(rows) };
}

/** `isHeaded`: the page's own heading already says its title. */
export function initiativeEntry(initiative: Initiative, annotate: Annotate, isHeaded: boolean): EntryBlock {
  const { title, number, indicator, owners, ownersPrinted } = initiative;
  const ownersText = ownersPrinted ?? owners[0];
  // Of a measure that is a row of a table, the printed heads are those of the table.
  const printedLabels = title === undefined ? [] : initiative.columns;
  const [ownersLabel, targetLabel] = printedLabels.map((label) => annotate(label, { terms: false }));
  return {
    type: 'entry',
    id: '',
    record: { collection: 'initiatives', id: initiative.id },
    likely: likely(initiative),
    level: initiative.parent === undefined ? 4 : 5,
    title: title === undefined || isHeaded ? undefined : annotate([number, title].filter(Boolean).join(' '), { terms: false }),
    texts: initiative.texts.map((text) => ({ ...annotate(text.text), likely: likely(text) })),
    bullets: initiative.bullets,
    items: [...initiative.items, ...(initiative.etc === undefined ? [] : [initiative.etc])].map((text) => annotate(text)),
    note: initiative.note === undefined ? undefined : annotate(initiative.note),
    owners: ownersText === undefined ? undefined : annotate(ownersText, { terms: false }),
    labels: { owners: ownersLabel, target: targetLabel },
    indicator: indicator && {
      name: annotate(indicator.name, { terms: false }),
      baselineYear: annotate(indicator.baselineYear, { terms: false }),
      baseline: valueCell(indicator.baseline, annotate),
      targetYear: annotate(indicator.targetYear, { terms: false }),
      target: valueCell(indicator.target, annotate),
    },
  };
}

const indicators: Expand = (component, context) => {
  const { annotate } = context;
  const shown = chosen(context.city.indicators, component, context);
  const [first] = shown;
  if (!first) return [];
  const beside = shown.find((indicator) => indicator.beside !== undefined)?.beside;
  const heads = [first.nameColumn ?? '', ...first.columns.map(({ label }) => label), ...(beside ? [beside.label] : [])];
  const rows = shown.map((indicator): TableRow => ({
    id: '',
    record: { collection: 'indicators', id: indicator.id },
    likely: likely(indicator),
    cells: [
      nameRow([indicator.name], annotate, { head: 'row' }),
      ...mergeLost(indicator.values.map((value) => valueCell(value, annotate))),
      ...(beside ? [{ lines: (indicator.beside?.items ?? []).map((item) => annotate(item)) }] : []),
    ],
  }));
  return [{ type: 'table', label: '指標', heads: heads.map((head) => annotate(head, { terms: false })), rows, numeric: true }];
};

const survey: Expand = ({ props, line }, { city, annotate, report }) => {
  const found = city.surveys.find(({ id }) => id === props['of']);
  if (!found) {
    report({ path: `${line}行目 Survey of`, kind: 'missing', value: props['of'], known: city.surveys.map(({ id }) => id) });
    return [];
  }
  const blocks: Block[] = [];
  if (found.facts.length > 0) blocks.push(surveyFacts(found, annotate));
  if (found.questions.length > 0) blocks.push(surveyTable(found, annotate));
  blocks.push(
    ...found.notes.map(({ text }): Block => ({ type: 'small', blocks: [{ type: 'paragraph', id: '', text: annotate(text) }] })),
    ...found.omissions.map((omission): Block => ({ type: 'omission', omission })),
  );
  return blocks;
};

function surveyFacts({ id, facts, questions, questionColumn, title }: Survey, annotate: Annotate): TableBlock {
  const rows = facts.map(({ label, texts, items }): TableRow => ({
    id: '',
    record: { collection: 'surveys', id },
    cells: [
      nameRow([label], annotate, { head: 'row' }),
      { lines: texts.map((text) => annotate(text)), items: items.map((text) => ({ id: '', text: annotate(text), blocks: [] })) },
    ],
  }));
  // A table of facts alone carries the printed heads itself: 区分, and its title over the answers.
  const heads = questions.length === 0 && questionColumn !== undefined ? [questionColumn, title] : [];
  return { type: 'table', label: '調査の概要', heads: heads.map((head) => annotate(head, { terms: false })), rows };
}

function surveyTable({ questions, groups, sets, questionColumn, setColumn, title }: Survey, annotate: Annotate): TableBlock {
  const rows = questions.map((question) => {
    const set = sets.find(({ questions: members }) => members.includes(question.id));
    const isFirst = set?.questions[0] === question.id;
    const values = question.values.map((value): Cell =>
      'answers' in value
        ? { lines: [], items: value.answers.map((answer) => ({ id: '', text: annotate(answer), blocks: [] })) }
        : valueCell(value, annotate),
    );
    return {
      record: { collection: 'questions' as const, id: question.id },
      likely: likely(question),
      cells: [
        nameRow([[question.mark, question.text].filter(Boolean).join(' '), question.detail], annotate, { head: 'row' }),
        ...mergeLost(values),
        isFirst ? { lines: [...set.names, set.mean].flatMap((text) => (text === undefined ? [] : [annotate(text)])), rowSpan: set.questions.length, likely: likely(set) } : undefined,
      ],
    };
  });
  const heads = [questionColumn ?? '', ...groups.map(({ name }) => name), ...(sets.length > 0 ? [setColumn ?? ''] : [])];
  return {
    type: 'table',
    label: title,
    heads: heads.map((head) => annotate(head, { terms: false })),
    rows: compact(rows),
    numeric: true,
  };
}

const terms: Expand = (component, context) => {
  const shown = chosen(context.city.terms, component, context);
  return shown.length === 0 ? [] : [termDefinitions(shown, context.annotate)];
};

/** Notes and terms as a definition list, marks as printed. */
export function termDefinitions(shown: readonly Term[], annotate: Annotate): Extract<Block, { type: 'definitions' }> {
  return {
    type: 'definitions',
    items: shown.map((term) => ({
      id: '',
      record: { collection: 'terms', id: term.id },
      likely: likely(term),
      mark: term.mark,
      term: annotate(term.label ?? term.term, { terms: false }),
      texts: [...term.definitions, ...(term.attribution === undefined ? [] : [term.attribution])].map((text) => annotate(text, { terms: false })),
    })),
  };
}

const forms: Expand = (component, context) => {
  const { annotate } = context;
  return chosen(context.city.forms, component, context).flatMap((form): Block[] => [
    { type: 'heading', id: '', level: 3, text: annotate(form.label, { terms: false }) },
    {
      type: 'figure',
      id: '',
      record: { collection: 'forms', id: form.id },
      likely: likely(form),
      caption: annotate(form.name, { terms: false }),
      omission: form.omission,
      blocks: [
        ...(form.header.length === 0
          ? []
          : [{ type: 'list' as const, items: form.header.map((text) => ({ id: '', text: annotate(text), blocks: [] })) }]),
        {
          type: 'table',
          label: '様式の欄',
          heads: form.columns.map((column) => annotate(column, { terms: false })),
          rows: [],
        },
      ],
    },
  ]);
};

const requirements: Expand = ({ props, line }, { city, annotate, report }) =>
  byIds(city.grades, words(props['of']), `${line}行目 Requirements of`, report).flatMap((grade): Block[] => {
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
    const caption = { id: '', text: annotate(grade.tableHead ?? grade.name, { terms: false }), record: { collection: 'grades' as const, id: grade.id } };
    return [{ type: 'table', caption, label: '能力と内容', heads: [], rows }];
  });

/** One row per tier: the grades that share a sentence stand in one cell, as printed. */
const matrix: Expand = (_component, { city, annotate }) => {
  if (!city.matrix) return [];
  const groups = city.matrix.groups.flatMap((id) => city.abilityGroups.filter((group) => group.id === id));
  const columns = groups.flatMap((group) => group.abilities);
  const holders = city.grades.filter((grade) => grade.sharesTableWith === undefined);
  const printed = holders.toSorted((a, b) => Number(a.lines.split('-')[0]) - Number(b.lines.split('-')[0]));
  const [only] = columns;
  if (only?.kind === 'summary' && columns.length === 1) {
    const rows = printed.map((grade): TableRow => {
      const cell = city.requirements.find((requirement) => requirement.grade === grade.id && requirement.ability === only.id);
      const sharing = city.grades.filter((other) => other.id === grade.id || other.sharesTableWith === grade.id);
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
    return [{ type: 'table', label: '職位と能力', heads: heads.map((head) => annotate(head, { terms: false })), rows }, ...matrixNotes(city, annotate)];
  }
  const rows = printed.map((grade): TableRow => {
    const note = city.terms.find(({ id }) => id === grade.note);
    const gradeNote = note && [note.mark, ...note.definitions].join(' ');
    const cells: Cell[] = [
      nameRow([grade.name], annotate, { head: 'row', noteMark: note?.mark }),
      ...columns.map((ability): Cell => {
        const cell = city.requirements.find((requirement) => requirement.grade === grade.id && requirement.ability === ability.id);
        const noteMark = cell?.note !== undefined && cell.note !== gradeNote ? cell.note.split(' ')[0] : undefined;
        return { lines: [], mark: cell?.value ?? 'unknown', noteMark, likely: cell && likely(cell) };
      }),
    ];
    return { id: '', record: { collection: 'grades', id: grade.id }, likely: likely(grade), cells };
  });
  const heads = [groups[0]?.columns[0] ?? '', ...columns.map(({ name }) => name)].map((head) => annotate(head, { terms: false }));
  const headGroups = groups.some(({ name }) => name !== undefined)
    ? [{ text: annotate(''), span: 1 }, ...groups.map(({ name, abilities: members }) => ({ text: annotate(name ?? '', { terms: false }), span: members.length }))]
    : undefined;
  // 求められる能力, printed once over all columns but the first.
  const over = groups[0]?.columns[1];
  const caption = over === undefined ? undefined : { id: '', text: annotate(over, { terms: false }) };
  const label = `職位と能力（${Object.values(REQUIREMENT_VALUE).join('・')}）`;
  return [{ type: 'table', caption, label, headGroups, heads, rows }, ...matrixNotes(city, annotate)];
};

function matrixNotes({ matrix: table }: City, annotate: Annotate): Block[] {
  const notes = table?.notes ?? [];
  return notes.length === 0 ? [] : [{ type: 'small', blocks: notes.map(({ text }): Block => ({ type: 'paragraph', id: '', text: annotate(text) })) }];
}

/** The printed career path table: one row per grade from the top, phases and track texts spanning theirs. */
const careerPath: Expand = (_component, { city, annotate }) => {
  const path = city.careerPath;
  if (!path) return [];
  const grades = city.grades.filter(({ phase, salaryGrades }) => phase !== undefined || salaryGrades.length > 0);
  const steps = grades.filter(({ jobFamily }) => jobFamily === grades[0]?.jobFamily).sort((a, b) => b.rank - a.rank);
  const tracks = path.tracks.filter(({ common, texts }) => !common && texts.length > 0);
  const shared = path.tracks.filter(({ common }) => common).flatMap(({ texts }) => texts);
  const isFirstOfPhase = (grade: Grade, index: number) => grade.phase?.id !== steps[index - 1]?.phase?.id;
  const rows = steps.map((grade, index): TableRow => {
    const phase = path.phases.find(({ id }) => id === grade.phase?.id);
    const rowSpan = steps.filter((step) => step.phase?.id === grade.phase?.id).length;
    const inPhase = (texts: typeof shared) => texts.filter((text) => text.phase === grade.phase?.id);
    const cells: Cell[] = [
      nameRow([grade.careerPathName ?? grade.name], annotate, { head: 'row' }),
      nameRow([grade.salaryGradesPrinted], annotate),
      { lines: grade.salaryGrades.map(({ level, duty }) => annotate(duty === undefined ? level : `【${level}】${duty}`)) },
      nameRow([grade.typical?.printed], annotate),
    ];
    if (phase && isFirstOfPhase(grade, index)) {
      cells.push({ lines: [annotate(phase.name)], rowSpan, likely: grade.phase && likely(grade.phase) });
      const common = inPhase(shared);
      if (common.length > 0) cells.push({ lines: trackLines(common, annotate), rowSpan, colSpan: tracks.length });
      else cells.push(...tracks.map(({ texts }) => ({ lines: trackLines(inPhase(texts), annotate), rowSpan })));
    }
    return { id: '', record: { collection: 'grades', id: grade.id }, cells };
  });
  const heads = path.columns.map((head) => annotate(head, { terms: false }));
  const notes = path.notes.map(({ text }): Block => ({ type: 'small', blocks: [{ type: 'paragraph', id: '', text: annotate(text) }] }));
  return [{ type: 'table', label: path.title ?? 'キャリアパス', heads, rows }, ...notes];
};

function trackLines(texts: readonly { label?: string | undefined; text: string; note?: string | undefined }[], annotate: Annotate): PolicyText[] {
  return texts.flatMap(({ label, text, note }) =>
    [label, text, note].flatMap((line) => (line === undefined ? [] : [annotate(line)])),
  );
}

/** What each component of a section's body shows. */
export const RECORD_BLOCKS: Record<ComponentName, Expand> = {
  Visions: visions,
  Abilities: abilities,
  Roles: roles,
  Training: training,
  Initiatives: initiatives,
  Indicators: indicators,
  Survey: survey,
  Terms: terms,
  Forms: forms,
  Requirements: requirements,
  Matrix: matrix,
  CareerPath: careerPath,
  Omission: ({ props, line }, { city, report }) =>
    byIds(city.omissions, words(props['id']), `${line}行目 Omission id`, report).map(({ id }) => ({ type: 'omission', omission: id })),
  Figure: ({ props, children, line }, { city, annotate, report }, nested) => {
    const [omission] = byIds(city.omissions, words(props['omission']), `${line}行目 Figure omission`, report);
    const caption = props['caption'] === undefined ? undefined : annotate(props['caption'], { terms: false });
    return [{ type: 'figure', id: '', caption, omission: omission?.id, blocks: nested(children) }];
  },
  Likely: ({ props, children }, _context, nested) => [{ type: 'likely', reason: props['reason'] ?? '', blocks: nested(children) }],
  Small: ({ children }, _context, nested) => [{ type: 'small', blocks: nested(children) }],
  Editorial: ({ children }) => children.flatMap((child): Block[] => (child.type === 'paragraph' ? [{ type: 'editorial', text: child.text }] : [])),
};
