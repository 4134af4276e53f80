import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import type { AstroIntegration } from 'astro';
import { siteIcon } from '../src/charts/site-icon.ts';
import { iconColours } from '../src/styles/icon-colours.ts';
import { ROOT } from './run.ts';

/** For browsers that read no SVG icon, for home screens of Apple, and those of the manifest. */
const ICONS = [
  { file: 'favicon.ico', size: 32, form: 'tab' },
  { file: 'apple-touch-icon.png', size: 180, form: 'full' },
  { file: 'icon-192.png', size: 192, form: 'full' },
  { file: 'icon-512.png', size: 512, form: 'full' },
] as const;

/** An ICO file of one picture: header and one entry (6 + 16 bytes), then the PNG as it is, which all browsers read. */
export function icoOf(png: Uint8Array, size: number): Uint8Array {
  const head = new DataView(new ArrayBuffer(22));
  head.setUint16(2, 1, true); // an icon
  head.setUint16(4, 1, true); // one picture
  head.setUint8(6, size);
  head.setUint8(7, size);
  head.setUint16(10, 1, true); // one plane
  head.setUint16(12, 32, true); // bits a pixel
  head.setUint32(14, png.length, true);
  head.setUint32(18, 22, true); // where it begins
  return Buffer.concat([new Uint8Array(head.buffer), png]);
}

/** Draws the icons that cannot be SVG from the mark and the tokens, four files in a few milliseconds. */
export function siteIcons(): AstroIntegration {
  return {
    name: 'site-icons',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const tokens = readFileSync(path.join(ROOT, 'src/styles/tokens.css'), 'utf8');
        for (const { file, size, form } of ICONS) {
          const svg = siteIcon(iconColours(tokens), form);
          const png = new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng();
          const bytes = file.endsWith('.ico') ? icoOf(png, size) : png;
          writeFileSync(path.join(fileURLToPath(dir), file), bytes);
        }
      },
    },
  };
}
