import type { Block, ListItem, RecordRef } from '../blocks.ts';
import { byIds, words, type Expand } from './component.ts';
import { compact, likely } from './cells.ts';

/** `<Visions />`: names with their sentences, or a plain list where they have no names. */
export const visions: Expand = ({ props, line }, { city, section, annotate, report }) => {
  const ids = words(props['ids']);
  const own = city.visions.filter((vision) => vision.section === section.id);
  const shown = ids.length === 0 ? own : byIds(own, ids, `${line}行目 Visions ids`, report);
  const ref = (id: string): RecordRef => ({ collection: 'visions', id });
  if (shown.every(({ name }) => name === undefined)) {
    return [
      {
        type: 'list',
        items: shown.map((vision) => ({
          id: '',
          record: ref(vision.id),
          likely: likely(vision),
          text: annotate(vision.text),
          blocks: [],
        })),
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

/** `<Abilities />`: a table where there are definitions, else the names as lists. */
export const abilities: Expand = ({ name, props, line }, { city, section, annotate, report }) => {
  const inFile = city.abilityGroups.filter(({ file }) => file === props['of']);
  if (inFile.length === 0) {
    const known = [...new Set(city.abilityGroups.map(({ file }) => file))];
    report({ path: `${line}行目 ${name} of`, kind: 'missing', value: props['of'], known });
    return [];
  }
  const ids = words(props['groups']);
  const groups =
    ids.length === 0 ? inFile : byIds(inFile, ids, `${line}行目 ${name} groups`, report);
  const own = groups.map((group) => ({
    group,
    members: group.abilities.filter((ability) => ability.section === section.id),
  }));
  const ref = (id: string): RecordRef => ({ collection: 'abilities', id });
  if (own.some(({ members }) => members.some(({ definitions }) => definitions.length > 0))) {
    const hasGroups = own.length > 1 && own.some(({ group }) => group.name !== undefined);
    const rows = own.flatMap(({ group, members }) =>
      members.map((ability, index) => ({
        record: ref(ability.id),
        likely: likely(ability),
        cells: [
          hasGroups && index === 0
            ? {
                lines: group.name === undefined ? [] : [annotate(group.name, { terms: false })],
                head: 'group' as const,
                rowSpan: members.length,
                likely: likely(group),
              }
            : undefined,
          { lines: [annotate(ability.name, { terms: false })], head: 'row' as const },
          { lines: ability.definitions.map((text) => annotate(text)) },
        ],
      })),
    );
    const heads = (groups[0]?.columns ?? []).map((head) => annotate(head, { terms: false }));
    return [
      {
        type: 'table',
        label: '能力と定義',
        heads: hasGroups && heads.length === 2 ? [{ plain: '', runs: [] }, ...heads] : heads,
        rows: compact(rows),
      },
    ];
  }
  return own.map(({ group, members }): Block => {
    const items = members.map((ability): ListItem => ({
      id: '',
      record: ref(ability.id),
      likely: likely(ability),
      text: annotate(ability.name, { terms: false }),
      blocks: [],
    }));
    if (group.etc !== undefined) items.push({ id: '', text: annotate(group.etc), blocks: [] });
    return { type: 'list', items };
  });
};
