import { lightColours } from './tokens.ts';

/**
 * What the icons of the site are drawn in: the same in both themes, since a tab or a home screen has its own.
 * @param css text of `tokens.css`
 * @returns `#rrggbb` each
 */
export function iconColours(css: string): { ground: string; mark: string } {
  const colours = lightColours(css);
  return {
    ground: colours.get('color-accent') ?? '',
    mark: colours.get('color-accent-ink') ?? '',
  };
}
