import { expect, it } from 'vitest';
import { picturePath } from '../../../src/text/picture-address.ts';

it.each([
  ['/', '/pictures/index.png'],
  ['/otaru/', '/pictures/otaru.png'],
  ['/otaru/grades/kacho/', '/pictures/otaru/grades/kacho.png'],
])('picturePath: %s has its picture at %s', (path, picture) => {
  expect(picturePath(path)).toBe(picture);
});
