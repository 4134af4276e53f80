/**
 * Scripts for what few pages hold. Elements of one page each share code with the scripts of every page: loaded by these,
 * they need no file of its own for what is shared, which every page would have to fetch.
 */
const RARE: Readonly<Record<string, () => Promise<unknown>>> = {
  'booth-loop': () => import('./booth-loop.ts'),
  '.misprint': () => import('./misprint-notes.ts'),
  'near-pages': () => import('./near-pages.ts'),
  'shortcut-switch': () => import('./shortcut-switch.ts'),
};

for (const [selector, load] of Object.entries(RARE)) {
  if (document.querySelector(selector)) void load();
}
