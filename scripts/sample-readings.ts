import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { HAN } from '../src/reading/align-kana.ts';
import { openDictionary } from '../src/reading/dictionary.ts';
import { createReader } from '../src/reading/read-text.ts';
import { reviewedReadings } from './reviewed-readings.ts';

/**
 * `npm run -s sample-readings -- [--words 200] [--from 0]`: words of the policies with their readings, drawn evenly over
 * all passages of the built site, each in its sentence, to be judged by a reader (docs/readings.md). `--from` shifts the
 * draw, between 0 and 1 of a step: another one draws other words.
 */
const root = path.join(import.meta.dirname, '..');
const { values } = parseArgs({
  options: { words: { type: 'string', default: '200' }, from: { type: 'string', default: '0' } },
});
const AROUND = 12;

const passages = JSON.parse(
  readFileSync(path.join(root, 'dist/data/passages.json'), 'utf8'),
) as readonly { city: string; text: string }[];
const read = createReader(await openDictionary(), reviewedReadings(path.join(root, 'content')));
const words = passages.flatMap(({ city, text }) =>
  read(text).readings.map(({ start, end, reading }) => {
    const before = text.slice(Math.max(0, start - AROUND), start);
    const after = text.slice(end, end + AROUND);
    return `${city}\t${before}【${text.slice(start, end)}｜${reading}】${after}`;
  }),
);
const kanji = passages.flatMap(({ text }) => Array.from(text).filter((one) => HAN.test(one)));
const readKanji = passages.flatMap(({ text }) =>
  read(text).readings.flatMap(({ start, end }) => Array.from(text.slice(start, end))),
);

const step = words.length / Number(values.words);
for (let at = Number(values.from) * step; at < words.length; at += step)
  console.log(words[Math.floor(at)]?.replaceAll('\n', ' '));
console.error(
  `${words.length} words read; ${kanji.length - readKanji.length} of ${kanji.length} kanji unread`,
);
