import { z } from 'astro/zod';
import {
  ABILITY_KIND,
  CERTAINTY,
  DOCUMENT_STATUS,
  INDICATOR_KIND,
  MOVE_BASIS,
  PASSAGE_TYPE,
  REQUIREMENT_VALUE,
  TRACK_STATUS,
  keysOf,
} from './vocabulary.ts';

/**
 * The rows of `/data/*`: the public interface that others build on. Names and order of the fields are promised;
 * descriptions are Japanese, since `/data/` and the catalog show them to readers.
 */

const text = (description: string) => z.string().meta({ description });
/** `null` where the document has none, or where the source lost it (then `omitted` is true). */
const textOrNone = (description: string) => z.string().nullable().meta({ description });
const numberOrNone = (description: string) => z.number().nullable().meta({ description });
const list = (description: string) => z.array(z.string()).meta({ description });

/** An enum whose description names every value with its label. */
function oneOf<T extends Record<string, string>>(description: string, labels: T) {
  const values = keysOf(labels).map((key) => `${key}＝${labels[key] ?? ''}`);
  return z.enum(keysOf(labels)).meta({ description: `${description}（${values.join('、')}）` });
}

/** What every row carries: whose it is, where it stands and how sure its reading is. */
const common = {
  city: textOrNone('自治体のid。複数の自治体にまたがる行では空'),
  id: text('行のid。自治体と表の中で一つに決まり、変わらない'),
  url: text('サイト内の住所。文・欄・行は方針の本文のその場所、職位・能力・自治体はそのページ'),
  document: textOrNone('方針文書のid。文書によらない行では空'),
  section: textOrNone('節のid（その節のページに載っている）。節によらない行では空'),
  certainty: oneOf('読み取りの確かさ。行の値のどれかが推定なら推定', CERTAINTY),
  omitted: z.boolean().meta({
    description:
      'trueなら、出典のテキストから失われた値がこの行にある（空欄は「ない」ではなく「読めない」）',
  }),
};

const row = <T extends z.ZodRawShape>(title: string, description: string, fields: T) =>
  z.strictObject({ ...common, ...fields }).meta({ title, description });

const gradeId = '職位のid（grades）';

export const DATA_ROWS = {
  cities: row('自治体', '市役所ごとに1行', {
    name: text('名前'),
    kana: text('名前の読み'),
    prefecture: text('都道府県'),
  }),
  documents: row('方針文書', '出典の文書ごとに1行', {
    title: text('題名'),
    published: textOrNone('策定・公表の年月（印刷のまま）'),
    month: textOrNone('同じ年月をYYYY-MMで'),
    status: oneOf('現行かどうか', DOCUMENT_STATUS),
    replaces: textOrNone('この文書が置き換えた文書の題名'),
    sourceFile: text('出典のテキストファイルの名前'),
  }),
  sections: row('見出し', '方針のすべての見出し。節のページの見出しと、その中の見出し', {
    number: textOrNone('見出しの番号（印刷のまま）'),
    heading: textOrNone('見出し（番号を除く）'),
    level: z.int().meta({
      description: '深さ。節のページは0（表紙）・1（章）・2と3（節）、ページの中の見出しは3〜6',
    }),
    order: z.int().meta({ description: '文書の中での並び順（1から）' }),
  }),
  visions: row('目指す職員像', '職員像・行動指針ごとに1行', {
    name: textOrNone('名前'),
    text: text('文'),
  }),
  jobFamilies: row('職種', '職種ごとに1行', { name: text('名前') }),
  grades: row('職位', '職種の中の職位ごとに1行', {
    name: text('名前（印刷のまま）'),
    rank: z.int().meta({ description: '職種の中での順（1＝入口）。出典の並び順による' }),
    layer: textOrNone('一般職員・監督職員・管理職員など、出典が書く層'),
    jobFamily: text('職種のid（jobFamilies）'),
    phase: textOrNone('キャリアパスの時期（印刷のまま）'),
    salaryGrades: list('職務級。職務の内容があれば【級】のあとに続く'),
    yearsOfService: numberOrNone('その職位に就く目安の入庁年数'),
    age: numberOrNone('その職位に就く目安の年齢'),
  }),
  tracks: row('コース', 'コースと時期の組ごとに1行', {
    name: text('コースの名前'),
    status: oneOf('状態', TRACK_STATUS),
    phase: textOrNone('時期（印刷のまま）'),
    text: textOrNone('その時期の説明'),
  }),
  moves: row('職位の移り', 'キャリアパスの一歩ごとに1行', {
    from: text(`移る前の${gradeId}`),
    to: text(`移った後の${gradeId}`),
    track: textOrNone('コースのid（tracksのidの「.」より前）'),
    basis: oneOf('根拠', MOVE_BASIS),
  }),
  abilities: row('能力', '能力・意識・姿勢ごとに1行', {
    name: text('名前（印刷のまま）'),
    group: textOrNone('出典の区分の名前'),
    kind: oneOf('種類', ABILITY_KIND),
    definition: textOrNone('定義'),
    concepts: list('共通の能力（conceptsのid）。編集部による対応づけ'),
  }),
  concepts: row('共通の能力', '自治体をまたいで比べるための能力。編集部による', {
    name: text('名前'),
    description: text('説明'),
  }),
  requirements: row('求められる能力', '職位と能力の組ごとに1行。全職員に求めるものはgradeがall', {
    grade: text(`${gradeId}。全職員ならall`),
    gradeName: text('職位の名前'),
    ability: text('能力のid（abilities）'),
    abilityName: text('能力の名前'),
    value: oneOf('求められるか', REQUIREMENT_VALUE),
    statement: textOrNone('求められる内容の文'),
    note: textOrNone('その欄に付く注'),
  }),
  roles: row('役割', '職務・役割の1項目ごとに1行', {
    grade: list(`${gradeId}。職位を書かない役割では空`),
    gradeName: list('職位の名前。職位を書かない役割では、出典の呼び方'),
    title: textOrNone('役割の名前。職名や活動の名前'),
    order: z.int().meta({ description: '同じ役割の中での順（1から）' }),
    text: text('文'),
  }),
  training: row('研修', '研修・研修区分ごとに1行', {
    category: textOrNone('区分'),
    name: textOrNone('名前。区分だけの行では空'),
    target: textOrNone('対象'),
    goal: textOrNone('目標'),
  }),
  initiatives: row('取組', '取組ごとに1行', {
    direction: textOrNone('方向性・柱'),
    category: textOrNone('区分'),
    number: textOrNone('番号（印刷のまま）'),
    title: textOrNone('題名'),
    owners: list('担当（印刷のまま）'),
    text: textOrNone('本文。段落・箇条・例・注を1行ずつ'),
    indicator: textOrNone('指標の名前'),
    baselineYear: textOrNone('現況の年'),
    baseline: textOrNone('現況の値（印刷のまま）'),
    targetYear: textOrNone('目標の年'),
    target: textOrNone('目標の値（印刷のまま）'),
    baselineNumber: numberOrNone('現況の値が数なら、その数'),
    targetNumber: numberOrNone('目標の値が数なら、その数'),
    unit: textOrNone('数の単位'),
  }),
  indicators: row('指標', '指標と年の組ごとに1行', {
    kind: oneOf('種類', INDICATOR_KIND),
    name: text('指標の名前（印刷のまま）'),
    year: text('年（印刷のまま）。R5は令和5年度'),
    value: numberOrNone('値が数なら、その数'),
    unit: textOrNone('単位'),
    printed: textOrNone('印刷のままの値。言葉や「—」もここに入る'),
    note: textOrNone('注'),
  }),
  surveys: row(
    '調査',
    '質問と集団の組ごとに1行。回答が並ぶ欄は回答ごとに1行。実施期間・回答率などは項目ごとに1行',
    {
      survey: text('調査の題名'),
      question: text('質問・項目'),
      group: textOrNone('集団・列の名前。実施期間などの項目では空'),
      value: numberOrNone('値が数なら、その数'),
      unit: textOrNone('単位'),
      printed: textOrNone('印刷のままの値'),
      answer: textOrNone('回答の言葉（このときvalueは空）'),
    },
  ),
  terms: row('用語', '用語集・脚注・注・文中の言い換えごとに1行', {
    term: text('用語'),
    definition: text('意味'),
  }),
  forms: row('様式', '様式ごとに1行', {
    name: text('名前'),
    columns: list('欄の名前'),
  }),
  omissions: row('欠落', '出典のテキストから読み取れないもの。編集部による説明', {
    what: text('何が'),
    where: text('どこで'),
    why: text('なぜ'),
  }),
  passages: row('検索の単位', '検索が探す文・行・項目のすべて', {
    type: oneOf('種類', PASSAGE_TYPE),
    heading: text('見出しの道筋。「 › 」でつなぐ'),
    text: text('文'),
  }),
} as const;

export type DataTableName = keyof typeof DATA_ROWS;
export type DataRow<N extends DataTableName = DataTableName> = z.infer<(typeof DATA_ROWS)[N]>;

/** The tables in the order in which the catalog lists them. */
export const DATA_TABLE_NAMES: readonly DataTableName[] = [
  'cities',
  'documents',
  'sections',
  'visions',
  'jobFamilies',
  'grades',
  'tracks',
  'moves',
  'abilities',
  'concepts',
  'requirements',
  'roles',
  'training',
  'initiatives',
  'indicators',
  'surveys',
  'terms',
  'forms',
  'omissions',
  'passages',
];
