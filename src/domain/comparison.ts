import {
  SAYS_IN_PART,
  SAYS_LOST,
  SAYS_NO_WORD,
  SAYS_PARTLY_LOST,
  judgeRow,
  type RowVerdict,
  type Said,
} from '../text/aligned-rows.ts';
import { aloneCell, conceptCell, countCell, summaryCell } from './comparison-abilities.ts';
import {
  familyCell,
  layerCell,
  phaseCell,
  rolesCell,
  rungCell,
  salaryCell,
  stepCell,
  trainingCell,
  typicalCell,
  type ComparisonCell,
} from './comparison-cells.ts';
import type { AbilityConcept, Catalog, City, Grade } from './model.ts';

export const COMPARISON_SECTIONS = {
  place: '職位の位置',
  roles: '役割',
  abilities: '求められる能力と姿勢',
  training: '研修',
} as const;

export type ComparisonSection = keyof typeof COMPARISON_SECTIONS;

/** What is set side by side in one row; its words are ours. */
export interface ComparisonRow {
  /** `salary`, `concept.handan`: stable, since rows are joined by it. */
  id: string;
  section: ComparisonSection;
  label: string;
  /** What to know of the row, in a sentence. */
  about?: string | undefined;
  concept?: AbilityConcept | undefined;
  /** Heading of ours over rows that follow one another. */
  group?: string | undefined;
}

/** One grade with its cells, one per row of `comparisonRows`, in that order. */
export interface ComparisonColumn {
  /** `otaru.kacho`, as addresses name it. */
  id: string;
  city: City;
  grade: Grade;
  cells: ComparisonCell[];
}

export interface Comparison {
  columns: ComparisonColumn[];
  /** Rows in which some column has a word, with one cell per column. */
  rows: ComparedRow[];
}

export interface ComparedRow extends ComparisonRow {
  cells: ComparisonCell[];
  verdict: RowVerdict;
}

type CellOf = (catalog: Catalog, city: City, grade: Grade) => ComparisonCell;
type PlannedRow = ComparisonRow & { cellOf: CellOf };

/** Every row that a comparison can have, in order, with what fills it. Concepts stand between what comes before and after them. */
function plannedRows({ concepts }: Catalog): PlannedRow[] {
  const ofCity =
    (cell: (city: City, grade: Grade) => ComparisonCell): CellOf =>
    (_, city, grade) =>
      cell(city, grade);
  return [
    {
      id: 'rung',
      section: 'place',
      label: '段',
      about: '市どうしをくらべるための段です（編集部による）。',
      cellOf: rungCell,
    },
    { id: 'family', section: 'place', label: '職種', cellOf: ofCity(familyCell) },
    {
      id: 'step',
      section: 'place',
      label: '並び',
      about: '出典の並び順での位置です。',
      cellOf: ofCity(stepCell),
    },
    { id: 'layer', section: 'place', label: '区分', cellOf: ofCity(layerCell) },
    { id: 'phase', section: 'place', label: '時期', cellOf: ofCity(phaseCell) },
    { id: 'salary', section: 'place', label: '職務級', cellOf: ofCity(salaryCell) },
    { id: 'typical', section: 'place', label: '経験年数と年齢', cellOf: ofCity(typicalCell) },
    { id: 'roles', section: 'roles', label: '役割', cellOf: ofCity(rolesCell) },
    {
      id: 'count',
      section: 'abilities',
      label: '能力の表',
      about: '市の能力表のうち、この職位に求められる数です。',
      cellOf: ofCity(countCell),
    },
    { id: 'summary', section: 'abilities', label: '能力のまとめの文', cellOf: ofCity(summaryCell) },
    ...concepts.map((concept): PlannedRow => ({
      id: `concept.${concept.id}`,
      section: 'abilities',
      label: concept.name,
      concept,
      group: concept.group,
      cellOf: ofCity((city, grade) => conceptCell(concepts, city, grade, concept)),
    })),
    {
      id: 'alone',
      section: 'abilities',
      label: 'ほかにない言葉',
      group: 'そのほか',
      about: 'どの概念にも入れていない、その市だけの言葉です（編集部による）。',
      cellOf: ofCity(aloneCell),
    },
    { id: 'training', section: 'training', label: '名指しの研修', cellOf: ofCity(trainingCell) },
  ];
}

/** The rows of every comparison, without cells. */
export function comparisonRows(catalog: Catalog): ComparisonRow[] {
  return plannedRows(catalog).map(({ cellOf: _, ...row }) => row);
}

/** Id of a grade across cities: `otaru.kacho`. */
export function columnId({ city, id }: Pick<Grade, 'city' | 'id'>): string {
  return `${city}.${id}`;
}

/** Every grade of every city as a column, aligned with all others once and for all. */
export function comparisonColumns(catalog: Catalog): ComparisonColumn[] {
  const toColumn = columnMaker(catalog);
  return catalog.cities.flatMap((city) => city.grades.map((grade) => toColumn(city, grade)));
}

function columnMaker(catalog: Catalog): (city: City, grade: Grade) => ComparisonColumn {
  const rows = plannedRows(catalog);
  return (city, grade) => ({
    id: columnId(grade),
    city,
    grade,
    cells: rows.map(({ cellOf }) => cellOf(catalog, city, grade)),
  });
}

/**
 * Sets grades side by side, row by row.
 * @param selection ids of grades as `<city>.<grade>`, in the order of the columns; throws on one that there is not
 */
export function compareGrades(catalog: Catalog, selection: readonly string[]): Comparison {
  const toColumn = columnMaker(catalog);
  const all = catalog.cities.flatMap((city) => city.grades.map((grade) => ({ city, grade })));
  const columns = selection.map((id) => {
    const chosen = all.find(({ grade }) => columnId(grade) === id);
    if (!chosen) throw new Error(`unknown grade: ${id}`);
    return toColumn(chosen.city, chosen.grade);
  });
  const rows = comparisonRows(catalog).map((row, index): ComparedRow => {
    const cells = columns.map(({ cells: own }) => own[index]).filter((cell) => cell !== undefined);
    return { ...row, cells, verdict: judgeRow(cells) };
  });
  return { columns, rows: rows.filter(({ verdict }) => verdict !== 'empty') };
}

/** Cells as the browser needs them: each distinct one once, since grades of a city share many. */
export interface ComparisonStore {
  cells: StoredCell[];
  /** Per column the numbers of its cells, row by row. */
  columns: { column: ComparisonColumn; numbers: number[] }[];
}

export interface StoredCell {
  city: City;
  cell: ComparisonCell;
  /** What the cell says, for comparing: long words are replaced by numbers, equal where the words are equal. */
  said: Said;
}

/** What cells may say that the rule of comparison knows by name. */
const TELLING: ReadonlySet<string> = new Set([
  SAYS_IN_PART,
  SAYS_LOST,
  SAYS_NO_WORD,
  SAYS_PARTLY_LOST,
]);

/** Takes all columns apart into distinct cells. */
export function storeColumns(columns: readonly ComparisonColumn[]): ComparisonStore {
  const cells: StoredCell[] = [];
  const numbers = new Map<string, number>();
  const wordNumbers = new Map<string, number>();
  const numberOf = (known: Map<string, number>, key: string): number => {
    const number = known.get(key) ?? known.size;
    known.set(key, number);
    return number;
  };
  const shorten = (said: string): string =>
    TELLING.has(said) ? said : String(numberOf(wordNumbers, said));
  const store = ({ city }: ComparisonColumn, cell: ComparisonCell): number => {
    const number = numberOf(numbers, JSON.stringify(cell));
    const said = { city: city.id, says: shorten(cell.says), words: shorten(cell.words) };
    cells[number] ??= { city, cell, said };
    return number;
  };
  return {
    columns: columns.map((column) => ({
      column,
      numbers: column.cells.map((cell) => store(column, cell)),
    })),
    cells,
  };
}
