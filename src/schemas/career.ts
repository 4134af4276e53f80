import { z } from 'astro/zod';
import {
  certaintyFields,
  choice,
  editorialText,
  id,
  lines,
  placeFields,
  policyText,
  recordFields,
} from './fields.ts';
import {
  ABILITY_KIND,
  CONCEPT_MATCH,
  MOVE_BASIS,
  REQUIREMENT_VALUE,
  TRACK_STATUS,
} from './vocabulary.ts';

/** One cell of a city's matrix: what one grade is asked of one ability. */
const requirementSchema = z.strictObject({
  /** id of an ability of the same city. */
  ability: id,
  /** As the source says it. What the table does not name is not written here: matrix.mdx says what its absence means. */
  value: choice(REQUIREMENT_VALUE),
  /** The sentence of the policy, where there is one. */
  statement: policyText.optional(),
  /** id of the term (note ※1 …) printed at this cell. */
  note: id.optional(),
  lines,
  ...certaintyFields,
});

/** Our own place of a grade on the rungs that all cities share. */
const rung = z.strictObject({ id, reason: editorialText });

const RANK = 'rankは1（入口）から始まる整数で書いてください';

/** `content/<city>/grades/<grade>.mdx`: one post of one job family, with its row of the matrix. The file's name is its id. */
export const gradeSchema = z.strictObject({
  ...placeFields,
  lines,
  /** Name as printed at the head of its table. */
  name: policyText,
  /** Other names the source prints for the same post: 部長, 部長級. */
  alsoPrinted: z.array(policyText).default([]),
  /** 1 = entry; by the printed order within the job family. */
  rank: z.number(RANK).int(RANK).positive(RANK),
  /** id of a job family of city.mdx. */
  jobFamily: id,
  rung: rung.optional(),
  /** 一般職員・監督職員・管理職員: only where the source puts the grade there. */
  layer: z.strictObject({ name: policyText, lines, ...certaintyFields }).optional(),
  /** 職務級 and the duty printed with each. */
  salaryGrades: z
    .array(
      z.strictObject({ level: policyText, duty: policyText.optional(), lines, ...certaintyFields }),
    )
    .default([]),
  /** The cell as printed, where the source prints one for all (7級・8級, 5・4・3級, －). */
  salaryGradesPrinted: policyText.optional(),
  /** id of a phase of ladder.mdx. */
  phase: z.strictObject({ id, ...certaintyFields }).optional(),
  /** Typical year of service and age, only where stated. */
  typical: z
    .strictObject({
      yearsOfService: z.number().positive(),
      age: z.number().positive(),
      printed: policyText,
      lines,
    })
    .optional(),
  /** id of the term printed as a note at the grade's own name. */
  note: id.optional(),
  /** Head of its table as printed, where that says more than the name: 主任職・主事職. */
  tableHead: policyText.optional(),
  /** Name as printed in the career path table, where it differs: 部長. */
  careerPathName: policyText.optional(),
  /** id of the grade whose file holds the table that both share. */
  sharesTableWith: id.optional(),
  requirements: z.array(requirementSchema).default([]),
  ...certaintyFields,
});

const conceptLink = z.strictObject({
  /** id of a shared concept in content/concepts. */
  concept: id,
  match: choice(CONCEPT_MATCH),
  reason: editorialText,
});

/** `content/<city>/abilities/*.mdx`: abilities or attitudes in the city's own groups. */
export const abilitiesSchema = z.strictObject({
  ...placeFields,
  /** Printed column heads, where it is a table: 区分, 定義. */
  columns: z.array(policyText).default([]),
  groups: z.array(
    z.strictObject({
      id,
      /** Heading of the group as printed; absent where the source text lost it. */
      name: policyText.optional(),
      kind: choice(ABILITY_KIND),
      /** The group's own definition, each sentence block a run of the source. Only if the prose does not hold it. */
      definition: policyText.optional(),
      /** true: asked of every member of staff; one requirement row with grade `all`. */
      askedOfAll: z.boolean().default(false),
      /** など, where the source ends its list so. */
      etc: policyText.optional(),
      ...certaintyFields,
      abilities: z
        .array(
          z.strictObject({
            id,
            name: policyText,
            /** Each a run of the source; two where one cell holds two statements. */
            definitions: z.array(policyText).default([]),
            /** id of the term printed as a note that defines it. */
            note: id.optional(),
            concepts: z.array(conceptLink).default([]),
            ...recordFields,
          }),
        )
        .min(1),
    }),
  ),
});

/** `content/<city>/matrix.mdx`: which abilities make the columns, and what an unwritten cell means. */
export const matrixSchema = z.strictObject({
  ...placeFields,
  lines,
  /** ids of ability groups, in printed order. */
  groups: z.array(id).min(1),
  /** What a cell without a requirement means in this city's table. */
  absent: z.enum(['not-listed', 'unknown'], {
    error: 'not-listed / unknown のどちらかで書いてください',
  }),
  /** id of the omission that explains the unknown cells. */
  omission: id.optional(),
  /** ids of further groups whose cells the source lost as a whole, and the omission that says so. */
  lostGroups: z.array(z.strictObject({ group: id, omission: id })).default([]),
  /** Printed sentences about the table, shown with it. */
  notes: z.array(z.strictObject({ text: policyText, lines })).default([]),
});

/** `content/<city>/ladder.mdx`: phases, tracks and moves between grades. */
export const ladderSchema = z.strictObject({
  ...placeFields,
  lines,
  /** Title as printed, where the source has one. */
  title: policyText.optional(),
  /** Printed column heads of the career path table. */
  columns: z.array(policyText).default([]),
  /** 時期, from entry upwards. */
  phases: z.array(z.strictObject({ id, name: policyText, lines, ...certaintyFields })).default([]),
  /** Printed notes on the figures (averages …). */
  notes: z.array(z.strictObject({ text: policyText, lines })).default([]),
  tracks: z
    .array(
      z.strictObject({
        id,
        name: policyText,
        status: choice(TRACK_STATUS),
        /** true: the common stretch before the tracks part. */
        common: z.boolean().default(false),
        /** id of the initiative that introduces or considers it. */
        initiative: id.optional(),
        lines,
        texts: z
          .array(
            z.strictObject({
              /** id of a phase, where the text belongs to one. */
              phase: id.optional(),
              /** 【事務職】 … as printed, without brackets. */
              label: policyText.optional(),
              text: policyText,
              /** ※ remark printed under the text. */
              note: policyText.optional(),
              lines,
            }),
          )
          .default([]),
        ...certaintyFields,
      }),
    )
    .default([]),
  /** Only moves that the source states, or that part tracks; without any, grades of a family follow one another by rank. */
  moves: z
    .array(
      z.strictObject({
        from: id,
        to: id,
        /** id of a track. */
        track: id.optional(),
        basis: choice(MOVE_BASIS),
        lines: lines.optional(),
      }),
    )
    .default([]),
  omissions: z.array(id).default([]),
});

/** `content/<city>/roles/*.mdx`: what a grade is there to do. */
export const rolesSchema = z.strictObject({
  ...placeFields,
  /** Printed column heads. */
  columns: z.array(policyText).default([]),
  roles: z.array(
    z.strictObject({
      id,
      /** ids of grades; empty where the source speaks of no grade (所属長, スタッフ). */
      grades: z.array(id).default([]),
      /** Label(s) as printed, one run each: 部長職 / 次長職. */
      labels: z.array(policyText).default([]),
      /** ◆ title under the grade: 理事. */
      title: policyText.optional(),
      /** Words printed beside the title: 特命事項の推進者. */
      tagline: policyText.optional(),
      lines,
      ...certaintyFields,
      items: z
        .array(
          z.strictObject({
            /** ①, ア … as printed. */
            mark: policyText.optional(),
            /** Name of the item where it has one: 戦略的活動. */
            name: policyText.optional(),
            /** Each paragraph a run of the source. */
            texts: z.array(policyText).min(1),
            lines,
          }),
        )
        .min(1),
    }),
  ),
});

/** `content/<city>/training/*.mdx`: courses and kinds of training. */
export const trainingSchema = z.strictObject({
  ...placeFields,
  columns: z.array(policyText).default([]),
  training: z.array(
    z.strictObject({
      id,
      category: policyText.optional(),
      /** Absent where the row has a category only. */
      name: policyText.optional(),
      /** Words in brackets after the name, without the brackets. */
      detail: policyText.optional(),
      target: policyText.optional(),
      goal: policyText.optional(),
      /** Names or bodies listed under it. */
      items: z.array(policyText).default([]),
      /** 等, など after the list. */
      etc: policyText.optional(),
      /** ids of the grades its target names. */
      grades: z.array(id).default([]),
      /** id of the initiative that is this course, so that it is not written twice. */
      initiative: id.optional(),
      ...recordFields,
    }),
  ),
});

export type GradeInput = z.infer<typeof gradeSchema>;
export type AbilitiesInput = z.infer<typeof abilitiesSchema>;
export type MatrixInput = z.infer<typeof matrixSchema>;
export type LadderInput = z.infer<typeof ladderSchema>;
export type RolesInput = z.infer<typeof rolesSchema>;
export type TrainingInput = z.infer<typeof trainingSchema>;
