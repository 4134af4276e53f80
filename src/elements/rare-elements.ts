/**
 * Elements of one page each that share code with the scripts of every page. Loaded by these, they need no file of its own
 * for what is shared, which every page would have to fetch.
 */
const RARE: Readonly<Record<string, () => Promise<unknown>>> = {
  'booth-loop': () => import('./booth-loop.ts'),
  'near-pages': () => import('./near-pages.ts'),
  'shortcut-switch': () => import('./shortcut-switch.ts'),
};

for (const [name, load] of Object.entries(RARE)) {
  if (document.querySelector(name)) void load();
}
