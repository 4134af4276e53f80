import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { renderAsync } from '@resvg/resvg-js';
import subsetFont from 'subset-font';
import { ROOT } from './run.ts';

const require = createRequire(import.meta.url);
const FONTS = path.join(path.dirname(require.resolve('@embedpdf/fonts-jp')), '../fonts');
const WEIGHTS = ['Regular', 'Bold'] as const;
/** In a font's table of names: the family that its weights share, and the weight. */
const FAMILY_NAMES = [16, 17];
/** As the font files name it. */
export const FONT_FAMILY = 'Noto Sans Japanese';

const { devDependencies } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
  devDependencies: Record<string, string>;
};

/** Renderer and fonts with their versions: another one draws other pictures. */
export const RENDERER = [
  ...['@resvg/resvg-js', '@embedpdf/fonts-jp', 'subset-font'].map(
    (name) => `${name}@${devDependencies[name] ?? ''}`,
  ),
  ...WEIGHTS,
  ...FAMILY_NAMES,
].join(' ');

/**
 * Draws SVG as PNG with the fonts of the project and no others, so that every machine draws the same picture.
 * The renderer reads its font file anew for every letter, 4.5 MB each; with only the letters that these pictures have, a
 * picture takes a twentieth of the time.
 * @param svgs everything that is going to be drawn
 */
export async function pictureRenderer(
  svgs: readonly string[],
): Promise<(svg: string) => Promise<Uint8Array>> {
  const letters = [...new Set(svgs.join(''))].sort().join('');
  const folder = mkdtempSync(path.join(tmpdir(), 'hashigo-fonts-'));
  const fontFiles = await Promise.all(
    WEIGHTS.map(async (weight) => {
      const name = `NotoSansJP-${weight}.otf`;
      const own = path.join(folder, name);
      const whole = readFileSync(path.join(FONTS, name));
      writeFileSync(
        own,
        await subsetFont(whole, letters, {
          targetFormat: 'sfnt',
          preserveNameIds: FAMILY_NAMES,
        }),
      );
      return own;
    }),
  );
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  const options = {
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: FONT_FAMILY },
  };
  return async (svg) => (await renderAsync(svg, options)).asPng();
}
