import decode from 'jsqr';

/** Pixels per module: enough for a decoder, few enough for a hundred codes. */
const SCALE = 4;

/** Reads a code that was drawn as runs of dark modules back, the way a camera would; `undefined` where it reads nothing. */
export function decodeQrPath(path: string, size: number): string | undefined {
  const side = size * SCALE;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x = '', y = '', width = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/gu)) {
    for (let row = Number(y) * SCALE; row < (Number(y) + 1) * SCALE; row += 1) {
      const from = row * side + Number(x) * SCALE;
      for (let pixel = from; pixel < from + Number(width) * SCALE; pixel += 1) {
        pixels.fill(0, pixel * 4, pixel * 4 + 3);
      }
    }
  }
  return decode(pixels, side, side)?.data;
}
