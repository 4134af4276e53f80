import type { DataRow } from '../../schemas/data.ts';
import { buildLadders, type TrackPlan } from '../ladder.ts';
import type { Ability, SharedWord, CareerPath, City, Track } from '../model.ts';
import { addressIn, joinLines, placeOf, sectionOf } from './place.ts';

/** Rows of the career: grades, tracks and moves, abilities and what is asked of whom, roles, training. */

const phaseName = (path: CareerPath | undefined, id: string | undefined): string | null =>
  path?.phases.find((phase) => phase.id === id)?.name ?? null;

export function gradeRows(city: City): DataRow<'grades'>[] {
  return city.grades.map((grade) => {
    const { id, name, rank, layer, jobFamily, phase, salaryGrades, salaryGradesPrinted, typical } =
      grade;
    const place = { ...grade, url: `/${city.id}/grades/${id}/` };
    return {
      ...placeOf(place, { parts: [layer, phase, ...salaryGrades] }),
      id,
      name,
      rank,
      layer: layer?.name ?? null,
      jobFamily,
      phase: phaseName(city.careerPath, phase?.id),
      salaryGrades:
        salaryGrades.length > 0
          ? salaryGrades.map(({ level, duty }) =>
              duty === undefined ? level : `【${level}】${duty}`,
            )
          : salaryGradesPrinted === undefined
            ? []
            : [salaryGradesPrinted],
      yearsOfService: typical?.yearsOfService ?? null,
      age: typical?.age ?? null,
    };
  });
}

/** One row per phase text of a track, one per track that is only planned, with the words of the measure that says so. */
export function trackRows(city: City): DataRow<'tracks'>[] {
  const { careerPath: path } = city;
  const plans = new Map(
    buildLadders(city).flatMap(({ plans: own }) => own.map((plan) => [plan.track.id, plan])),
  );
  if (!path) return [];
  return path.tracks.flatMap((track) => {
    const plan = plans.get(track.id);
    return plan && track.texts.length === 0 ? [planRow(plan, path)] : phaseRows(track, path, city);
  });
}

function planRow({ track, initiative, texts }: TrackPlan, path: CareerPath): DataRow<'tracks'> {
  const { id, name, status, certainty } = track;
  const parts = initiative?.texts.filter(({ text }) => texts.includes(text)) ?? [];
  const place = placeOf({ ...(initiative ?? path), certainty }, { parts });
  return { ...place, id, name, status, phase: null, text: joinLines(texts) };
}

function phaseRows(
  { id, name, status, texts, certainty }: Track,
  path: CareerPath,
  city: City,
): DataRow<'tracks'>[] {
  const section = sectionOf(city, path.section);
  return texts.map(({ phase, label, text, note }, index) => ({
    ...placeOf({ ...path, url: addressIn(section, { texts: [text] }) ?? path.url, certainty }),
    id: `${id}.${index + 1}`,
    name,
    status,
    phase: phaseName(path, phase),
    text: joinLines([label, text, note]),
  }));
}

/** Every step of every ladder, as drawn: the written moves, and the printed order where none is written. */
export function moveRows(city: City): DataRow<'moves'>[] {
  return buildLadders(city).flatMap(({ moves, path }) =>
    moves.flatMap(({ from, to, track, basis }): DataRow<'moves'>[] => {
      const grade = city.grades.find(({ id }) => id === to);
      if (!grade) return [];
      const shown =
        path &&
        addressIn(sectionOf(city, path.section), { record: { collection: 'grades', id: to } });
      return [
        {
          ...placeOf(
            path && shown !== undefined
              ? { ...path, url: shown }
              : { ...grade, certainty: 'certain' },
          ),
          id: [from, to, track].filter(Boolean).join('.'),
          from,
          to,
          track: track ?? null,
          basis,
        },
      ];
    }),
  );
}

export function abilityRows(city: City): DataRow<'abilities'>[] {
  return city.abilities.map((ability) => {
    const { id, name, group, groupName = null, kind, concepts } = ability;
    const place = { ...ability, url: `/${city.id}/matrix/#a-${id}` };
    return {
      ...placeOf(place, { parts: [city.abilityGroups.find((one) => one.id === group)] }),
      id,
      name,
      group: groupName,
      kind,
      definition: joinLines(definitionOf(ability, city)),
      concepts: concepts.map(({ concept }) => concept),
    };
  });
}

/** Some abilities are defined by a printed note instead of a cell. */
function definitionOf({ definitions, note }: Ability, city: City): string[] {
  return definitions.length > 0
    ? definitions
    : (city.terms.find(({ id }) => id === note)?.definitions ?? []);
}

export function conceptRow({ id, name, description }: SharedWord): DataRow<'concepts'> {
  return {
    city: null,
    id,
    url: `/abilities/${id}/`,
    document: null,
    section: null,
    certainty: 'certain',
    omitted: false,
    name,
    description,
  };
}

export function requirementRows(city: City): DataRow<'requirements'>[] {
  return city.requirements.map((cell) => ({
    ...placeOf(cell, {
      omitted: cell.value === 'unknown',
      parts: [
        city.grades.find(({ id }) => id === cell.grade),
        city.abilities.find(({ id }) => id === cell.ability),
      ],
    }),
    id: cell.id,
    grade: cell.grade,
    gradeName: cell.gradeName,
    ability: cell.ability,
    abilityName: cell.abilityName,
    value: cell.value,
    statement: cell.statement ?? null,
    note: cell.note ?? null,
  }));
}

export function roleRows(city: City): DataRow<'roles'>[] {
  return city.roles.flatMap((role) => {
    const names = role.grades.flatMap(
      (grade) => city.grades.find(({ id }) => id === grade)?.name ?? [],
    );
    return role.items.map(({ id, name, texts, url }, index) => ({
      ...placeOf({ ...role, url }),
      id,
      grade: role.grades,
      gradeName: names.length > 0 ? names : role.labels,
      title: name ?? role.title ?? null,
      order: index + 1,
      text: texts.join('\n'),
    }));
  });
}

export function trainingRows(city: City): DataRow<'training'>[] {
  return city.training.map((course) => {
    const { id, category = null, name, target = null, goal = null } = course;
    const measure = city.initiatives.find((one) => one.id === course.initiative);
    const title = name ?? measure?.title ?? measure?.texts[0]?.text ?? null;
    return { ...placeOf(course), id, category, name: title, target, goal };
  });
}
