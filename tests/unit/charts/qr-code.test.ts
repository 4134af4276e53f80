import { describe, expect, test } from 'vitest';
import { layoutQrCode } from '../../../src/charts/qr-code.ts';
import { decodeQrPath } from '../../support/qr.ts';

describe('layoutQrCode', () => {
  test.each([
    'https://example.org/otaru/ladder/',
    'https://example.org/careers/compare/?v=1&with=otaru.kacho~aomori.kacho',
    `https://example.org/search/?q=${encodeURIComponent('課長の判断')}`,
    `https://example.org/${'a'.repeat(400)}`,
  ])('is read back as the address: %s', (address) => {
    const { path, size } = layoutQrCode(address);
    expect(decodeQrPath(path, size)).toBe(address);
  });

  test('keeps four light modules on every side', () => {
    const { path, size } = layoutQrCode('https://example.org/');
    for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)/gu)) {
      expect(Number(x)).toBeGreaterThanOrEqual(4);
      expect(Number(y)).toBeGreaterThanOrEqual(4);
      expect(Number(x) + Number(width)).toBeLessThanOrEqual(size - 4);
      expect(Number(y)).toBeLessThan(size - 4);
    }
  });

  test('survives a smudge', () => {
    const address = 'https://example.org/otaru/grades/kacho/';
    const { path, size } = layoutQrCode(address);
    const smudged = path.replaceAll(/M(\d+) (\d+)h\d+v1H\d+z/gu, (run, x, y) =>
      Number(y) > size * 0.55 && Number(y) < size * 0.62 && Number(x) > size * 0.35 ? '' : run,
    );
    expect(smudged.length).toBeLessThan(path.length);
    expect(decodeQrPath(smudged, size)).toBe(address);
  });

  test('throws where an address is too long for any code', () => {
    expect(() => layoutQrCode(`https://example.org/${'あ'.repeat(2000)}`)).toThrow();
  });
});
