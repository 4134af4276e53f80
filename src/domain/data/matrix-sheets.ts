import { REQUIREMENT_MARK, REQUIREMENT_VALUE, keysOf } from '../../schemas/vocabulary.ts';
import { buildMatrix, type AbilityMatrix } from '../ability-matrix.ts';
import type { Catalog, City, Requirement } from '../model.ts';

/** One sheet of the workbook of matrices, as rows of text. */
export interface MatrixSheet {
  name: string;
  rows: (string | undefined)[][];
  /** Head rows and columns, which stay in view. */
  heads: { rows: number; columns: number };
  /** Whether the cells are sentences, which want room. */
  isProse: boolean;
}

const HEAD_ROWS = 2;
const HEAD_COLUMNS = 2;

/**
 * The matrices of all cities for a spreadsheet: how to read them, then for each city its marks and, where its source
 * prints sentences, the same cells in words. What the source lost is said in its cell, never left blank.
 * @param edition day of the edition, ISO
 */
export function toMatrixSheets({ cities }: Catalog, edition: string): MatrixSheet[] {
  const sheets = cities.flatMap((city) => {
    const matrix = buildMatrix(city);
    if (!matrix) return [];
    const marks = sheetOf(city.name, matrix, ({ value }) => REQUIREMENT_MARK[value]);
    const hasSentences = matrix.families.some(({ rows }) =>
      rows.some(({ cells }) => cells.some(({ statement }) => statement !== undefined)),
    );
    return hasSentences
      ? [
          marks,
          {
            ...sheetOf(`${city.name}（文）`, matrix, wordsOf),
            isProse: true,
          },
        ]
      : [marks];
  });
  return [guide(cities, edition), ...sheets];
}

function sheetOf(
  name: string,
  { groups, families }: AbilityMatrix,
  textOf: (cell: Requirement) => string,
): MatrixSheet {
  const abilities = groups.flatMap((group) => group.abilities);
  return {
    name,
    rows: [
      [undefined, undefined, ...groups.flatMap((group) => group.abilities.map(() => group.name))],
      ['職種', '職位', ...abilities.map((ability) => ability.name)],
      ...families.flatMap(({ jobFamily, rows }) =>
        rows.map(({ grade, cells }) => [jobFamily.name, grade.name, ...cells.map(textOf)]),
      ),
    ],
    heads: { rows: HEAD_ROWS, columns: HEAD_COLUMNS },
    isProse: false,
  };
}

/** The sentence of a cell; a cell without one in words. */
function wordsOf({ statement, value }: Requirement): string {
  return statement ?? REQUIREMENT_VALUE[value];
}

function guide(cities: readonly City[], edition: string): MatrixSheet {
  return {
    name: '読み方',
    rows: [
      ['職位と能力の表', `${edition}の版`],
      ...keysOf(REQUIREMENT_VALUE).map((value) => [
        REQUIREMENT_MARK[value],
        REQUIREMENT_VALUE[value],
      ]),
      [undefined, undefined],
      ['出典', undefined],
      ...cities.flatMap((city) => city.documents.map(({ title }) => [city.name, title])),
    ],
    heads: { rows: 1, columns: 1 },
    isProse: false,
  };
}
