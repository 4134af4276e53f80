import {
  ALL_GRADES,
  type ConceptMatch,
  type ConceptValue,
  type RequirementValue,
} from '../schemas/vocabulary.ts';
import { conceptGroups, conceptMembers, type ConceptMember } from './concepts.ts';
import type {
  Ability,
  AbilityConcept,
  Catalog,
  City,
  Grade,
  JobFamily,
  Omission,
  Requirement,
  SharedWord,
} from './model.ts';

/** Our concepts × our rungs, city by city: what the cities ask under a concept, laid side by side. */
export interface ConceptMatrix {
  /** The rungs on which some city has a general grade, from entry upwards. */
  rungs: SharedWord[];
  cities: ConceptCity[];
  /** Concepts under their headings, in our order. */
  groups: { name?: string | undefined; rows: ConceptRow[] }[];
}

/** A city's columns. */
export interface ConceptCity {
  city: City;
  /** The first job family of the city, the general one: its grades alone are set out. */
  jobFamily?: JobFamily | undefined;
  /** Its grades on each rung of the matrix; several where the source has several titles there, none where it has none. */
  grades: Grade[][];
}

export interface ConceptRow {
  concept: AbilityConcept;
  /** One per city. */
  cities: ConceptCells[];
}

/** One concept in one city. */
export interface ConceptCells {
  city: City;
  /** The city's own words for the concept. */
  members: ConceptMember[];
  /** One per rung. */
  cells: ConceptCell[];
  /** Other job families of the city that are asked for it, in the city's order. */
  elsewhere: JobFamily[];
  /** Why cells are unknown; each once. */
  omissions: Omission[];
}

export interface ConceptCell {
  rung: SharedWord;
  value: ConceptValue;
  /** What the value is read from: the cells of the grades on this rung, then what is asked of all. */
  behind: Requirement[];
}

/** Lays the concepts of a catalog out over the rungs of its cities. */
export function conceptMatrix(catalog: Catalog): ConceptMatrix {
  const general = catalog.cities.map((city) => {
    const [jobFamily] = city.jobFamilies;
    const grades = city.grades.filter((grade) => grade.jobFamily === jobFamily?.id);
    return { city, jobFamily, grades };
  });
  const rungs = catalog.rungs.filter(({ id }) =>
    general.some(({ grades }) => grades.some(({ rung }) => rung?.id === id)),
  );
  const cities = general.map(({ city, jobFamily, grades }) => ({
    city,
    jobFamily,
    grades: rungs.map(({ id }) => grades.filter(({ rung }) => rung?.id === id)),
  }));
  return {
    rungs,
    cities,
    groups: conceptGroups(catalog.concepts).map(({ name, concepts }) => ({
      name,
      rows: concepts.map((concept) => ({
        concept,
        cities: conceptMembers(catalog, concept.id).map(({ members }, index) => {
          const column = cities[index];
          if (!column) throw new Error(`no column for a city of: ${concept.id}`);
          return conceptCells(column, rungs, members);
        }),
      })),
    })),
  };
}

function conceptCells(
  { city, jobFamily, grades }: ConceptCity,
  rungs: readonly SharedWord[],
  members: ConceptMember[],
): ConceptCells {
  const abilities = new Set(members.map(({ ability }) => ability.id));
  const own = city.requirements.filter(({ ability }) => abilities.has(ability));
  const ofAll = own.filter(({ grade }) => grade === ALL_GRADES);
  const asked = new Set(
    own
      .filter(({ value, grade }) => value === 'required' && grade !== ALL_GRADES)
      .map(({ grade }) => grade),
  );
  const reasons = new Set(own.map(({ omission }) => omission));
  return {
    city,
    members,
    cells: rungs.map((rung, index) => {
      const here = new Set((grades[index] ?? []).map(({ id }) => id));
      const tabled = own.filter(({ grade }) => here.has(grade));
      return {
        rung,
        value: here.size === 0 ? 'no-grade' : combinedValue(members, tabled, ofAll),
        behind: here.size === 0 ? [] : [...tabled, ...ofAll],
      };
    }),
    elsewhere: city.jobFamilies.filter(
      ({ id }) =>
        id !== jobFamily?.id &&
        city.grades.some((grade) => grade.jobFamily === id && asked.has(grade.id)),
    ),
    omissions: city.omissions.filter(({ id }) => reasons.has(id)),
  };
}

/**
 * One value for the cells of several words and several grades. What is asked counts before what is not: one `required`
 * is enough, be it in the table or, next, of all staff. Where all that is asked are words for a part of the concept, the
 * value says so: the concept itself is not asked. A lost value counts before 'no': where one of several is lost, nobody
 * can say that nothing is asked. A stated 'no' counts before silence. Without a cell the city has words for it that no
 * table of grades uses, or has no word at all; neither is a 'no'.
 */
export function combinedValue(
  members: readonly { ability: Pick<Ability, 'id'>; match: ConceptMatch }[],
  tabled: readonly Pick<Requirement, 'ability' | 'value'>[],
  ofAll: readonly Pick<Requirement, 'ability'>[],
): Exclude<ConceptValue, 'no-grade'> {
  const whole = new Set(
    members.filter(({ match }) => match !== 'part').map(({ ability }) => ability.id),
  );
  const has = (wanted: RequirementValue) => tabled.some(({ value }) => value === wanted);
  if (tabled.some(({ ability, value }) => value === 'required' && whole.has(ability)))
    return 'required';
  if (ofAll.some(({ ability }) => whole.has(ability))) return 'asked-of-all';
  if (has('required') || ofAll.length > 0) return 'required-in-part';
  if (has('unknown')) return 'unknown';
  if (has('not-required')) return 'not-required';
  if (has('not-listed')) return 'not-listed';
  return members.length > 0 ? 'untabled' : 'no-words';
}
