import type { Certainty } from '../schemas/vocabulary.ts';
import type { City, Grade, Requirement, Role } from './model.ts';

/** What a station of a ladder says of its grade in short; the grade's own page says it all. */
export interface GradeBrief {
  /** id of the grade. */
  grade: string;
  /** What the grade is there to do, in one sentence of the source; absent where the document has none. */
  role?: RoleSentence | undefined;
  /** How many abilities the source asks of the grade. */
  asked: number;
  /** Of how many abilities the source text no longer tells whether they are asked. */
  unknown: number;
}

/** One run of the source that tells what a grade is there to do. */
export interface RoleSentence {
  /** `role`: of the roles. `summary`: of a table that sums up a grade's abilities instead of naming them. */
  from: 'role' | 'summary';
  text: string;
  document: string;
  certainty: Certainty;
  certaintyReason?: string | undefined;
  /** Where it stands in the policy. */
  url: string;
}

/**
 * A grade in short. Its sentence is the first of the role that names the fewest grades, since that one is most its own;
 * where no role names it, the sentence that sums up its abilities.
 */
export function gradeBrief(city: City, grade: Grade): GradeBrief {
  const kindOf = new Map(city.abilities.map(({ id, kind }) => [id, kind]));
  const cells = city.requirements.filter((cell) => cell.grade === grade.id);
  const isSummary = ({ ability }: Requirement) => kindOf.get(ability) === 'summary';
  const single = cells.filter(({ ability }) => kindOf.get(ability) === 'ability');
  return {
    grade: grade.id,
    role: roleSentence(city.roles, grade) ?? summarySentence(cells.filter(isSummary)),
    asked: single.filter(({ value }) => value === 'required').length,
    unknown: single.filter(({ value }) => value === 'unknown').length,
  };
}

function summarySentence([cell]: readonly Requirement[]): RoleSentence | undefined {
  if (cell?.statement === undefined) return undefined;
  const { statement, document, certainty, certaintyReason, url } = cell;
  return { from: 'summary', text: statement, document, certainty, certaintyReason, url };
}

function roleSentence(roles: readonly Role[], { id }: Grade): RoleSentence | undefined {
  const [role] = roles
    .filter(({ grades }) => grades.includes(id))
    .toSorted((a, b) => a.grades.length - b.grades.length);
  const text = role?.items[0]?.texts[0];
  if (!role || text === undefined) return undefined;
  const { document, certainty, certaintyReason } = role;
  return {
    from: 'role',
    text,
    document,
    certainty,
    certaintyReason,
    url: role.items[0]?.url ?? role.url,
  };
}
