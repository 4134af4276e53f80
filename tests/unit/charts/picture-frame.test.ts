import { describe, expect, it } from 'vitest';
import { overlaps, type Box } from '../../../src/charts/geometry.ts';
import { layoutPicture, type PictureFrame } from '../../../src/charts/picture-frame.ts';
import { PICTURE } from '../../../src/text/picture-address.ts';

const words = {
  title: '課長職',
  lead: '小樽市の課長職に求められる役割と能力、研修、前後の職位との違い。',
  way: '職位',
  city: '小樽市',
  source: '各市の方針文書による。市の公式サイトではありません。',
  edition: '2026年11月21日の版',
};
const LONG =
  '地方自治・新時代に対応した人材の確保・育成及び職場環境の整備に関する基本的な方針（令和6年度から令和10年度まで）';
const drawings = {
  tall: { width: 240, height: 420 },
  square: { width: 560, height: 450 },
  broad: { width: 1500, height: 340 },
};

/** Every box that must be free of every other. */
const boxesOf = ({ siteName, city, way, title, lead, drawing, source, edition }: PictureFrame) => [
  siteName.box,
  ...(city ? [city.name.box, city.shape] : []),
  ...(way ? [way.box] : []),
  title.box,
  lead.box,
  drawing,
  source.box,
  edition.box,
];
const isInside = ({ x, y, width, height }: Box) =>
  x >= 0 && y >= 0 && x + width <= PICTURE.width && y + height <= PICTURE.height;

describe.each(Object.entries(drawings))('layoutPicture beside a %s drawing', (_, drawing) => {
  it.each([
    ['a short title', words],
    ['a long title', { ...words, title: LONG }],
    ['a long title with a long lead', { ...words, title: LONG, lead: LONG + LONG }],
    ['a title with a bracket', { ...words, title: '消防士長（隔日勤務者）' }],
    ['no city and no way', { ...words, city: undefined, way: '' }],
  ])('cuts nothing, keeps inside and lets nothing meet: %s', (__, own) => {
    const frame = layoutPicture(own, 'はしご', drawing);
    expect(frame.title.lines.join('')).toBe(own.title);
    expect(frame.lead.lines.join('')).toBe(own.lead);
    const boxes = boxesOf(frame);
    expect(boxes.filter((box) => !isInside(box))).toEqual([]);
    const meeting = boxes.filter((a, at) => boxes.slice(at + 1).some((b) => overlaps(a, b)));
    expect(meeting).toEqual([]);
    expect(frame.title.size).toBeGreaterThan(frame.lead.size);
  });

  it('keeps the proportions of the drawing', () => {
    const { width, height } = layoutPicture(words, 'はしご', drawing).drawing;
    expect(width / height).toBeCloseTo(drawing.width / drawing.height, 1);
  });
});

describe('layoutPicture', () => {
  it('sets a short title large and a long one smaller', () => {
    const sizeOf = (title: string) =>
      layoutPicture({ ...words, title }, 'はしご', drawings.tall).title.size;
    expect(sizeOf('課長職')).toBeGreaterThan(70);
    expect(sizeOf(LONG)).toBeLessThan(sizeOf('課長職'));
  });

  it('keeps what stands in brackets together where it takes a second line', () => {
    const title = '消防士長（隔日勤務者）';
    const { lines } = layoutPicture({ ...words, title }, 'はしご', drawings.tall).title;
    expect(lines).toEqual(['消防士長', '（隔日勤務者）']);
  });

  it('rather fails than cut what no size has room for', () => {
    expect(() =>
      layoutPicture({ ...words, title: LONG.repeat(20) }, 'はしご', drawings.tall),
    ).toThrow('no room in a preview picture for');
  });
});
