import type { APIRoute } from 'astro';
import { unzipSync } from 'fflate';
import writeWorkbook from 'write-excel-file/node';
import { getCatalog, getUpdates } from '../../catalog.ts';
import { toMatrixSheets, type MatrixSheet } from '../../domain/data/matrix-sheets.ts';
import { zipOf } from './_archive.ts';

/** Widths in characters of the sheet's own font. */
const WIDTH = { head: 24, mark: 10, prose: 48 };

export const GET: APIRoute = async () => {
  const edition = getUpdates()[0]?.date ?? '';
  const sheets = toMatrixSheets(await getCatalog(), edition);
  const workbook = await writeWorkbook(sheets.map(formatted)).toBuffer();
  // The writer stamps every part with the clock; packed again, two builds are the same.
  return new Response(zipOf(unzipSync(workbook), edition), {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    },
  });
};

/** Heads bold and frozen, long texts wrapped. */
function formatted({ name, rows, heads, isProse }: MatrixSheet) {
  const columns = rows[0]?.length ?? 0;
  return {
    sheet: name,
    stickyRowsCount: heads.rows,
    stickyColumnsCount: heads.columns,
    columns: Array.from({ length: columns }, (_, column) => ({
      width: column < heads.columns ? WIDTH.head : isProse ? WIDTH.prose : WIDTH.mark,
    })),
    data: rows.map((row, y) =>
      row.map((value, x) => {
        if (value === undefined) return null;
        const isHead = y < heads.rows || x < heads.columns;
        return {
          value,
          type: String,
          wrap: true,
          alignVertical: 'top' as const,
          ...(isHead ? { fontWeight: 'bold' as const } : {}),
        };
      }),
    ),
  };
}
