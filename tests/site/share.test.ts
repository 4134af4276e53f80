import { describe, expect, test } from 'vitest';
import { filePaths, pagePaths, readBuilt } from '../support/built-site.ts';
import { decodeQrPath } from '../support/qr.ts';

const origin = process.env['SITE_URL'];
const base = process.env['SITE_BASE'] ?? '/';
const codes = filePaths().filter((file) => file.startsWith('/share/qr/'));

describe.runIf(origin)('the QR codes', () => {
  const pages = new Set(pagePaths());

  test('stand for cities, ladders, matrices, grades, abilities and rungs', () => {
    expect(codes.length).toBeGreaterThan(80);
  });

  test.each(codes)('%s leads to its page', (file) => {
    const svg = readBuilt(file);
    const [, size = ''] = /viewBox="0 0 (\d+) \d+"/u.exec(svg) ?? [];
    const [, , drawing = ''] = /<path fill="#fff"[^>]*>(<path d="([^"]+)")/u.exec(svg) ?? [];
    const address = decodeQrPath(drawing, Number(size));
    const path = file.replace('/share/qr', '').replace(/\.svg$/u, '/');
    expect(address).toBe(`${origin ?? ''}${base.replace(/\/$/u, '')}${path}`);
    expect(pages.has(path), path).toBe(true);
  });
});

test('without an origin there is no code, and the page says why', () => {
  const says = readBuilt('/share/index.html').includes('SITE_URL');
  expect(says).toBe(origin === undefined || origin === '');
  expect(codes.length > 0).toBe(!says);
});

test('the picture of all ladders stands alone: every general grade, no outside style, the size of a preview', () => {
  const picture = readBuilt('/share/pictures/ladders.svg');
  expect(picture).toMatch(/^<svg xmlns="[^"]+" width="1200" height="630"/u);
  expect(picture).not.toMatch(/<link|@import|url\(/u);
  const grades = JSON.parse(readBuilt('/data/grades.json')) as { id: string; city: string }[];
  const cities = JSON.parse(readBuilt('/data/cities.json')) as { id: string; name: string }[];
  for (const { id, name } of cities) {
    expect(picture).toContain(name);
    const drawn = grades.filter(
      (grade) => grade.city === id && picture.includes(`/${id}/grades/${grade.id}/`),
    );
    expect(drawn.length, name).toBeGreaterThan(3);
  }
});
