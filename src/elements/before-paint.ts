import { readWish, SHOWN } from './furigana-memory.ts';

const FROM_TOP = 'data-from-top';

// Runs in the head, before anything is painted, so that readings do not come in late.
const root = document.documentElement;
root.toggleAttribute(SHOWN, readWish() ?? false);
// Who starts at the top waits for no more than the first screens; who goes to a place needs the page whole, to land there
// and stay. No style asks for `:target`: while a page comes in, `:root:has()` has all of it matched anew at every piece.
root.toggleAttribute(FROM_TOP, location.hash === '');
document.addEventListener('click', ({ target }) => {
  const link = target instanceof Element ? target.closest('a') : null;
  if (link?.hash && link.pathname === location.pathname) root.removeAttribute(FROM_TOP);
});
// Who comes with a question to the search page is shown the answer where it will stand, and nothing before it.
root.toggleAttribute(
  'data-asked',
  (new URLSearchParams(location.search).get('q') ?? '').trim() !== '',
);
