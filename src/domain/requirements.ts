import type { ContentFile } from '../schemas/collections.ts';
import { ALL_GRADES, ALL_GRADES_NAME } from '../schemas/vocabulary.ts';
import type { Ability, City, Requirement } from './model.ts';
import type { Origins } from './origins.ts';

/**
 * Every cell of the city's matrix, written or implied (design §3): the written ones, what matrix.mdx says of the
 * unwritten, the cells of groups the source lost, and one row per ability that is asked of everyone.
 */
export function requirementsOf(
  city: City,
  gradeFiles: readonly ContentFile<'grades'>[],
  origins: Origins,
): Requirement[] {
  const { matrix } = city;
  const groupsById = (ids: readonly string[]) =>
    ids.flatMap((id) => city.abilityGroups.filter((group) => group.id === id));
  const columns = groupsById(matrix?.groups ?? []).flatMap((group) => group.abilities);
  const noteText = (id: string | undefined): string | undefined => {
    const term = city.terms.find((candidate) => candidate.id === id);
    return term && [term.mark, ...term.definitions].filter(Boolean).join(' ');
  };

  const cells = city.grades.flatMap((grade) => {
    const holder = grade.sharesTableWith ?? grade.id;
    const entry = gradeFiles.find(({ name }) => name === holder);
    const base = { city: city.id, grade: grade.id, gradeName: grade.name };
    const written = (ability: Ability): Requirement | undefined => {
      const index = entry?.data.requirements.findIndex((cell) => cell.ability === ability.id) ?? -1;
      const cell = entry?.data.requirements[index];
      if (!entry || !cell) return undefined;
      const requirement: Requirement = {
        ...base,
        id: `${grade.id}.${ability.id}`,
        document: entry.data.document,
        section: entry.data.section,
        lines: cell.lines,
        certainty: cell.certainty,
        certaintyReason: cell.certaintyReason,
        url: '',
        ability: ability.id,
        abilityName: ability.name,
        value: cell.value,
        statement: cell.statement,
        note: noteText(cell.note ?? grade.note),
      };
      origins.set(requirement, { file: entry.file, path: `requirements[${index}]` });
      return requirement;
    };
    const implied = (
      ability: Ability,
      value: 'not-listed' | 'unknown',
      omission?: string,
    ): Requirement => ({
      ...base,
      id: `${grade.id}.${ability.id}`,
      document: matrix?.document ?? grade.document,
      section: matrix?.section ?? grade.section,
      lines: matrix?.lines ?? grade.lines,
      certainty: 'certain',
      url: '',
      ability: ability.id,
      abilityName: ability.name,
      value,
      omission,
    });
    return [
      ...columns.map(
        (ability) =>
          written(ability) ?? implied(ability, matrix?.absent ?? 'unknown', matrix?.omission),
      ),
      ...(matrix?.lostGroups ?? []).flatMap(({ group, omission }) =>
        groupsById([group]).flatMap(({ abilities: lost }) =>
          lost.map((ability) => implied(ability, 'unknown', omission)),
        ),
      ),
    ];
  });
  const askedOfAll = city.abilityGroups
    .filter((group) => group.askedOfAll)
    .flatMap((group) =>
      group.abilities.map((ability): Requirement => ({
        city: city.id,
        document: ability.document,
        section: ability.section,
        lines: ability.lines,
        certainty: ability.certainty,
        certaintyReason: ability.certaintyReason,
        url: '',
        id: `${ALL_GRADES}.${ability.id}`,
        grade: ALL_GRADES,
        gradeName: ALL_GRADES_NAME,
        ability: ability.id,
        abilityName: ability.name,
        value: 'required',
        statement: ability.definitions.length > 0 ? ability.definitions.join('\n') : undefined,
      })),
    );
  return [...cells, ...askedOfAll];
}
