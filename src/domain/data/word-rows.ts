import type { DataRow } from '../../schemas/data.ts';
import type { City, Passage } from '../model.ts';
import { placeOf } from './place.ts';

/** Rows of words: terms, forms, what is lost, and the passages that search finds. */

export function termRows(city: City): DataRow<'terms'>[] {
  return city.terms.map((term) => ({
    ...placeOf(term),
    id: term.id,
    term: term.term,
    definition: [
      ...term.definitions,
      ...(term.attribution === undefined ? [] : [term.attribution]),
    ].join('\n'),
  }));
}

export function formRows(city: City): DataRow<'forms'>[] {
  return city.forms.map((form) => ({
    ...placeOf(form),
    id: form.id,
    name: form.name,
    columns: form.columns,
  }));
}

export function omissionRows(city: City): DataRow<'omissions'>[] {
  return city.omissions.map((omission) => ({
    ...placeOf(omission, { omitted: true }),
    id: omission.id,
    what: omission.what,
    where: omission.where,
    why: omission.why,
  }));
}

export function passageRow(passage: Passage): DataRow<'passages'> {
  const { document, section, record: _record, ...row } = passage;
  return { ...row, document: document || null, section: section || null };
}
