import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../../../scripts/read-content.ts';
import { toMatrixSheets } from '../../../../src/domain/data/matrix-sheets.ts';
import { REQUIREMENT_MARK, REQUIREMENT_VALUE } from '../../../../src/schemas/vocabulary.ts';

const { catalog } = readContent(path.resolve(import.meta.dirname, '../../../../content'));
const sheets = toMatrixSheets(catalog, '2026-11-21');

/** Rows of a sheet below its heads, without the heads of the rows. */
const cellsOf = (name: string) => {
  const sheet = sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`no sheet: ${name}`);
  return sheet.rows.slice(sheet.heads.rows).flatMap((row) => row.slice(sheet.heads.columns));
};

describe('toMatrixSheets', () => {
  test('begins with how to read the sheets, and says the edition', () => {
    expect(sheets[0]?.name).toBe('読み方');
    expect(sheets[0]?.rows[0]).toEqual(['職位と能力の表', '2026-11-21の版']);
  });

  test.each(catalog.cities)('has every cell of the matrix of $name, by its mark', (city) => {
    const own = cellsOf(city.name);
    for (const value of ['required', 'not-required', 'unknown'] as const) {
      const cells = city.requirements.filter(
        (cell) => cell.grade !== 'all' && cell.value === value,
      );
      expect(own.filter((cell) => cell === REQUIREMENT_MARK[value])).toHaveLength(cells.length);
    }
    expect(own.every((cell) => Object.values<unknown>(REQUIREMENT_MARK).includes(cell))).toBe(true);
  });

  test('writes every sentence out, and what is lost in words', () => {
    const withSentences = catalog.cities.filter(({ name }) =>
      sheets.some((sheet) => sheet.name === `${name}（文）`),
    );
    expect(withSentences.length).toBeGreaterThan(1);
    for (const city of withSentences) {
      const own = cellsOf(`${city.name}（文）`);
      const asked = city.requirements.filter((cell) => cell.grade !== 'all' && cell.statement);
      const words = new Set<unknown>(Object.values(REQUIREMENT_VALUE));
      expect(own.filter((cell) => !words.has(cell)).sort()).toEqual(
        asked.map(({ statement }) => statement).sort(),
      );
    }
  });

  test('leaves no cell blank', () => {
    for (const { rows, heads, name } of sheets.slice(1)) {
      const blanks = rows
        .slice(heads.rows)
        .flat()
        .filter((cell) => !cell);
      expect(blanks, name).toEqual([]);
    }
  });
});
