/// <reference types="vitest/config" />
import { getViteConfig } from 'astro/config';

export default getViteConfig({
  test: {
    environment: 'node',
    // Tests that read all content or all pages are slow on a busy machine without being wrong.
    testTimeout: 20_000,
    reporters: ['default', './tests/support/vitest-counts.ts'],
    // A forgotten `.only` would pass by testing next to nothing.
    allowOnly: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/{unit,components,content}/**/*.test.ts'],
        },
      },
      {
        extends: true,
        // Reads dist/, so the site must be built before.
        test: { name: 'site', include: ['tests/site/**/*.test.ts'] },
      },
    ],
  },
});
