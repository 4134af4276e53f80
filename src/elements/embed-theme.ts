import { readTheme } from '../text/embed-address.ts';

// Runs in the head, before anything is painted, so that a dark frame never flashes white. All colours are light-dark():
// the scheme is all there is to set (layouts/Embed.astro).
document.documentElement.dataset['theme'] = readTheme(
  new URLSearchParams(location.search).get('theme'),
);
