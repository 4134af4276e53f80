import { readWish, SHOWN } from './furigana-memory.ts';

// Runs in the head, before anything is painted, so that readings do not come in late.
document.documentElement.toggleAttribute(SHOWN, readWish() ?? false);
