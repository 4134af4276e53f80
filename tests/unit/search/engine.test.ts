import { describe, expect, it } from 'vitest';
import { createEngine, type SearchOptions } from '../../../src/search/engine.ts';
import { readPassage, type SearchIndex } from '../../../src/search/search-index.ts';
import { anIndex } from '../../support/passages.ts';

/** Texts found, best first. */
function find(index: SearchIndex, query: string, options?: SearchOptions): string[] {
  const { hits } = createEngine(index).search(query, { limit: 50, ...options });
  return hits.map(({ passage }) => readPassage(index, passage).text);
}

/** What is marked in the first hit. */
function marked(index: SearchIndex, query: string): string[] {
  const [hit] = createEngine(index).search(query).hits;
  if (!hit) return [];
  const { text } = readPassage(index, hit.passage);
  return hit.marks.map(([start, end]) => text.slice(start, end));
}

describe('a word', () => {
  it('is found in any spelling, and marked as printed', () => {
    const index = anIndex([
      'ＯＪＴを行います。',
      '新たな取り組みを進めます。',
      'ワーク・ライフ・バランスを保ちます。',
    ]);
    expect(marked(index, 'ojt')).toEqual(['ＯＪＴ']);
    expect(marked(index, '取組')).toEqual(['取り組み']);
    expect(marked(index, 'ワークライフバランス')).toEqual(['ワーク・ライフ・バランス']);
  });

  it('is found by its beginning while it is typed', () => {
    const index = anIndex(['エンゲージメントを高めます。', '研修を行います。']);
    expect(find(index, 'エンゲ')).toEqual(['エンゲージメントを高めます。']);
  });

  it('of Latin letters or digits is found only from its beginning', () => {
    const index = anIndex([
      'digital化を進めます。',
      'ITリテラシーを学びます。',
      '入庁13年目です。',
      '採用3年目です。',
    ]);
    expect(find(index, 'IT')).toEqual(['ITリテラシーを学びます。']);
    expect(find(index, '3年')).toEqual(['採用3年目です。']);
  });

  it('of two kanji is never taken for another', () => {
    expect(find(anIndex(['計画を作成します。']), '育成')).toEqual([]);
  });
});

describe('one wrong character', () => {
  const index = anIndex([
    'ハラスメントを防ぎます。',
    '標準職務遂行能力を定めます。',
    'コミュニケーションを図ります。',
    '係長研修を行います。',
  ]);

  it.each([
    ['ハラスメト', 'ハラスメントを防ぎます。'],
    ['標準職務遂功能力', '標準職務遂行能力を定めます。'],
    ['コミニュケーション', 'コミュニケーションを図ります。'],
    ['はらすめと', 'ハラスメントを防ぎます。'],
  ])('is forgiven in %s', (query, text) => {
    expect(find(index, query)).toEqual([text]);
  });

  it.each(['ハラメト', '標順職務遂功能力', '部長'])('is not forgiven in %s', (query) => {
    expect(find(index, query)).toEqual([]);
  });

  it('is forgiven beside other words only where they stand together', () => {
    const robots = anIndex([
      'ロボットを使います。',
      '化石燃料です。',
      '燃料を減らします。',
      '職員です。',
    ]);
    expect(find(robots, 'ロケット')).toEqual(['ロボットを使います。']);
    expect(find(robots, 'ロケット燃料')).toEqual([]);
  });

  it('is no way to find what stands there as it is', () => {
    const both = anIndex(['能力を高めます。', '人材育成を進めます。', '人材養成を進めます。']);
    expect(find(both, '人材育成')).toEqual(['人材育成を進めます。']);
  });
});

describe('several words', () => {
  const index = anIndex([
    '課長は判断します。',
    '判断を支える課長です。',
    '課長です。',
    '判断です。',
    { text: '責任者として決めます。', heading: '基本方針 › 課長 › 判断' },
  ]);

  it('are all required, in any order, in text or heading', () => {
    expect(new Set(find(index, '課長 判断'))).toEqual(
      new Set(['判断を支える課長です。', '責任者として決めます。', '課長は判断します。']),
    );
    expect(find(index, '判断　課長')).toHaveLength(3);
  });

  it('may lack one only where no passage has all, and it is said which', () => {
    const engine = createEngine(anIndex(['窓口です。', '混雑です。', '研修です。']));
    const { total, missed } = engine.search('窓口 混雑');
    expect(total).toBe(2);
    expect(missed).toEqual(['窓口', '混雑']);
    expect(createEngine(index).search('課長 判断').missed).toEqual([]);
  });

  it('find nothing where the texts know next to nothing of them', () => {
    expect(find(index, '課長 ロケット')).toEqual([]);
    expect(find(index, 'ビットコイン 相場')).toEqual([]);
  });

  it('set together are asked for by their parts', () => {
    const parts = anIndex(['女性の管理職を増やします。', '女性です。', '管理職です。']);
    expect(find(parts, '女性管理職')).toEqual(['女性の管理職を増やします。']);
    expect(find(parts, '女性火星人')).toEqual([]);
  });
});

describe('words set together', () => {
  const index = anIndex([
    '市民の福祉です。',
    '市民の声です。',
    'プールします。',
    '営業活動の時間です。',
    '国の研修へ派遣します。',
    '国の制度です。',
    '県の制度です。',
    '派遣研修です。',
    '残業の多い職場です。',
    '時間外勤務の時間数です。',
  ]);

  it('are unknown where their parts stand together nowhere', () => {
    expect(find(index, '市民プール')).toEqual([]);
    expect(find(index, '市民プールの営業時間は？')).toEqual([]);
    expect(find(index, '体育館')).toEqual([]);
  });

  it('are found by parts of like meaning', () => {
    const overtime = anIndex(
      ['残業の多い職場です。', '時間外勤務の時間数です。', '残業時間です。'],
      {
        synonyms: { same: [['残業', '時間外勤務']] },
      },
    );
    expect(find(overtime, '残業時間')).toEqual(['残業時間です。', '時間外勤務の時間数です。']);
  });

  it('are found with a part in other words', () => {
    const early = anIndex(['早期離職を防ぎます。'], { synonyms: { same: [['退職', '離職']] } });
    expect(find(early, '早期退職')).toEqual(['早期離職を防ぎます。']);
  });

  it('do not hang on a kanji that stands alone between particles', () => {
    expect(find(index, '国や県に派遣されることはありますか')[0]).toBe('国の研修へ派遣します。');
    expect(find(index, '国や県に派遣されることはありますか')).toContain('派遣研修です。');
    expect(find(index, '国や県に派遣されることはありますか')).not.toContain('国の制度です。');
  });
});

describe('a word of katakana', () => {
  const index = anIndex([
    'チャレンジします。',
    'ワークライフバランスです。',
    'メンタルヘルスです。',
    'メンターがいます。',
    'コミュニケーションです。',
  ]);

  it('is not found in the tail of another', () => {
    expect(find(index, 'レンジ')).toEqual([]);
    expect(find(index, 'ライフ')).toEqual(['ワークライフバランスです。']);
  });

  it('is found by its first letter, and by no other', () => {
    expect(new Set(find(index, 'メ'))).toEqual(
      new Set(['メンタルヘルスです。', 'メンターがいます。']),
    );
    expect(find(index, 'す')).toEqual([]);
  });

  it('keeps its long vowel where the shorter word is none', () => {
    expect(find(index, 'メンター')).toEqual(['メンターがいます。']);
  });

  it('is found with its long vowel or small letter misplaced', () => {
    expect(find(index, 'コミュニケショーン')).toEqual(['コミュニケーションです。']);
    expect(find(index, 'コミユニケーシヨン')).toEqual(['コミュニケーションです。']);
  });
});

describe('a noun with kana in it', () => {
  it('is found whole in a longer word', () => {
    const index = anIndex(['障がい者の手帳です。', '支障を防ぎます。']);
    expect(find(index, '障害者手帳')).toEqual(['障がい者の手帳です。']);
  });
});

describe('a reading of a word', () => {
  it('finds what else the word is called', () => {
    const overtime = anIndex(['残業です。', '時間外勤務です。'], {
      readings: { ざんぎょう: ['残業'] },
      synonyms: { same: [['残業', '時間外勤務']] },
    });
    expect(find(overtime, 'zangyo')).toEqual(['残業です。', '時間外勤務です。']);
  });
});

describe('a word that names a type', () => {
  const index = anIndex([
    { text: '課をまとめる。', type: 'role', heading: '基本方針 › 課長' },
    { text: '課長は役割を担う。' },
    { text: '課長です。' },
  ]);

  it('finds what is of the type without saying so', () => {
    expect(find(index, '課長 役割')).toEqual(['課長は役割を担う。', '課をまとめる。']);
  });
});

describe('a phrase', () => {
  const index = anIndex(['人材を育成します。', '人材育成を進めます。', '研修と人材育成です。']);

  it.each(['「人材育成」', '"人材育成"', '『人材育成』', '“人材育成”'])(
    '%s must stand as it is',
    (query) => {
      expect(find(index, query)).toHaveLength(2);
      expect(find(index, query)).not.toContain('人材を育成します。');
    },
  );

  it('is required beside other words', () => {
    expect(find(index, '「人材育成」 研修')).toEqual(['研修と人材育成です。']);
    expect(find(index, '「人材確保」 研修')).toEqual([]);
  });

  it('that is empty or not closed is no phrase', () => {
    expect(find(index, '「」')).toEqual([]);
    expect(find(index, '「人材育成')).toEqual(find(index, '人材育成'));
  });
});

describe('a minus', () => {
  const index = anIndex([
    '研修を行います。',
    '派遣研修を行います。',
    { text: '研修です。', heading: '基本方針 › 派遣' },
  ]);

  it.each(['研修 -派遣', '研修 －派遣', '研修　-「派遣」'])('excludes a word: %s', (query) => {
    expect(find(index, query)).toEqual(['研修を行います。']);
  });

  it('inside a word is none', () => {
    expect(find(anIndex(['Off-JTです。']), 'Off-JT')).toEqual(['Off-JTです。']);
  });

  it('alone finds nothing', () => {
    expect(find(index, '-派遣')).toEqual([]);
  });
});

describe('words of like meaning', () => {
  const index = anIndex(['兼業を認めます。', '副業を認めます。', 'メンタルヘルスを守ります。'], {
    synonyms: { same: [['副業', '兼業']], leads: { うつ病: ['メンタルヘルス'] } },
  });

  it('rank below the word itself', () => {
    expect(find(index, '副業')).toEqual(['副業を認めます。', '兼業を認めます。']);
    expect(find(index, '兼業')).toEqual(['兼業を認めます。', '副業を認めます。']);
  });

  it('lead one way where it is said so', () => {
    expect(find(index, 'うつ病')).toEqual(['メンタルヘルスを守ります。']);
    expect(
      find(
        anIndex(['うつ病です。'], { synonyms: { leads: { うつ病: ['メンタルヘルス'] } } }),
        'メンタルヘルス',
      ),
    ).toEqual([]);
  });

  it('are believed beside other words only where they stand together', () => {
    const both = anIndex(['保育所です。', 'ごみの申込です。', '職員です。', '研修です。'], {
      synonyms: { leads: { 保育園: ['保育所'] } },
    });
    expect(find(both, '保育園')).toEqual(['保育所です。']);
    expect(find(both, '保育園 申込')).toEqual([]);
    expect(find(both, '保育所 申込')).toHaveLength(2);
  });

  it('stand for one word of a query only', () => {
    const review = anIndex(['人事評価を行います。', '人事評価をフィードバックします。'], {
      synonyms: { leads: { フィードバック: ['人事評価'] } },
    });
    expect(find(review, '人事評価 フィードバック')).toEqual(['人事評価をフィードバックします。']);
    // Either of two words that mean the same is enough.
    expect(find(index, '副業 兼業')).toHaveLength(2);
  });

  it('are said', () => {
    const [word] = createEngine(index).search('副業').words;
    expect(word?.forms).toEqual([
      { text: '副業', kind: 'word' },
      { text: '兼業', kind: 'synonym' },
    ]);
  });
});

describe('a reading', () => {
  const index = anIndex(
    [
      '折衝力を高めます。',
      '人材育成を進めます。',
      '人材を大切に育成します。',
      'メンターがいます。',
    ],
    {
      readings: { せっしょう: ['折衝'], りょく: ['力'], じんざい: ['人材'], いくせい: ['育成'] },
    },
  );

  it.each([
    ['せっしょう', '折衝力を高めます。'],
    ['せっしょうりょく', '折衝力を高めます。'],
    ['sesshou', '折衝力を高めます。'],
    ['sessho', '折衝力を高めます。'],
    ['めんたー', 'メンターがいます。'],
    ['menta', 'メンターがいます。'],
  ])('%s finds the word', (query, text) => {
    expect(find(index, query)[0]).toBe(text);
  });

  it('of several words finds them together above apart', () => {
    expect(find(index, 'じんざいいくせい')).toEqual([
      '人材育成を進めます。',
      '人材を大切に育成します。',
    ]);
    expect(find(index, 'jinzai ikusei')[0]).toBe('人材育成を進めます。');
  });

  it('of nothing finds nothing', () => {
    expect(find(index, 'ぺんぎん')).toEqual([]);
    expect(find(index, 'pengin')).toEqual([]);
  });
});

describe('a slip of the source', () => {
  const index = anIndex(['市長マニフェフトを実現します。'], {
    misprints: [{ printed: 'マニフェフト', reading: 'マニフェスト' }],
  });

  it('is found as printed and as meant, and marked as printed', () => {
    expect(marked(index, 'マニフェスト')).toEqual(['マニフェフト']);
    expect(marked(index, 'マニフェフト')).toEqual(['マニフェフト']);
    expect(marked(index, '市長マニフェスト')).toEqual(['市長マニフェフト']);
  });
});

describe('a question', () => {
  const index = anIndex(
    [
      '課長には判断力が求められます。',
      '課長は入庁25年（48歳）です。',
      '研修を行います。',
      '若手職員の離職が増えています。',
    ],
    { synonyms: { leads: { 辞め: ['離職'], 若い: ['若手'] } } },
  );

  it('finds its subject', () => {
    expect(find(index, '課長になるには何が要るのか')).toContain('課長には判断力が求められます。');
    expect(find(index, 'なぜ若い職員は辞めるのですか')[0]).toBe('若手職員の離職が増えています。');
  });

  it('is answered by what it asks for', () => {
    expect(find(index, '課長は何歳ですか')[0]).toBe('課長は入庁25年（48歳）です。');
  });

  it('needs no word that only asks for a side of its subject', () => {
    const sides = anIndex(['離職の理由です。', '離職が増えました。', '理由です。']);
    expect(find(sides, '離職の理由')).toEqual(['離職の理由です。', '離職が増えました。']);
    expect(find(sides, '離職 理由')).toEqual(['離職の理由です。']);
  });

  it('without an answer gets none', () => {
    expect(find(index, '賃貸マンションの家賃はいくらですか')).toEqual([]);
    expect(find(index, 'どうしてですか')).toEqual([]);
  });
});

describe('the order', () => {
  it('puts the page of a grade or ability above what mentions it', () => {
    const index = anIndex([
      '係長は係長職です。係長が係長を指導します。',
      { text: '係長職 係長', type: 'grade', heading: '港市 › 行政職 › 係長職' },
    ]);
    expect(find(index, '係長')[0]).toBe('係長職 係長');
  });

  it('puts the cell of a post and an ability above sentences with both', () => {
    const index = anIndex([
      '課長は判断力を持って判断します。',
      {
        text: '判断 責任者として決めます。',
        type: 'ability',
        heading: '基本方針 › 標準 › 課長職 › 判断',
      },
    ]);
    expect(find(index, '課長 判断力')[0]).toBe('判断 責任者として決めます。');
  });

  it('puts what is headed so above what only mentions it', () => {
    const index = anIndex([
      '副業も認めます。',
      { text: '副業を認める範囲を定めます。', heading: '基本方針 › 副業' },
    ]);
    expect(find(index, '副業')[0]).toBe('副業を認める範囲を定めます。');
  });

  it('weighs a rare word above a common one where none has both', () => {
    const index = anIndex(['職員です。', '職員と市民です。', '職員の力です。', '表彰です。']);
    expect(find(index, '職員 表彰')[0]).toBe('表彰です。');
  });

  it('lets no city drown another', () => {
    const index = anIndex([
      ...Array.from({ length: 6 }, (_, at) => ({ text: `研修その${at + 1}です。` })),
      { city: 'otaru', text: '研修の七です。' },
    ]);
    expect(find(index, '研修').indexOf('研修の七です。')).toBeLessThan(3);
  });

  it('is the same every time', () => {
    const index = anIndex(['研修です。', '研修だ。', '研修よ。']);
    expect(find(index, '研修')).toEqual(find(index, '研修'));
  });

  it('shows the same words of one city once', () => {
    const index = anIndex(['など研修', 'など 研修', { city: 'otaru', text: 'など研修' }]);
    expect(find(index, '研修')).toHaveLength(2);
  });
});

describe('a city', () => {
  const index = anIndex([
    { city: 'minato', text: '研修です。' },
    { city: 'minato', text: '港市（みなとし）', heading: '港市', url: '/minato/' },
    { city: 'otaru', text: '研修だ。' },
    { city: 'otaru', text: '小樽商科大学と結びます。' },
  ]);

  it('narrows a query that names it', () => {
    expect(find(index, '小樽市の研修')).toEqual(['研修だ。']);
    expect(find(index, '小樽 研修')).toEqual(['研修だ。']);
    expect(find(index, '港市と小樽市の研修')).toHaveLength(2);
  });

  it('is found by its name alone, its own page first', () => {
    for (const name of ['港市', '港', 'みなとし', 'minato']) {
      expect(find(index, name)[0], name).toBe('港市（みなとし）');
    }
  });

  it('in another name is none', () => {
    expect(createEngine(index).search('小樽商科大学').cities).toEqual([]);
    expect(find(index, '小樽商科大学')).toEqual(['小樽商科大学と結びます。']);
  });

  it('that has nothing to say narrows nothing', () => {
    expect(find(index, '青森市の研修')).toHaveLength(2);
  });

  it('and a type narrow by option, with the counts of the others', () => {
    const { hits, total, counts } = createEngine(index).search('研修', {
      city: 'otaru',
      type: 'section',
    });
    expect(hits).toHaveLength(1);
    expect(total).toBe(1);
    expect(counts.city).toEqual({ minato: 1, otaru: 1 });
    expect(find(index, '研修', { type: 'grade' })).toEqual([]);
  });
});

describe('an answer', () => {
  it('holds no more hits than asked for, and their number', () => {
    const { hits, total } = createEngine(anIndex(['研修1', '研修2', '研修3'])).search('研修', {
      limit: 2,
    });
    expect(hits).toHaveLength(2);
    expect(total).toBe(3);
  });

  it('names what is near where nothing is found', () => {
    const index = anIndex([{ text: '国に行きます。', heading: '基本方針 › 派遣研修' }]);
    const { near, words } = createEngine(index).search('人材派遣');
    expect(near).toEqual(['派遣研修']);
    expect(words).toEqual([
      { word: '人材', forms: [] },
      { word: '派遣', forms: [{ text: '派遣', kind: 'word' }] },
    ]);
  });

  it.each([
    '',
    ' ',
    '。、！？',
    '-',
    '「」',
    '"',
    '| ! ^ = $',
    '\u0000',
    'a'.repeat(5000),
    '🙂',
    '[(*+?.\\',
  ])('to %j breaks nothing', (query) => {
    expect(find(anIndex(['研修です。']), query)).toEqual([]);
  });

  it('explains the score', () => {
    const [hit] = createEngine(anIndex(['研修です。', '研修の計画です。'])).search(
      '研修 計画',
    ).hits;
    expect(hit?.explain).toMatchObject({
      words: [
        { word: '研修', form: '研修', kind: 'word' },
        { word: '計画', form: '計画', kind: 'word' },
      ],
      coverage: 1,
    });
  });

  it('of an empty index is empty', () => {
    expect(find(anIndex([]), '研修')).toEqual([]);
  });
});
