import type { RecordLink, RecordRef } from '../blocks.ts';
import type { City, Training } from '../model.ts';

/** The link that every record carries: where the policy says it. */
export const placeLink = ({ url }: { url: string }): RecordLink => ({
  label: '出典の位置',
  path: url,
});

/** Links beside the records of a city: the place in the policy, and of a course the posts it serves. */
export function recordLinks(city: City): (record: RecordRef) => RecordLink[] {
  const gradesOf = (course: Training): RecordLink[] =>
    course.grades.flatMap((id) => {
      const grade = city.grades.find((one) => one.id === id);
      return grade
        ? [{ label: `職位：${grade.name}`, path: `/${city.id}/grades/${grade.id}/` }]
        : [];
    });
  const byId = <T extends { id: string }>(records: readonly T[]) =>
    new Map(records.map((one) => [one.id, one]));
  const training = byId(city.training);
  const others: Partial<Record<RecordRef['collection'], ReadonlyMap<string, { url: string }>>> = {
    initiatives: byId(city.initiatives),
    indicators: byId(city.indicators),
    terms: byId(city.terms),
  };
  return ({ collection, id }) => {
    const course = collection === 'training' ? training.get(id) : undefined;
    if (course) return [placeLink(course), ...gradesOf(course)];
    const record = others[collection]?.get(id);
    return record ? [placeLink(record)] : [];
  };
}
