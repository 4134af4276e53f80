/** What can take the focus. */
export type Stop = HTMLElement | SVGElement;

/** One place of a grid: the element that is lit there and, if it can be focused, its stop. */
export interface Place {
  mark: Element;
  stop: Stop | undefined;
}

/** Rows of places; gaps are passed over. */
export type Grid = readonly (readonly (Place | undefined)[])[];

export interface Position {
  grid: Grid;
  row: number;
  column: number;
}

const MOVES: Record<string, readonly [row: number, column: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Tab reaches one stop of a grid and no other. */
export function chooseStop(grid: Grid, chosen: Stop | undefined): void {
  for (const stop of stopsOf(grid)) stop.setAttribute('tabindex', stop === chosen ? '0' : '-1');
}

export function stopsOf(grid: Grid): Stop[] {
  return grid.flatMap((row) => row.flatMap((place) => place?.stop ?? []));
}

export function placeAt({ grid, row, column }: Position): Place | undefined {
  return grid[row]?.[column];
}

/**
 * Where a key leads from here: the nearest stop by arrow, the ends of the row by Home and End, those of the grid with
 * Ctrl. `stay`: a key of the grid that leads nowhere from here; `undefined`: no key of a grid.
 */
export function stopByKey(here: Position, event: KeyboardEvent): Stop | 'stay' | undefined {
  if (event.altKey || event.metaKey) return undefined;
  const step = event.ctrlKey ? undefined : MOVES[event.key];
  if (step) return nextStop(here, step) ?? 'stay';
  if (event.key !== 'Home' && event.key !== 'End') return undefined;
  const stops = stopsOf(event.ctrlKey ? here.grid : [here.grid[here.row] ?? []]);
  return stops.at(event.key === 'Home' ? 0 : -1) ?? 'stay';
}

/** The nearest stop in one direction; places without one are passed over. */
function nextStop(
  { grid, row, column }: Position,
  [down, right]: readonly [number, number],
): Stop | undefined {
  for (let y = row + down, x = column + right; ; y += down, x += right) {
    const places = grid[y];
    if (!places || x < 0 || x >= places.length) return undefined;
    const stop = places[x]?.stop;
    if (stop) return stop;
  }
}
