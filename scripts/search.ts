/**
 * Searches the built site from the command line, with the engine and the texts that the browser uses.
 *   npm run -s search -- "課長 判断力" [--city otaru] [--type grade] [--limit 10] [--json] [--explain]
 */
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { createEngine, type Explanation, type Hit } from '../src/search/engine.ts';
import type { FormKind } from '../src/search/forms.ts';
import { unpackIndex } from '../src/search/packed-index.ts';
import { readPassage, type SearchIndex } from '../src/search/search-index.ts';
import { keysOf, PASSAGE_TYPE, type PassageType } from '../src/schemas/vocabulary.ts';

interface Arguments {
  query: string;
  city?: string | undefined;
  type?: string | undefined;
  limit: string;
  json: boolean;
  explain: boolean;
}

const INDEX = new URL('../dist/search/index.txt', import.meta.url);
const USAGE =
  '使い方: npm run -s search -- "課長 判断力" [--city otaru] [--type grade] [--limit 10] [--json] [--explain]';

/** Everything but the known options is the query: `-採用` excludes a word and is no option. */
function readArguments(given: readonly string[]): Arguments {
  const values: Record<string, string> = { city: '', type: '', limit: '10' };
  const flags = new Set<string>();
  const words: string[] = [];
  for (let at = 0; at < given.length; at++) {
    const [name = '', inline] = (given[at] ?? '').split(/=(.*)/su);
    const option = name.startsWith('--') ? name.slice(2) : '';
    if (option in values) values[option] = inline ?? given[++at] ?? '';
    else if (option === 'json' || option === 'explain') flags.add(option);
    else words.push(given[at] ?? '');
  }
  return {
    query: words.join(' '),
    city: values['city'] || undefined,
    type: values['type'] || undefined,
    limit: values['limit'] ?? '',
    json: flags.has('json'),
    explain: flags.has('explain'),
  };
}

/** How a word was found, in the words of those who edit synonyms. */
const FOUND_BY: Record<FormKind, string> = {
  word: 'その語',
  kana: 'かなの違い',
  reading: '読み',
  type: '種類の名',
  synonym: '言いかえ（synonyms.yaml）',
  stem: '語尾を除いた形',
  parts: '分けた形',
  near: '一字違い',
};

/** Why a hit scored so: what each word adds, then what raises or lowers the whole. */
function explainLines({ words, coverage, phrase, page, ...factors }: Explanation): string[] {
  const { whole, answer, length, fairness } = factors;
  const percent = (value: number) => `${Math.round(value * 100)}%`;
  const times = (value: number) => `×${value.toFixed(2)}`;
  return [
    ...words.map(
      ({ word, form, kind, rarity, weight }) =>
        `・${word} ← ${FOUND_BY[kind]}${kind === 'word' ? '' : `「${form}」`}  重み ${weight.toFixed(2)} × まれさ ${rarity.toFixed(1)} = ${(weight * rarity).toFixed(2)}`,
    ),
    `  問いの ${percent(coverage)} に当たる`,
    ...(whole === 1 ? [] : [`  そろった語 ${times(whole)}`]),
    ...(phrase === 0 ? [] : [`  問いの形のまま +${phrase.toFixed(2)}`]),
    ...(page === 0 ? [] : [`  その名のページ・項目 +${page.toFixed(2)}`]),
    ...(answer === 1 ? [] : [`  数を問う文への答え ${times(answer)}`]),
    `  短さ ${times(length)}、市のかたより ${times(fairness)}`,
  ];
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function readIndex(): SearchIndex {
  try {
    return unpackIndex(readFileSync(INDEX));
  } catch {
    return fail('dist/search/index.txt がありません。先に npm run build を実行してください。');
  }
}

const { query, city, type, limit, json, explain } = readArguments(process.argv.slice(2));
if (query.trim() === '') fail(USAGE);
const index = readIndex();
const cities = index.cities.map(({ id }) => id);
const types: readonly string[] = keysOf(PASSAGE_TYPE);
if (city !== undefined && !cities.includes(city))
  fail(`--city は ${cities.join(' / ')} のどれかです: ${city}`);
if (type !== undefined && !types.includes(type))
  fail(`--type は ${types.join(' / ')} のどれかです: ${type}`);
if (!/^[1-9]\d*$/u.test(limit)) fail(`--limit は1以上の整数です: ${limit}`);

const answer = createEngine(index).search(query, {
  city,
  type: type as PassageType | undefined,
  limit: Number(limit),
});
const round = (value: number): number => Number(value.toFixed(4));
const roundAll = (_key: string, value: unknown): unknown =>
  typeof value === 'number' ? round(value) : value;
const found = answer.hits.map((hit: Hit) => ({
  ...readPassage(index, hit.passage),
  score: hit.score,
  ...(explain ? { explain: hit.explain } : {}),
}));

if (json) {
  process.stdout.write(`${JSON.stringify(found, roundAll, 2)}\n`);
} else {
  const forms = answer.words.map(
    ({ word, forms: all }) =>
      `${word}${all.length > 0 ? `（${all.map(({ text, kind }) => (kind === 'word' ? text : `${text}:${kind}`)).join('、')}）` : '（なし）'}`,
  );
  console.log(
    `${answer.total}件  検索した語: ${[...answer.phrases.map((phrase) => `「${phrase}」`), ...forms].join(' ')}`,
  );
  if (answer.missed.length > 0)
    console.log(`すべての語を含む箇所はありません。含まない語: ${answer.missed.join('、')}`);
  if (answer.near.length > 0) console.log(`近い言葉: ${answer.near.join('、')}`);
  for (const hit of found) {
    console.log(
      `\n${hit.score.toFixed(2)}  ${hit.city}  ${PASSAGE_TYPE[hit.type]}  ${hit.title}\n      ${hit.url}\n      ${hit.text}`,
    );
    if ('explain' in hit)
      for (const line of explainLines(hit.explain)) console.log(`      ${line}`);
  }
}
