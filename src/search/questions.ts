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
