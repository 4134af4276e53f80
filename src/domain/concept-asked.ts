import { ALL_GRADES, type ConceptMatch } from '../schemas/vocabulary.ts';
import { foldText } from '../text/normalise.ts';
import { conceptMembers, conceptWords, type ConceptMember } from './concepts.ts';
import { gradeChanges } from './grade-changes.ts';
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

const STEP_CHANGES = ['added', 'dropped', 'changed', 'same'] as const;

/** What a step is asked against the step below it. */
export type StepChange = (typeof STEP_CHANGES)[number];

/** One cell under a concept. */
export interface AskedCell {
  cell: Requirement;
  /** How near its ability is to the concept. */
  match: ConceptMatch;
  /** Absent on the first step, where neither asks it, and where the source lost one of the two. */
  change?: StepChange | undefined;
  /** The cell of the step below, where there is a change to tell. */
  before?: Requirement | undefined;
}

/** What a grade is asked under a concept: a cell for each of the city's abilities that its table has. */
export interface AskedGrade {
  /** Several where one printed table holds for all of them; the cells are those of the first. */
  grades: Grade[];
  cells: AskedCell[];
  /** Sentences that sum up all it is asked, where they name the concept by a word of the city's or of ours. */
  summaries: Requirement[];
}

/** The posts of one job family from entry upwards. */
export interface AskedFamily {
  jobFamily: JobFamily;
  posts: AskedGrade[];
}

/** What one city asks under a concept, of whom. */
export interface AskedOfCity {
  city: City;
  members: ConceptMember[];
  /** The job families whose tables have one of its abilities, as required, not required or unknown. */
  families: AskedFamily[];
  /** The job families whose tables name none of them; empty where the city has no such table at all. */
  silent: JobFamily[];
  /** What is asked of every member of staff. */
  askedOfAll: Requirement[];
  /** Abilities that no table of grades has. */
  untabled: Ability[];
  /** Why cells are unknown; each once. */
  omissions: Omission[];
}

/** What each city asks under a concept of the catalog, grade by grade. */
export function conceptAsked(catalog: Catalog, concept: AbilityConcept): AskedOfCity[] {
  return conceptMembers(catalog, concept.id).map(({ city, members }) => {
    const abilities = new Set(members.map(({ ability }) => ability.id));
    const cells = city.requirements.filter(({ ability }) => abilities.has(ability));
    const tabled = cells.filter(({ grade }) => grade !== ALL_GRADES);
    const matchOf = ({ ability: own }: Requirement) =>
      members.find(({ ability }) => ability.id === own)?.match ?? 'part';
    const summaries = summariesNaming(city, conceptWords(concept, members));
    const all = city.jobFamilies.map((jobFamily) => ({
      jobFamily,
      posts: gradesByTable(city, jobFamily).map((grades) => ({
        grades,
        cells: askedCells(city, grades, tabled).map((asked) => ({
          ...asked,
          match: matchOf(asked.cell),
        })),
        summaries: summaries.filter((cell) => cell.grade === grades[0]?.id),
      })),
    }));
    const isNamed = ({ posts }: AskedFamily) =>
      posts.some((post) => post.cells.some(({ cell }) => cell.value !== 'not-listed'));
    const reasons = new Set(tabled.map(({ omission }) => omission));
    return {
      city,
      members,
      families: all.filter(isNamed),
      silent:
        tabled.length === 0
          ? []
          : all
              .filter((family) => family.posts.length > 0 && !isNamed(family))
              .map(({ jobFamily }) => jobFamily),
      askedOfAll: cells.filter(({ grade }) => grade === ALL_GRADES),
      untabled: members
        .map(({ ability }) => ability)
        .filter((ability) => !cells.some((cell) => cell.ability === ability.id)),
      omissions: city.omissions.filter((omission) => reasons.has(omission.id)),
    };
  });
}

function summariesNaming(city: City, words: readonly string[]): Requirement[] {
  const folded = words.map(foldText);
  const isSummary = new Set(
    city.abilities.filter(({ kind }) => kind === 'summary').map(({ id }) => id),
  );
  return city.requirements.filter(
    ({ ability, statement = '' }) =>
      isSummary.has(ability) && folded.some((word) => foldText(statement).includes(word)),
  );
}

/** The grades of a family from entry upwards; those of one rung that share one printed table together. */
function gradesByTable({ grades }: City, jobFamily: JobFamily): Grade[][] {
  const own = grades.filter((grade) => grade.jobFamily === jobFamily.id);
  const tableOf = ({ id, sharesTableWith = id, rank, rung }: Grade) =>
    [sharesTableWith, rung?.id ?? rank].join(' ');
  return [...Map.groupBy(own, tableOf).values()];
}

function askedCells(
  city: City,
  [grade]: readonly Grade[],
  tabled: readonly Requirement[],
): Omit<AskedCell, 'match'>[] {
  if (!grade) return [];
  const below = city.grades.findLast(
    ({ jobFamily, rank }) => jobFamily === grade.jobFamily && rank < grade.rank,
  );
  const changes = below && gradeChanges(city, below, grade);
  return tabled
    .filter((cell) => cell.grade === grade.id)
    .map((cell): Omit<AskedCell, 'match'> => {
      for (const change of STEP_CHANGES) {
        const pair = changes?.[change].find(({ to }) => to === cell);
        if (pair) return { cell, change, before: pair.from };
      }
      return { cell };
    });
}

/** One rung with what each city's grades on it are asked. */
export interface AskedRung {
  rung: SharedWord;
  /** One per city of `cities`, in their order; empty for a city without such a grade. */
  posts: AskedGrade[][];
}

/**
 * The first job family of each city, the general one, set out by our rungs from entry upwards. Cities whose table for
 * it has none of the abilities, and rungs on which no city has a grade, are left out.
 */
export function askedByRung(
  rungs: readonly SharedWord[],
  asked: readonly AskedOfCity[],
): { cities: City[]; rungs: AskedRung[] } {
  const columns = asked.flatMap(({ city, families }) => {
    const general = families.find(({ jobFamily }) => jobFamily.id === city.jobFamilies[0]?.id);
    return general ? [{ city, posts: general.posts }] : [];
  });
  return {
    cities: columns.map(({ city }) => city),
    rungs: rungs
      .map((rung) => ({
        rung,
        posts: columns.map(({ posts }) =>
          posts.filter(({ grades }) => grades.some((grade) => grade.rung?.id === rung.id)),
        ),
      }))
      .filter(({ posts }) => posts.some((own) => own.length > 0)),
  };
}
