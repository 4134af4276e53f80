import type { Block, ListItem, TableRow } from '../blocks.ts';
import type { City } from '../model.ts';
import type { Annotate } from '../policy-text.ts';
import { chosen, type Expand } from './component.ts';
import { compact, likely, mergeDown, nameRow } from './cells.ts';

/** `<Roles />`: duties in a table by post, as prose where the source speaks of no post. */
export const roles: Expand = (component, context) => {
  const { annotate } = context;
  const shown = chosen(context.city.roles, component, context);
  const hasTitles = shown.some(
    ({ title, tagline }) => title !== undefined || tagline !== undefined,
  );
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
    return [
      {
        type: 'table',
        label: '役割',
        heads: (shown[0]?.columns ?? []).map((head) => annotate(head)),
        rows,
      },
    ];
  }
  if (!hasLabels && !hasTitles) {
    return shown.flatMap((role): Block[] => {
      const [only, ...others] = role.items;
      if (only?.mark === undefined && others.length === 0) return roleProse(role, annotate);
      return [
        { type: 'list', items: role.items.map((item) => roleItem(item, annotate, likely(role))) },
      ];
    });
  }
  const rows = shown.map((role) => ({
    likely: likely(role),
    cells: [
      hasLabels
        ? {
            lines: role.labels.map((label) => annotate(label, { terms: false })),
            head: 'group' as const,
          }
        : undefined,
      hasTitles ? nameRow([role.title, role.tagline], annotate, { head: 'row' }) : undefined,
      { lines: [], items: role.items.map((item) => roleItem(item, annotate)) },
    ],
  }));
  if (hasLabels)
    mergeDown(
      rows,
      0,
      shown.map(({ labels }) => labels.join(' ')),
    );
  return [
    {
      type: 'table',
      label: '役割',
      heads: (shown[0]?.columns ?? []).map((head) => annotate(head)),
      rows: compact(rows),
    },
  ];
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

/** `<Training />`: courses with target and goal, or as a list of names. */
export const training: Expand = (component, context) => {
  const { annotate, city } = context;
  const shown = chosen(city.training, component, context);
  const has = (field: 'category' | 'name' | 'target' | 'goal') =>
    shown.some((course) => course[field] !== undefined);
  const isList = !has('target') && !has('goal');
  const items = (course: (typeof shown)[number]): ListItem[] =>
    [...course.items, ...(course.etc === undefined ? [] : [course.etc])].map((text) => ({
      id: '',
      text: annotate(text),
      blocks: [],
    }));
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
            ...(course.detail === undefined
              ? []
              : [{ type: 'paragraph' as const, id: '', text: annotate(course.detail) }]),
            ...(items(course).length === 0
              ? []
              : [{ type: 'list' as const, items: items(course) }]),
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
      has('name')
        ? nameRow([course.name, course.detail], annotate, {
            head: 'row',
            ...(items(course).length > 0 && !has('target') ? { items: items(course) } : {}),
          })
        : undefined,
      has('target') ? nameRow([course.target], annotate) : undefined,
      has('goal') ? nameRow([course.goal], annotate) : undefined,
    ],
  }));
  if (has('category'))
    mergeDown(
      rows,
      0,
      shown.map(({ category, name }) => (name === undefined ? undefined : category)),
    );
  const fields = (['category', 'name', 'target', 'goal'] as const).filter(has);
  const columns = shown[0]?.columns ?? [];
  // One head may be printed over both kind and name: 研修区分.
  const heads = columns.length === fields.length - 1 ? columns.toSpliced(1, 0, '') : columns;
  return [
    {
      type: 'table',
      label: '研修',
      heads: heads.map((head) => annotate(head)),
      rows: compact(rows),
    },
  ];
};
