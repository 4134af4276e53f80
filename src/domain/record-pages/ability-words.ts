import type { PolicyText } from '../blocks.ts';
import type { Ability, AbilityGroup, City } from '../model.ts';
import { pageAnnotators } from './page-blocks.ts';

/** A city's own words for abilities and attitudes, group by group; a column that sums them up is none. */
export function abilityWords(
  city: City,
): { group: AbilityGroup; isMatrix: boolean; words: { ability: Ability; text: PolicyText }[] }[] {
  const annotatorOf = pageAnnotators(city);
  return city.abilityGroups
    .filter(({ kind }) => kind !== 'summary')
    .map((group) => ({
      group,
      isMatrix: city.matrix?.groups.includes(group.id) ?? false,
      words: group.abilities.flatMap((ability) => {
        const document = city.documents.find(({ id }) => id === ability.document);
        return document
          ? [{ ability, text: annotatorOf(document)(ability.name, { terms: false }) }]
          : [];
      }),
    }));
}
