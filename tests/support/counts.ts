import { writeFileSync } from 'node:fs';

/** What one test runner counted; scripts/test.ts adds them up. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** Names the file that a runner writes its counts to. Not set when a runner is called by hand. */
export const COUNTS_FILE = 'HASHIGO_COUNTS_FILE';

/** Leaves the counts for scripts/test.ts, if that is what runs the tests. */
export function writeCounts(counts: Counts): void {
  const file = process.env[COUNTS_FILE];
  if (file) writeFileSync(file, JSON.stringify(counts));
}
