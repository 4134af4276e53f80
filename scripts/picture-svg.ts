import { cityShape, LADDER_MARK } from '../src/charts/city-shape.ts';
import type { Box } from '../src/charts/geometry.ts';
import { layoutPicture, type PictureWords } from '../src/charts/picture-frame.ts';
import type { TextBlock } from '../src/charts/text-block.ts';
import { SITE_NAME } from '../src/text/navigation.ts';
import { PICTURE } from '../src/text/picture-address.ts';
import { FONT_FAMILY } from './picture-renderer.ts';

/** A drawing that stands on a picture: an SVG element with a viewBox. */
export type Drawing = string;

/** Where there is nothing to draw, the city's shape or the ladder of the site stands in the corner, pale. */
const ORNAMENT = { width: 220, height: 220 };

/** The preview picture of a page as SVG. `palette` is the slot of its city. */
export function pictureSvg(
  words: PictureWords,
  { styles, palette, drawing }: { styles: string; palette?: number; drawing?: Drawing },
): string {
  const frame = layoutPicture(words, SITE_NAME, drawing === undefined ? ORNAMENT : sizeOf(drawing));
  const { bar, mark, city, way } = frame;
  const shape = palette === undefined ? undefined : cityShape(palette);
  const parts = [
    `<style>${styles}</style>`,
    `<rect class="ground" width="${PICTURE.width}" height="${PICTURE.height}"/>`,
    drawing === undefined
      ? `<g class="ornament">${shape === undefined ? square(frame.drawing, 'mark-lines', LADDER_MARK) : square(frame.drawing, 'shape', shape)}</g>`
      : '',
    `<rect class="bar" ${attributes(bar)}/>`,
    square(mark, 'mark', LADDER_MARK),
    text(frame.siteName, 'site-name'),
    city && shape !== undefined ? square(city.shape, 'shape', shape) : '',
    city ? text(city.name, 'city') : '',
    way ? text(way, 'way') : '',
    text(frame.title, 'title'),
    text(frame.lead, 'lead'),
    drawing !== undefined ? placed(drawing, frame.drawing) : '',
    `<path class="foot-rule" d="M64,558H${PICTURE.width - 64}"/>`,
    text(frame.source, 'foot'),
    text(frame.edition, 'foot'),
  ];
  const slot = palette === undefined ? '' : ` data-palette="${palette}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${PICTURE.width}" height="${PICTURE.height}"><g class="picture"${slot} font-family="${FONT_FAMILY}">${parts.join('\n')}</g></svg>`;
}

function square({ x, y, width }: Box, name: string, d: string): string {
  return `<path class="${name}" transform="translate(${x} ${y}) scale(${width / 16})" d="${d}"/>`;
}

function text({ x, y, size, leading, anchor, lines }: TextBlock, name: string): string {
  const spans = lines.map(
    (line, index) => `<tspan x="${x}" y="${y + index * leading}">${escaped(line)}</tspan>`,
  );
  return `<text class="${name}" font-size="${size}" text-anchor="${anchor}">${spans.join('')}</text>`;
}

function placed(drawing: Drawing, box: Box): string {
  return drawing.replace('<svg', `<svg ${attributes(box)}`);
}

function sizeOf(drawing: Drawing): { width: number; height: number } {
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/u.exec(drawing) ?? [];
  if (width === undefined || height === undefined) throw new Error('a drawing without a viewBox');
  return { width: Number(width), height: Number(height) };
}

function attributes({ x, y, width, height }: Box): string {
  return `x="${x}" y="${y}" width="${width}" height="${height}"`;
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
