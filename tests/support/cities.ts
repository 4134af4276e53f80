import type { City, Grade, Track } from '../../src/domain/model.ts';
import {
  aCareerPath,
  aCity,
  aGrade,
  aMatrix,
  anAbility,
  anAbilityGroup,
  anInitiative,
  anOmission,
  aRequirement,
  aRole,
  aTerm,
  aTrack,
  aVision,
  gradesOf,
  movesAlong,
} from './builders.ts';

/** Cities of the shapes that ladders and matrices come in, and two that no one has printed yet. */

const LIKELY = { certainty: 'likely', certaintyReason: '罫線が読み取れません。' } as const;

/** Stated years, phases, and a common stretch that forks into two tracks. */
export function aCityWithYears(): City {
  const posts: [string, string, number, string, string][] = [
    ['shuji', '主事', 1, 'ikusei', '1級・2級'],
    ['shunin', '主任', 9, 'ikusei', '3級・4級'],
    ['kakaricho', '係長', 17, 'kakuju', '3級～5級'],
    ['kacho', '課長', 25, 'hakki', '5級・6級'],
    ['jicho', '次長', 30, 'hakki', '6級・7級'],
    ['bucho', '部長', 33, 'hakki', '7級・8級'],
  ];
  const grades = posts.map(([id, careerPathName, year, phase, salaryGradesPrinted], index) =>
    aGrade({
      id,
      name: `${careerPathName}職`,
      careerPathName,
      rank: index + 1,
      phase: { id: phase, ...LIKELY },
      salaryGradesPrinted,
      typical: {
        yearsOfService: year,
        age: year + 23,
        printed: `入庁${year}年（${year + 23}歳）`,
        lines: '1',
      },
    }),
  );
  const forked = ['shunin', 'kakaricho', 'kacho', 'jicho', 'bucho'];
  return aCity({
    grades,
    careerPath: aCareerPath({
      phases: [
        ['ikusei', '能力育成時期'],
        ['kakuju', '能力拡充時期'],
        ['hakki', '能力発揮時期'],
      ].map(([id = '', name = '']) => ({ id, name, lines: '1', certainty: 'certain' })),
      notes: [{ text: '年数は平均を掲載', lines: '1' }],
      tracks: [
        aTrack({
          id: 'common',
          name: '能力育成時期',
          common: true,
          texts: [{ phase: 'ikusei', label: '事務職', text: '異なる職務分野を経験。', lines: '1' }],
        }),
        aTrack({ id: 'generalist', name: 'ゼネラリスト型', texts: trackTexts('幅広い知見') }),
        aTrack({ id: 'specialist', name: 'スペシャリスト型', texts: trackTexts('高い専門性') }),
      ],
      moves: [
        ...movesAlong(['shuji', 'shunin'], { track: 'common' }),
        ...movesAlong(forked, { track: 'generalist' }),
        ...movesAlong(forked, { track: 'specialist' }),
      ],
    }),
  });
}

function trackTexts(what: string): Track['texts'] {
  return ['kakuju', 'hakki'].map((phase) => ({
    phase,
    text: `${what}を活かし、各部署でリーダーシップを発揮し、組織のまとめ役として能力を発揮する。`,
    note: '※自己の職務分野の専門性だけではなく、一定の市政全般的な知識を必要とする。',
    lines: '1',
  }));
}

/** Layers, lost phases, single grades beside the main family, and two plans. */
export function aCityWithPlans(): City {
  const layer = (name: string) => ({ layer: { name, lines: '1', certainty: 'certain' as const } });
  const names = [
    '主事級',
    '主幹級・主査級',
    '課長級（課長・副参事等）',
    '次長級（次長・参事等）',
    '部長級（部長・理事等）',
  ];
  const layers = ['一般職員', '監督職員', '管理職員', '管理職員', '管理職員'];
  const sentence =
    '多様化する地域課題に対応するため、特定の業務・分野の専門性を高めたい職員が、希望に沿ったキャリア形成を実現することにより、複線型人事制度の導入を検討します。';
  return aCity({
    jobFamilies: [
      { id: 'gyosei', name: '行政職' },
      { id: 'gino', name: '技能労務職員' },
      { id: 'sainin', name: '再任用職員' },
      { id: 'kaikei', name: '会計年度任用職員' },
    ],
    grades: [
      ...names.map((name, index) =>
        aGrade({
          id: `g${index}`,
          name,
          rank: index + 1,
          ...layer(layers[index] ?? ''),
          salaryGradesPrinted: '5・4・3級',
        }),
      ),
      ...['gino', 'sainin', 'kaikei'].map((id) =>
        aGrade({ id, jobFamily: id, name: '会計年度任用職員', salaryGradesPrinted: '－' }),
      ),
    ],
    roles: [
      aRole({ id: 'r0', grades: ['g0'], texts: ['実務を担当します。'] }),
      aRole({ id: 'r4', grades: ['g4'], texts: [sentence] }),
      aRole({ id: 'rk', grades: ['kaikei'], texts: [sentence] }),
    ],
    abilityGroups: [anAbilityGroup({ abilities: ['a', 'b'].map((id) => anAbility({ id })) })],
    requirements: ['a', 'b'].map((ability) => aRequirement({ grade: 'g0', ability })),
    initiatives: [anInitiative({ texts: [{ text: sentence, certainty: 'certain' }] })],
    careerPath: aCareerPath({
      phases: [{ id: 'tenkai', name: '能力展開期', lines: '1', ...LIKELY }],
      tracks: [
        aTrack({
          id: 'fukusen',
          name: '複線型人事制度',
          status: 'considering',
          initiative: 'kentou',
        }),
        aTrack({
          id: 'open',
          name: 'キャリアオープン制度',
          status: 'introducing',
          initiative: 'kentou',
        }),
      ],
    }),
  });
}

/** Six titles on four ranks; one sentence for those of a rank, and a figure that is lost. */
export function aCityOfTiers(): City {
  const titles: [string, number][] = [
    ['担当職', 1],
    ['係長職', 2],
    ['課長職', 3],
    ['副長職', 3],
    ['部長職', 4],
    ['統括監職', 4],
  ];
  return aCity({
    grades: titles.map(([name, rank], index) =>
      aGrade({ id: `t${index}`, name, rank, ...(index === 0 ? LIKELY : {}) }),
    ),
    abilityGroups: [
      anAbilityGroup({
        abilities: [anAbility({ id: 'yokyu', kind: 'summary' }), anAbility({ id: 'lost' })],
      }),
    ],
    requirements: titles.flatMap(([name, rank], index) => [
      aRequirement({
        grade: `t${index}`,
        ability: 'yokyu',
        statement:
          rank === 3
            ? '課員の計画的な指導育成と職場の活性化を図るとともに、組織目標を達成するため、業務を効果的に遂行することができる能力'
            : `${name}として、与えられた担当業務を正確かつ迅速に遂行するとともに、改善に向け積極的に取り組む能力`,
      }),
      aRequirement({ grade: `t${index}`, ability: 'lost', value: 'unknown' }),
    ]),
  });
}

/** Five grades and nothing else, and what the city wants of all its staff. */
export function aPlainCity(): City {
  return aCity({
    visions: [
      aVision({ certainty: 'likely', certaintyReason: '組み合わせは推定です。' }),
      aVision({
        id: 'mirai',
        name: undefined,
        text: '前例に捉われず、柔軟な発想と広い視野を持ち、未来を見据え挑戦します',
      }),
    ],
    grades: gradesOf(['ippan', 'kakaricho', 'kacho', 'bucho', 'kyokucho']),
  });
}

const LONG_NAME =
  '病院局の医師、助産師、看護師及び准看護師以外の医療専門職のうち特に困難な業務を総括する職にある者（主任職・主事職を除く。）';

/** Twelve grades with names of sixty characters on four tracks, with everything else a ladder can have. */
export function aGiantCity({ years = true }: { years?: boolean } = {}): City {
  const ids = Array.from({ length: 12 }, (_, index) => `g${index}`);
  const tracks = ['a', 'b', 'c', 'd'].map((id) =>
    aTrack({
      id,
      name: `${LONG_NAME.slice(0, 20)}${id}`,
      texts: [{ phase: 'p1', text: LONG_NAME, note: LONG_NAME, lines: '1' }],
    }),
  );
  const grades = ids.map((id, index) =>
    aGrade({
      id,
      name: `${LONG_NAME}${index}`,
      rank: index + 1,
      ...LIKELY,
      salaryGradesPrinted: '特に複雑又は困難な業務を処理する職務の級',
      phase: { id: `p${Math.floor(index / 4)}`, ...LIKELY },
      layer: { name: `第${Math.floor(index / 6)}層の職員`, lines: '1', ...LIKELY },
      ...(years
        ? { typical: { yearsOfService: index + 1, age: index + 24, printed: '年', lines: '1' } }
        : {}),
    }),
  );
  return aCity({
    grades,
    roles: ids.map((id) => aRole({ id: `r-${id}`, grades: [id], texts: [LONG_NAME.repeat(2)] })),
    initiatives: [anInitiative({ texts: [{ text: LONG_NAME.repeat(4), certainty: 'certain' }] })],
    careerPath: aCareerPath({
      phases: ['p0', 'p1', 'p2'].map((id) => ({
        id,
        name: '能力育成・開発期',
        lines: '1',
        certainty: 'certain',
      })),
      tracks: [
        aTrack({ id: 'common', common: true }),
        ...tracks,
        aTrack({ id: 'plan', name: LONG_NAME, status: 'considering', initiative: 'kentou' }),
      ],
      moves: [
        ...movesAlong(ids.slice(0, 3), { track: 'common' }),
        ...tracks.flatMap(({ id: track }) => movesAlong(ids.slice(2), { track })),
      ],
    }),
  });
}

/** Tracks with grades of their own, a grade that one track skips, and a way back together. */
export function aCityOfManyWays(): City {
  const grade = (id: string, rank: number): Grade => aGrade({ id, rank, name: `${id}専門官` });
  return aCity({
    grades: [
      grade('in', 1),
      grade('a2', 2),
      grade('b2', 2),
      grade('c2', 2),
      grade('a3', 3),
      grade('b3', 3),
      grade('top', 4),
    ],
    careerPath: aCareerPath({
      tracks: [
        aTrack({ id: 'a' }),
        aTrack({ id: 'b' }),
        aTrack({ id: 'c', status: 'introducing' }),
      ],
      moves: [
        ...movesAlong(['in', 'a2', 'a3', 'top'], { track: 'a' }),
        ...movesAlong(['in', 'b2', 'b3', 'top'], { track: 'b' }),
        ...movesAlong(['in', 'c2', 'top'], { track: 'c', basis: 'printed-order' }),
      ],
    }),
  });
}

/** A matrix of all four values, notes and a lost group, over several families. */
export function aMatrixCity({
  families = 3,
  rows = 3,
  names = '保健師（主任職・主事職）',
} = {}): City {
  const jobFamilies = Array.from({ length: families }, (_, index) => ({
    id: `f${index}`,
    name: `職種${index}`,
  }));
  const grades = jobFamilies.flatMap(({ id }, family) =>
    Array.from({ length: family === 0 ? rows : 1 + (family % 3) }, (_, index) =>
      aGrade({
        id: `${id}-${index}`,
        jobFamily: id,
        rank: index + 1,
        name: `${names}${index}`,
        ...(index === 0 ? { note: 'kome-3' } : {}),
      }),
    ),
  );
  const group = (id: string, name: string | undefined, abilities: string[]) =>
    anAbilityGroup({
      id,
      name,
      abilities: abilities.map((ability) =>
        anAbility({ id: ability, group: id, name: `${ability}コミュニケーション・判断` }),
      ),
    });
  const abilityGroups = [
    group('suiko', '業務遂行能力', ['a0', 'a1', 'a2', 'a3', 'a4']),
    group('iyoku', undefined, ['b0', 'b1']),
    group('lost', '階層別に要求される能力', ['c0']),
  ];
  const values = ['required', 'not-required', 'not-listed'] as const;
  const requirements = grades.flatMap(({ id: grade }, row) =>
    abilityGroups.flatMap(({ id, abilities }) =>
      abilities.map(({ id: ability }, column) => {
        const value =
          id === 'lost'
            ? 'unknown'
            : id === 'iyoku' && row > 2
              ? 'not-listed'
              : (values[(row + column) % 3] ?? 'required');
        return aRequirement({
          grade,
          ability,
          value,
          ...(value === 'required' && column % 2 === 0 ? { statement: '判断できる。' } : {}),
          ...(value === 'unknown' ? { omission: 'zu' } : {}),
          ...(value === 'not-required' ? { note: '※1 知識・技能' } : {}),
        });
      }),
    ),
  );
  return aCity({
    jobFamilies,
    grades,
    abilityGroups,
    requirements,
    omissions: [anOmission()],
    terms: [aTerm({ id: 'kome-3', mark: '※3' })],
    matrix: aMatrix({
      groups: ['suiko', 'iyoku'],
      lostGroups: [{ group: 'lost', omission: 'zu' }],
    }),
  });
}
