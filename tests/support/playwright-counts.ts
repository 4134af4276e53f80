import type { FullConfig, Reporter, Suite } from '@playwright/test/reporter';
import { writeCounts } from './counts.ts';

/** Counts tests; an error outside any test and a test that was never reached count as failed ones. */
export default class CountsReporter implements Reporter {
  #suite: Suite | undefined;
  #errors = 0;

  onBegin(_config: FullConfig, suite: Suite): void {
    this.#suite = suite;
  }

  onError(): void {
    this.#errors += 1;
  }

  onEnd(): void {
    const counts = { passed: 0, failed: this.#errors, skipped: 0 };
    for (const test of this.#suite?.allTests() ?? []) {
      if (test.results.length === 0 || test.outcome() === 'unexpected') counts.failed += 1;
      else if (test.outcome() === 'skipped') counts.skipped += 1;
      else counts.passed += 1;
    }
    writeCounts(counts);
  }

  printsToStdio(): boolean {
    return false;
  }
}
