import { ABILITY_KIND, PASSAGE_TYPE } from '../schemas/vocabulary.ts';
import type { Readings } from '../schemas/readings.ts';
import { foldText } from '../text/normalise.ts';
import type { Catalog, City } from './model.ts';

/** The names of all cities' grades, abilities, terms and courses in 五十音 order: what search shows without its script. */
export type KanaIndex = KanaGroup[];

export interface KanaGroup {
  /** ASCII, for fragments: `kana-ka`. */
  id: string;
  /** か, or 読みのない見出し. */
  name: string;
  /** Empty where no word begins so. */
  entries: KanaEntry[];
}

/** One word, however many cities print it. */
export interface KanaEntry {
  /** As the first city prints it. */
  word: string;
  reading?: string | undefined;
  /** By city, then as filed. */
  links: KanaLink[];
}

export interface KanaLink {
  cityName: string;
  /** What the word is there: 職位, 能力, 用語. */
  kind: string;
  /** Site path, without the base. */
  url: string;
  /** 1, 2 …, only where a city has the word more than once as the same kind. */
  ordinal?: number | undefined;
}

/** Id of the group of words that content/readings.yaml does not have. */
const UNREAD_ID = 'kana-unread';

/** The ten rows of the syllabary; ん and the kana of no present-day word stand with わ. */
const ROWS = [
  { id: 'kana-a', kana: 'あいうえお' },
  { id: 'kana-ka', kana: 'かきくけこ' },
  { id: 'kana-sa', kana: 'さしすせそ' },
  { id: 'kana-ta', kana: 'たちつてと' },
  { id: 'kana-na', kana: 'なにぬねの' },
  { id: 'kana-ha', kana: 'はひふへほ' },
  { id: 'kana-ma', kana: 'まみむめも' },
  { id: 'kana-ya', kana: 'やゆよ' },
  { id: 'kana-ra', kana: 'らりるれろ' },
  { id: 'kana-wa', kana: 'わゐゑをん' },
] as const;

const SMALL = 'ぁぃぅぇぉっゃゅょゎゕゖ';
const FULL = 'あいうえおつやゆよわかけ';
const VOICE_MARKS = /[\u3099\u309A]/gu;
/** Kana by their vowel, which comes first: ー is sorted as the vowel that it makes long. */
const VOWELS = [
  'あかさたなはまやらわ',
  'いきしちにひみりゐ',
  'うくすつぬふむゆる',
  'えけせてねへめれゑ',
  'おこそとのほもよろを',
];

/** A reading as dictionaries sort it (JIS X 4061): voiced, small and long kana as the plain ones they come from. */
function sortKey(reading: string): string {
  let key = '';
  for (const kana of reading.normalize('NFD').replace(VOICE_MARKS, '')) {
    const small = SMALL.indexOf(kana);
    const last = key.charAt(key.length - 1);
    const vowel = VOWELS.find((row) => last !== '' && row.includes(last))?.charAt(0);
    key += kana === 'ー' ? (vowel ?? '') : small < 0 ? kana : FULL.charAt(small);
  }
  return key;
}

/** Order by character code, which neither the machine's language nor its version of Unicode changes. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** 五十音 order; where only voicing, size or length differ, the plain kana comes first: はん, ばん, ぱん. */
export function compareReadings(a: string, b: string): number {
  return compareText(sortKey(a), sortKey(b)) || compareText(a, b);
}

/** A word of a city that a visitor may look for, and where it leads. */
interface Headword {
  word: string;
  kind: string;
  url: string;
}

/** A table column that sums abilities up in one sentence names none of them. */
const isNamed = ({ kind }: { kind: string }) => kind !== 'summary';

function gradeWords({ id, grades }: City): Headword[] {
  return grades.flatMap(({ id: grade, name, alsoPrinted, careerPathName = name }) =>
    [name, ...alsoPrinted, careerPathName].map((word) => ({
      word,
      kind: PASSAGE_TYPE.grade,
      url: `/${id}/grades/${grade}/`,
    })),
  );
}

function abilityWords({ id, abilityGroups, abilities }: City): Headword[] {
  const groups = abilityGroups
    .filter(isNamed)
    .flatMap(({ name }) => (name === undefined ? [] : [name]));
  return [
    ...groups.map((word) => ({ word, kind: '能力の群', url: `/${id}/matrix/` })),
    ...abilities.filter(isNamed).map(({ id: ability, kind, name }) => ({
      word: name,
      kind: ABILITY_KIND[kind],
      url: `/${id}/matrix/#a-${ability}`,
    })),
  ];
}

/** A label that begins with its term would stand right beside it. */
function termWords({ id, terms }: City): Headword[] {
  return terms.flatMap(({ id: term, term: word, label = word }) =>
    [word, ...(label.startsWith(word) ? [] : [label])].map((printed) => ({
      word: printed,
      kind: PASSAGE_TYPE.term,
      url: `/${id}/glossary/#t-${term}`,
    })),
  );
}

function trainingWords({ training }: City): Headword[] {
  return training.flatMap(({ name, url }) =>
    name === undefined ? [] : [{ word: name, kind: PASSAGE_TYPE.training, url }],
  );
}

function headwordsOf(city: City): Headword[] {
  return [...gradeWords(city), ...abilityWords(city), ...termWords(city), ...trainingWords(city)];
}

/** Numbers the links of one city and kind where there are several, so that they can be told apart. */
function withOrdinals(links: readonly KanaLink[]): KanaLink[] {
  const kindOf = ({ cityName, kind }: KanaLink) => `${cityName}の${kind}`;
  const alike = Map.groupBy(links, kindOf);
  return links.map((link) => {
    const group = alike.get(kindOf(link)) ?? [];
    return group.length > 1 ? { ...link, ordinal: group.indexOf(link) + 1 } : link;
  });
}

/** Entries by reading, one per word; a word that differs only in width is the same. */
function collectEntries({ cities }: Pick<Catalog, 'cities'>, readings: Readings): KanaEntry[] {
  const known = new Map(
    Object.entries(readings).map(([word, reading]) => [foldText(word), reading]),
  );
  const entries = new Map<string, KanaEntry>();
  for (const city of cities) {
    for (const { word, kind, url } of headwordsOf(city)) {
      const key = foldText(word);
      const entry = entries.get(key) ?? { word, reading: known.get(key), links: [] };
      entries.set(key, entry);
      const isKnown = entry.links.some((link) => link.url === url && link.kind === kind);
      if (!isKnown) entry.links.push({ cityName: city.name, kind, url });
    }
  }
  return [...entries.values()].map((entry) => ({ ...entry, links: withOrdinals(entry.links) }));
}

function rowOf(reading: string): string {
  const first = sortKey(reading).charAt(0);
  return ROWS.find(({ kana }) => first !== '' && kana.includes(first))?.id ?? UNREAD_ID;
}

/**
 * The 五十音 index of a catalog: ten rows, each in dictionary order. Words without a reading follow in a group of
 * their own by character code, so that a new city is complete before anybody has written its readings.
 */
export function buildKanaIndex(catalog: Pick<Catalog, 'cities'>, readings: Readings): KanaIndex {
  const entries = collectEntries(catalog, readings).sort(
    (a, b) => compareReadings(a.reading ?? '', b.reading ?? '') || compareText(a.word, b.word),
  );
  const byRow = Map.groupBy(entries, ({ reading = '' }) => rowOf(reading));
  const rows = ROWS.map(({ id, kana }): KanaGroup => ({
    id,
    name: kana.charAt(0),
    entries: byRow.get(id) ?? [],
  }));
  const unread = byRow.get(UNREAD_ID);
  return unread ? [...rows, { id: UNREAD_ID, name: '読みのない見出し', entries: unread }] : rows;
}

/** Words of an index that wait for a reading. */
export function unreadWords(index: KanaIndex): string[] {
  return (index.find(({ id }) => id === UNREAD_ID)?.entries ?? []).map(({ word }) => word);
}
