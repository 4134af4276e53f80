import { describe, expect, test } from 'vitest';
import { problemText } from '../../../src/domain/problems.ts';
import { linkFiles, tinyCityFiles } from '../../support/tiny-city.ts';

const LONG = '長い文が続き、'.repeat(20);

const BODY = `新しく入った職員は、多くの分野を経験します。（「窓口。」を含む。）その後、選びます。

職員は学びます。

- 職員は試します

${LONG}終わります。`;

function factsOf(facts: string) {
  const files = tinyCityFiles({ body: BODY });
  const city = files['tiny/city.mdx'] ?? '';
  const written = city.replace(/---\n$/, `facts:\n${facts}---\n`);
  const { catalog, problems } = linkFiles({ ...files, 'tiny/city.mdx': written });
  return { facts: catalog.cities[0]?.facts ?? [], problems };
}

const pointer = (lines: string) => `  - document: hoshin\n    section: honbun\n    ${lines}\n`;

describe('facts of city.mdx', () => {
  test('are cut from their page to the end of the sentence, brackets closed, or of the run', () => {
    const { facts, problems } = factsOf(
      pointer('begins: 多くの分野') + pointer('begins: （「窓口') + pointer('begins: 職員は試'),
    );
    expect(problems).toEqual([]);
    expect(facts.map(({ text }) => text.plain)).toEqual([
      '多くの分野を経験します。',
      '（「窓口。」を含む。）その後、選びます。',
      '職員は試します',
    ]);
    expect(facts[0]?.url).toMatch(/^\/tiny\/policy\/hoshin\/honbun\/#p-[0-9a-f]{6}$/);
  });

  test('may end earlier', () => {
    expect(factsOf(pointer('begins: 新しく\n    ends: 職員')).facts[0]?.text.plain).toBe(
      '新しく入った職員',
    );
  });

  test.each([
    [
      'nowhere',
      'begins: どこにもない',
      'facts[0].begins 「どこにもない」：この言葉は見つかりません',
    ],
    [
      'in three places',
      'begins: 職員は',
      '「職員は」：この言葉では1か所に決まりません。節 honbun の3か所',
    ],
    [
      'backwards',
      'begins: その後\n    ends: 新しく',
      'facts[0].ends 「新しく」：この言葉は見つかりません',
    ],
    ['at too much', `begins: ${LONG}`, '146字あります。ends で終わりの言葉を書くか'],
  ])('that point %s are reported', (_, lines, message) => {
    const { facts, problems } = factsOf(pointer(lines));
    expect(facts).toEqual([]);
    expect(problems.map(({ file }) => file)).toEqual(['tiny/city.mdx']);
    expect(problems.map(problemText).join('\n')).toContain(message);
  });

  test('of an unknown section are reported with the sections that there are', () => {
    const { problems } = factsOf(pointer('begins: 職員').replace('honbun', 'honbum'));
    expect(problems.map(problemText).join('\n')).toContain('近いid：honbun');
  });
});
