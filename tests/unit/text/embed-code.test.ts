import { expect, test } from 'vitest';
import { frameCode, heightCode } from '../../../src/text/embed-code.ts';

test('frameCode writes an address and a title that cannot leave their attributes', () => {
  const code = frameCode({
    src: 'https://example.org/embed/compare/?v=1&with="><script>',
    title: '課長"><b>',
    height: 900,
  });
  expect(code).toContain(
    'src="https://example.org/embed/compare/?v=1&amp;with=&quot;&gt;&lt;script&gt;"',
  );
  expect(code).toContain('title="課長&quot;&gt;&lt;b&gt;"');
  expect(code).toContain('height="900" loading="lazy"');
});

test('heightCode listens to its own site only, and to the frame that speaks', () => {
  const code = heightCode('https://example.org');
  expect(code).toContain("origin !== 'https://example.org'");
  expect(code).toContain('frame.contentWindow === source');
});
