/** How an embed is asked to look; `auto` follows the device. */
export const EMBED_THEMES = { auto: '端末に合わせる', light: '明るい', dark: '暗い' } as const;

export type EmbedTheme = keyof typeof EMBED_THEMES;

/** Something in the address of an embed that could not be read, with the words that stood there. */
export interface EmbedProblem {
  parameter: string;
  value: string;
}

/** The values that each parameter of a page may have. Parameters that are not named here are none of its business. */
export type AllowedValues = Readonly<Record<string, readonly string[]>>;

/** The look that a word asks for; an unknown word asks for none. */
export function readTheme(asked: string | null): EmbedTheme {
  return asked === 'light' || asked === 'dark' ? asked : 'auto';
}

/** What could not be read in the address of an embed. Nothing throws. */
export function embedProblems(query: URLSearchParams, allowed: AllowedValues): EmbedProblem[] {
  const known = { ...allowed, theme: Object.keys(EMBED_THEMES) };
  return Object.entries(known).flatMap(([parameter, values]) => {
    const value = query.get(parameter) ?? '';
    return value === '' || values.includes(value) ? [] : [{ parameter, value }];
  });
}

/**
 * The query that shows the state of another, as `?track=…`, or `''`.
 * @param theme the look to ask for; an embed has one, the full page has not
 */
export function queryWith(query: URLSearchParams, theme: EmbedTheme = 'auto'): string {
  const state = new URLSearchParams(query);
  if (theme === 'auto') state.delete('theme');
  else state.set('theme', theme);
  // `~` and `.` separate ids; readable addresses are kept readable.
  const text = state.toString().replaceAll('%7E', '~').replaceAll('%2C', ',');
  return text === '' ? '' : `?${text}`;
}
