import { describe, expect, it } from 'vitest';
import type { Anchor } from '../../../src/domain/blocks.ts';
import { aTinyCity } from '../../support/tiny-city.ts';

/** The anchors of a page with this body. */
function anchorsOf(body: string, files: Record<string, string> = {}): Anchor[] {
  const sections = aTinyCity({ body, ...files }).cities[0]?.documents[0]?.sections ?? [];
  return sections.find(({ id }) => id === 'honbun')?.anchors ?? [];
}
const idsOf = (body: string) => anchorsOf(body).map(({ id }) => id);

describe('assignIds', () => {
  it('gives every heading, paragraph, item and row an id, in reading order', () => {
    const anchors = anchorsOf(
      '### 題\n\n文です。\n\n- 一つめ\n  - 中の項\n\n| 名 | 値 |\n| --- | --- |\n| あ | 1 |',
    );
    expect(anchors.map(({ text }) => text)).toEqual(['題', '文です。', '一つめ', '中の項', 'あ 1']);
    for (const { id } of anchors) expect(id).toMatch(/^p-[0-9a-f]{6}$/);
    expect(new Set(anchors.map(({ id }) => id)).size).toBe(5);
  });

  it('gives the same ids to the same text, in any company', () => {
    expect(idsOf('文です。')).toEqual(idsOf('文です。'));
    expect(idsOf('前の文。\n\n文です。')[1]).toBe(idsOf('文です。')[0]);
    expect(idsOf('- 文です。')).toEqual(idsOf('文です。'));
  });

  it('keeps the ids that addresses already hold', () => {
    expect(idsOf('職員は、全体の奉仕者です。')).toMatchInlineSnapshot(`
      [
        "p-633df8",
      ]
    `);
  });

  it('gives another id to another text, punctuation and case included', () => {
    expect(idsOf('文です。')).not.toEqual(idsOf('文です'));
    expect(idsOf('DXの推進')).not.toEqual(idsOf('dxの推進'));
  });

  it('does not tell widths and spaces apart', () => {
    expect(idsOf('第１ ＤＸの推進')).toEqual(idsOf('第1DXの推進'));
  });

  it('numbers repeats of a text on a page', () => {
    const [first = '', second, third] = idsOf('同じ文。\n\n同じ文。\n\n- 同じ文。');
    expect([second, third]).toEqual([`${first}-2`, `${first}-3`]);
  });

  it('leaves the id of a text alone when a note or a term is marked in it', () => {
    const terms = `---
document: hoshin
section: honbun
terms:
  - { id: ojt, term: OJT, definitions: [職場で教えること], mark: "1", kind: footnote, lines: 5 }
---
`;
    const [marked] = anchorsOf('OJT[^1]の推進\n\n<Terms of="chu" />', {
      'tiny/terms/chu.mdx': terms,
    });
    expect(marked?.id).toBe(idsOf('OJTの推進')[0]);
  });

  it('knows the printed headings above each', () => {
    const anchors = anchorsOf('### ア\n\n一。\n\n#### イ\n\n二。\n\n### ウ\n\n三。');
    expect(anchors.map(({ text, headings }) => [text, ...headings])).toEqual([
      ['ア'],
      ['一。', 'ア'],
      ['イ', 'ア'],
      ['二。', 'ア', 'イ'],
      ['ウ'],
      ['三。', 'ウ'],
    ]);
  });
});
