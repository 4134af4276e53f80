import { readWish, SHOWN } from './furigana-memory.ts';

// Runs in the head, before anything is painted, so that readings do not come in late.
document.documentElement.toggleAttribute(SHOWN, readWish() ?? false);
// Who starts at the top waits for no more than the first screens; who comes to a place needs the page whole.
document.documentElement.toggleAttribute('data-from-top', location.hash === '');
