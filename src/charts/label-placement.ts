/** A label along one line: where it would like its middle to be, and the room it takes. */
export interface Wish {
  at: number;
  size: number;
}

/**
 * Moves labels along a line until none touches another, each as little as possible and in their order.
 * Returns the middles in the order of the wishes. Where the room is too small for all, they go on beyond its end.
 */
export function spread(
  wishes: readonly Wish[],
  [low, high]: readonly [number, number],
  gap = 0,
): number[] {
  interface Group {
    members: { index: number; size: number }[];
    /** Where the group begins. */
    start: number;
    length: number;
  }
  const groups: Group[] = [];
  const order = [...wishes.keys()].sort(
    (a, b) => (wishes[a]?.at ?? 0) - (wishes[b]?.at ?? 0) || a - b,
  );
  const settle = (group: Group): void => {
    // The middle way between what its members wish for.
    let before = 0;
    const starts = group.members.map(({ index, size }) => {
      const start = (wishes[index]?.at ?? 0) - size / 2 - before;
      before += size + gap;
      return start;
    });
    const mean = starts.reduce((sum, start) => sum + start, 0) / starts.length;
    group.start = Math.max(low, Math.min(mean, high - group.length));
  };
  for (const index of order) {
    const size = wishes[index]?.size ?? 0;
    let group: Group = { members: [{ index, size }], start: 0, length: size };
    settle(group);
    for (let last = groups.at(-1); last; last = groups.at(-1)) {
      if (last.start + last.length + gap <= group.start + 1e-9) break;
      groups.pop();
      group = {
        members: [...last.members, ...group.members],
        start: 0,
        length: last.length + gap + group.length,
      };
      settle(group);
    }
    groups.push(group);
  }
  const middles: number[] = wishes.map(({ at }) => at);
  for (const { members, start } of groups) {
    let at = start;
    for (const { index, size } of members) {
      middles[index] = at + size / 2;
      at += size + gap;
    }
  }
  return middles;
}

/**
 * Gives each stretch the first lane where it touches none before it, from the left on. Returns the lanes in the order
 * of the stretches.
 */
export function lanes(
  stretches: readonly (readonly [from: number, to: number])[],
  gap = 0,
): number[] {
  const ends: number[] = [];
  const lane: number[] = stretches.map(() => 0);
  const order = [...stretches.keys()].sort(
    (a, b) => (stretches[a]?.[0] ?? 0) - (stretches[b]?.[0] ?? 0) || a - b,
  );
  for (const index of order) {
    const [from, to] = stretches[index] ?? [0, 0];
    const free = ends.findIndex((end) => end + gap <= from);
    const chosen = free < 0 ? ends.length : free;
    ends[chosen] = to;
    lane[index] = chosen;
  }
  return lane;
}
