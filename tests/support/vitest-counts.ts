import type { Reporter, TestModule } from 'vitest/node';
import { writeCounts } from './counts.ts';

/** Counts tests; a file that could not be loaded or an error outside any test counts as a failed one. */
export default class CountsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const states = tests.map((test) => test.result().state);
    const failedTests = states.filter((state) => state === 'failed').length;
    const brokenSuites = modules
      .flatMap((module) => [module, ...module.children.allSuites()])
      .filter((suite) => suite.errors().length > 0).length;
    writeCounts({
      passed: states.filter((state) => state === 'passed').length,
      failed: failedTests + brokenSuites + unhandledErrors.length,
      skipped: states.filter((state) => state === 'skipped').length,
    });
  }
}
