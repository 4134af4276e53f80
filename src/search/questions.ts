import type { PassageType } from '../schemas/vocabulary.ts';

/** Words that ask for a kind of answer, and what such an answer has in it. */
const ASKED_FOR: readonly (readonly [question: RegExp, answer: RegExp])[] = [
  [/何歳|いくつの(?:とき|時)|年齢/u, /\d歳/u],
  [/何年|いつ|時期/u, /\d年|\d月/u],
  [/何人|何名/u, /\d[人名]/u],
  [/何級/u, /\d級/u],
  [/何時間/u, /\d時間/u],
  [/何日/u, /\d日/u],
  [
    /(?:どの|どれ)(?:くらい|ぐらい|ほど)|どれだけ|何割|何%|何パーセント|割合|率は|いくつ|いくら|点数|平均/u,
    /\d(?:%|割|人|名|点|日|時間|倍)|\d\.\d/u,
  ],
];

/** What an answer to the question would have in it, after NFKC; nothing where it asks for no number. */
export function answerOf(query: string): RegExp | undefined {
  const text = query.normalize('NFKC');
  return ASKED_FOR.find(([question]) => question.test(text))?.[1];
}

/** Words that name a type of passage. Everyday words lead to them by content/synonyms.yaml. */
const TYPE_NAMES: Readonly<Partial<Record<PassageType, readonly string[]>>> = {
  vision: [
    '職員像',
    'どんな職員',
    'どんな人',
    'どんな人材',
    '求められる職員',
    '理想の職員',
    '人材像',
  ],
  role: ['役割', '仕事内容', '職責', '責務'],
  indicator: ['指標', '目標値'],
  ability: ['能力'],
  training: ['研修'],
  form: ['様式'],
};

/** The type of passage that a word (a search key) names, with what visitors call it. */
export function typeNamed(word: string): { type: PassageType; name: string } | undefined {
  const types = Object.entries(TYPE_NAMES) as [PassageType, readonly string[]][];
  const found = types.find(([, names]) => names.includes(word));
  return found && { type: found[0], name: found[1][0] ?? word };
}
