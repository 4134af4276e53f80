import { foldText } from '../text/normalise.ts';
import type { PolicyText } from './blocks.ts';
import { conceptMembers, conceptWords } from './concepts.ts';
import { quotesOf, type Quote } from './insights.ts';
import type { AbilityConcept, Catalog, City, Sourced } from './model.ts';
import { plainAnnotator } from './policy-text.ts';

/** A record of a policy that names a word: its own name, and the texts that name it. */
export interface Mention {
  /** `<city>/<document>`. */
  source: string;
  /** Its name as printed; several where a role has several posts. */
  titles: PolicyText[];
  /** Empty where only the name says it. */
  texts: PolicyText[];
  url: string;
}

/** Where one city's documents name a concept. */
export interface CityMentions {
  city: City;
  /** What was looked for: the city's own words for the concept first, then ours. */
  words: string[];
  training: Mention[];
  initiatives: Mention[];
  roles: Mention[];
  /** Sentences of running text; what is a role is not here again. */
  prose: Quote[];
}

interface Named extends Sourced {
  titles: readonly (string | undefined)[];
  texts: readonly (string | undefined)[];
}

const present = (texts: readonly (string | undefined)[]): string[] =>
  texts.filter((text) => text !== undefined);

/**
 * Where each city's training, measures, roles and prose name the concept: found by the very characters (folded as
 * everywhere in the project) of the city's own words for it and of the concept's keywords, by nothing else.
 */
export function conceptMentions(catalog: Catalog, concept: AbilityConcept): CityMentions[] {
  return conceptMembers(catalog, concept.id).map(({ city, members }) => {
    const words = conceptWords(concept, members);
    const folded = words.map(foldText);
    const names = (text: string) => folded.some((word) => foldText(text).includes(word));
    const toMention = ({ titles, texts, document, url }: Named): Mention[] => {
      const found = present(texts).filter(names);
      if (found.length === 0 && !present(titles).some(names)) return [];
      const annotate = plainAnnotator(city, document);
      return [
        {
          source: `${city.id}/${document}`,
          titles: present(titles).map(annotate),
          texts: found.map(annotate),
          url,
        },
      ];
    };
    const roles = city.roles.flatMap((role) =>
      role.items.flatMap((item) =>
        toMention({
          ...role,
          url: item.url,
          titles: role.title === undefined ? role.labels : [role.title],
          texts: item.texts,
        }),
      ),
    );
    const isRole = ({ texts }: Quote) =>
      texts.some(({ plain }) =>
        roles.some((role) => role.texts.some((text) => plain.endsWith(text.plain))),
      );
    return {
      city,
      words,
      training: city.training.flatMap((course) =>
        toMention({
          ...course,
          titles: [course.name ?? course.category],
          texts: [course.detail, course.goal, ...course.items],
        }),
      ),
      initiatives: city.initiatives.flatMap((measure) =>
        toMention({
          ...measure,
          titles: [measure.title ?? measure.category],
          texts: [
            ...measure.texts.map(({ text }) => text),
            ...measure.items,
            measure.indicator?.name,
          ],
        }),
      ),
      roles,
      prose: quotesOf(city, words).filter((quote) => quote.record === undefined && !isRole(quote)),
    };
  });
}
