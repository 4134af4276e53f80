import type { Block } from '../blocks.ts';
import type { Term } from '../model.ts';
import type { Annotate } from '../policy-text.ts';
import { chosen, type Expand } from './component.ts';
import { likely } from './cells.ts';

/** `<Terms />`: notes where they are printed. */
export const terms: Expand = (component, context) => {
  const shown = chosen(context.city.terms, component, context);
  return shown.length === 0 ? [] : [termDefinitions(shown, context.annotate)];
};

/** Notes and terms as a definition list, marks as printed. */
export function termDefinitions(
  shown: readonly Term[],
  annotate: Annotate,
): Extract<Block, { type: 'definitions' }> {
  return {
    type: 'definitions',
    items: shown.map((term) => ({
      id: '',
      record: { collection: 'terms', id: term.id },
      likely: likely(term),
      mark: term.mark,
      term: annotate(term.label ?? term.term, { terms: false }),
      texts: [
        ...term.definitions,
        ...(term.attribution === undefined ? [] : [term.attribution]),
      ].map((text) => annotate(text, { terms: false })),
    })),
  };
}

/** `<Forms />`: an empty form as its head and its columns. */
export const forms: Expand = (component, context) => {
  const { annotate } = context;
  const shown = chosen(context.city.forms, component, context);
  // What the source lost of several forms is said once, after the last of them.
  const isSaidLater = ({ omission }: (typeof shown)[number], index: number) =>
    shown.slice(index + 1).some((other) => other.omission === omission);
  return shown.flatMap((form, index): Block[] => [
    { type: 'heading', id: '', level: 3, text: annotate(form.label, { terms: false }) },
    {
      type: 'figure',
      id: '',
      record: { collection: 'forms', id: form.id },
      likely: likely(form),
      caption: annotate(form.name, { terms: false }),
      omission: isSaidLater(form, index) ? undefined : form.omission,
      blocks: [
        ...(form.header.length === 0
          ? []
          : [
              {
                type: 'list' as const,
                items: form.header.map((text) => ({ id: '', text: annotate(text), blocks: [] })),
              },
            ]),
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
