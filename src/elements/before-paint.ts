import { readWish, SHOWN } from './furigana-memory.ts';

// Runs in the head, before anything is painted, so that readings do not come in late.
const root = document.documentElement;
root.toggleAttribute(SHOWN, readWish() ?? false);
// Who starts at the top waits for no more than the first screens; who comes to a place needs the page whole.
root.toggleAttribute('data-from-top', location.hash === '');
// Who comes with a question to the search page is shown the answer where it will stand, and nothing before it.
root.toggleAttribute(
  'data-asked',
  (new URLSearchParams(location.search).get('q') ?? '').trim() !== '',
);
