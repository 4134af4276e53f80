import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../scripts/read-content.ts';
import type { City, PolicyDocument, Requirement, Value } from '../../src/domain/model.ts';
import { foldPolicy, readSource } from '../support/source-text.ts';
import { JOINED } from './joined.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const { catalog, problems } = readContent(path.join(ROOT, 'content'));

function cityOf(id: string): City {
  const city = catalog.cities.find((one) => one.id === id);
  if (!city) throw new Error(`unknown city: ${id}`);
  return city;
}

/** Every object in a city that carries a field, with the path that leads to it. */
function* carriers(
  value: unknown,
  field: string,
  at = '',
): Generator<[string, Record<string, unknown>]> {
  if (value === null || typeof value !== 'object') return;
  if (field in value) yield [at, value as Record<string, unknown>];
  for (const [key, inner] of Object.entries(value)) {
    // Pages and their anchors repeat the records that they show.
    if (key !== 'blocks' && key !== 'anchors') yield* carriers(inner, field, `${at}.${key}`);
  }
}

const numbersIn = (lines: string): number[] =>
  lines.split(',').flatMap((range) => {
    const [from = 0, to = from] = range.split('-').map(Number);
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });

/** Folded text of each line of a document's source, by line number. */
function linesOf({ sourceFile }: PolicyDocument): Map<number, string> {
  const { folded, lines } = readSource(sourceFile);
  const texts = new Map<number, string>();
  for (const [index, line] of lines.entries()) {
    texts.set(line, (texts.get(line) ?? '') + (folded[index] ?? ''));
  }
  return texts;
}

test('the content holds together', () => {
  expect(problems).toEqual([]);
  expect(catalog.cities.map(({ name }) => name)).toEqual(['札幌市', '士別市', '小樽市', '青森市']);
});

describe.each(catalog.cities)('every claim of $name', (city) => {
  const documents = new Map(city.documents.map((document) => [document.id, document]));

  test('names a document and a section of it', () => {
    const wrong = [...carriers(city, 'section')].filter(([at, { document, section }]) => {
      const sections = documents.get(String(document))?.sections ?? [];
      return !at.includes('.sections.') && !sections.some(({ id }) => id === section);
    });
    expect(wrong).toEqual([]);
  });

  test('names lines that its source has', () => {
    const ends = new Map(
      city.documents.map((document) => [document.id, Math.max(...linesOf(document).keys())]),
    );
    const last = Math.max(...ends.values());
    const claims = [...carriers(city, 'lines')];
    const wrong = claims.filter(([, { lines, document }]) => {
      const end = ends.get(String(document)) ?? last;
      return numbersIn(String(lines)).some((line) => line < 1 || line > end);
    });
    expect(wrong).toEqual([]);
    expect(claims.length).toBeGreaterThan(100);
  });

  test('has an address on a page that there is', () => {
    const sections = city.documents.flatMap((document) => document.sections);
    const anchors = new Map(
      sections.map(({ url, anchors: all }) => [url, new Set(all.map(({ id }) => id))]),
    );
    const wrong = [...carriers(city, 'url')].filter(([, { url }]) => {
      const [page = '', fragment] = String(url).split('#');
      const ids = anchors.get(page);
      return !ids || (fragment?.startsWith('p-') === true && !ids.has(fragment));
    });
    expect(wrong).toEqual([]);
  });

  test('gives a reason where it is only likely', () => {
    const likely = [...carriers(city, 'certainty')].filter(
      ([, { certainty }]) => certainty === 'likely',
    );
    const bare = likely.filter(
      ([, { certaintyReason: reason }]) => typeof reason !== 'string' || !/[ぁ-ん]/u.test(reason),
    );
    expect(bare).toEqual([]);
  });

  test('stands on the lines that it names', () => {
    const texts = new Map(city.documents.map((document) => [document.id, linesOf(document)]));
    const joined = city.documents.flatMap(({ sourceFile }) => JOINED[sourceFile] ?? []);
    const strays: string[] = [];
    const claim = (
      what: string,
      { document, lines }: { document: string; lines: string },
      claims: readonly (string | undefined)[],
    ) => {
      const own = numbersIn(lines)
        .map((line) => texts.get(document)?.get(line) ?? '')
        .join('');
      const stands = (text: string) => own.includes(foldPolicy(text));
      for (const text of claims) {
        if (text === undefined) continue;
        const forms = [text.replace(/\[\^([^\]]+)\]/gu, '$1'), text.replace(/\[\^[^\]]+\]/gu, '')];
        const pieces = joined.find(({ shown }) => shown === text)?.pieces ?? [];
        const isJoined = pieces.length > 0 && pieces.every(stands);
        if (!forms.some(stands) && !isJoined) strays.push(`${what} ${lines}: ${text}`);
      }
    };
    const printed = (value: Value | { answers: string[] }) =>
      'printed' in value ? [value.printed] : 'answers' in value ? value.answers : [];

    for (const { sections } of city.documents) {
      for (const section of sections) claim(section.id, section, [section.heading]);
    }
    for (const { id: document, misprints } of city.documents) {
      for (const { printed: slip, lines } of misprints)
        claim('misprint', { document, lines }, [slip]);
    }
    for (const one of city.visions) claim(one.id, one, [one.name, one.text]);
    for (const one of city.abilities) claim(one.id, one, [one.name, ...one.definitions]);
    for (const one of city.requirements) {
      if (one.grade !== 'all') claim(one.id, one, [one.statement]);
    }
    for (const { document, columns, labels, lines, items, title, tagline } of city.roles) {
      claim('role', { document, lines }, [...(columns.length > 0 ? labels : []), title, tagline]);
      for (const item of items)
        claim(item.id, { document, lines: item.lines }, [item.name, ...item.texts]);
    }
    for (const one of city.training) {
      claim(one.id, one, [one.name, one.detail, one.target, one.goal, ...one.items]);
    }
    for (const one of city.initiatives) {
      const {
        title,
        texts: paragraphs,
        items,
        note,
        ownersPrinted,
        owners,
        indicator,
        document,
      } = one;
      claim(one.id, one, [
        title,
        ...paragraphs.map(({ text }) => text),
        ...items,
        note,
        ownersPrinted,
        ...owners,
      ]);
      if (!indicator) continue;
      const values = [...printed(indicator.baseline), ...printed(indicator.target)];
      claim(one.id, { document, lines: indicator.lines }, [indicator.name, ...values]);
    }
    for (const one of city.indicators)
      claim(one.id, one, [one.name, ...one.values.flatMap(printed)]);
    for (const { document, facts, questions } of city.surveys) {
      for (const { lines, label, texts: answers, items } of facts) {
        claim(label, { document, lines }, [label, ...answers, ...items]);
      }
      for (const one of questions) {
        claim(one.id, one, [one.text, one.detail, ...one.values.flatMap(printed)]);
      }
    }
    // The term that a note explains stands where it is used, not at the note.
    for (const one of city.terms) claim(one.id, one, one.definitions);
    for (const one of city.forms)
      claim(one.id, one, [one.label, one.name, ...one.header, ...one.columns]);
    for (const one of city.grades) {
      claim(one.id, one, [one.name]);
      for (const { lines, level, duty } of one.salaryGrades) {
        claim(one.id, { document: one.document, lines }, [level, duty]);
      }
      const { typical, layer } = one;
      if (typical)
        claim(one.id, { document: one.document, lines: typical.lines }, [typical.printed]);
      if (layer) claim(one.id, { document: one.document, lines: layer.lines }, [layer.name]);
    }
    for (const { document, phases, notes, tracks } of city.careerPath ? [city.careerPath] : []) {
      for (const { id, lines, name } of phases) claim(id, { document, lines }, [name]);
      for (const { text, lines } of notes) claim('note', { document, lines }, [text]);
      for (const { id, lines, name, texts: stages } of tracks) {
        claim(id, { document, lines }, [name]);
        for (const { lines: own, ...stage } of stages) {
          claim(id, { document, lines: own }, [stage.label, stage.text, stage.note]);
        }
      }
    }
    for (const { document, notes } of [...city.surveys, ...(city.matrix ? [city.matrix] : [])]) {
      for (const { text, lines } of notes) claim('note', { document, lines }, [text]);
    }
    expect(strays).toEqual(STRAYS[city.id] ?? []);
  });
});

/** Texts that stand elsewhere in the source than their record, and why that is right. */
const STRAYS: Readonly<Record<string, readonly string[]>> = {
  aomori: [
    // Likely: the table does not say what TL stands for.
    'tl 983-985: チームリーダー',
    // Of 「2・1級」 and 「5・4・3級」 the text holds only the last 級 as a word.
    'shuji 406-408: 2級',
    // The row of the table prints the two on lines of their own; line 390 prints them so.
    'shukan-shusa 561-562: 主幹級・主査級',
    'shukan-shusa 392-395: 5級',
    'shukan-shusa 392-395: 4級',
  ],
};

describe('the counts of the inventories', () => {
  const sapporo = cityOf('sapporo');
  const shibetsu = cityOf('shibetsu');
  const otaru = cityOf('otaru');
  const aomori = cityOf('aomori');
  const ofValue = (all: readonly Requirement[], value: Requirement['value']) =>
    all.filter((cell) => cell.value === value && cell.grade !== 'all').length;
  const inDocument = (all: readonly { document: string }[], id: string) =>
    all.filter(({ document }) => document === id).length;

  test('Otaru: 27 tables with 123 sentences, 9 attitudes asked of all', () => {
    const holders = otaru.grades.filter(({ sharesTableWith }) => sharesTableWith === undefined);
    const cells = otaru.requirements.filter(
      ({ statement, grade }) => statement !== undefined && grade !== 'all',
    );
    const ids = holders.map(({ id }) => id);
    expect(cells.filter(({ grade }) => ids.includes(grade))).toHaveLength(123);
    expect(
      new Set(cells.map(({ grade }) => grade).filter((grade) => ids.includes(grade))).size,
    ).toBe(27);
    expect(cells.every(({ value }) => value === 'required')).toBe(true);
    // 主任 and 主事 are two posts that share the four rows of one table.
    expect(cells).toHaveLength(127);
    expect(otaru.requirements.filter(({ grade }) => grade === 'all')).toHaveLength(9);
    expect(otaru.requirements).toHaveLength(29 * 19 + 9);
    expect(ofValue(otaru.requirements, 'unknown')).toBe(0);
  });

  test('Otaru: 29 posts, 27 abilities, 9 attitudes, 28 duties, 5 職員像', () => {
    expect(otaru.grades).toHaveLength(29);
    const sizes = Object.fromEntries(
      otaru.abilityGroups.map(({ id, abilities }) => [id, abilities.length]),
    );
    expect(sizes).toEqual({
      hyojun: 19,
      ishiki: 9,
      'shokumu-suiko': 13,
      'seisaku-keisei': 4,
      management: 5,
      'gyosei-keiei': 5,
    });
    expect(otaru.roles.flatMap(({ items }) => items)).toHaveLength(28);
    expect(otaru.visions).toHaveLength(5);
  });

  test('Otaru: 44 measures, 2 KGI, 12 KPI with 5 dashes, 11 trainings, 13 footnotes, 12 terms, 2 forms, 17 lost', () => {
    expect(otaru.initiatives).toHaveLength(44);
    expect(otaru.indicators.filter(({ kind }) => kind === 'kgi')).toHaveLength(2);
    const kpi = otaru.indicators.filter(({ kind }) => kind === 'kpi');
    expect(kpi).toHaveLength(12);
    const values = kpi.flatMap((one) => one.values);
    expect(values.filter((value) => 'printed' in value && value.printed === '－')).toHaveLength(5);
    expect(otaru.training).toHaveLength(11);
    expect(otaru.terms.filter(({ kind }) => kind === 'footnote')).toHaveLength(13);
    expect(otaru.terms.filter(({ kind }) => kind === 'inline')).toHaveLength(12);
    expect(otaru.forms).toHaveLength(2);
    expect(otaru.omissions).toHaveLength(17);
  });

  test('Otaru: survey tables of 16 and 26 rows', () => {
    const rows = Object.fromEntries(
      otaru.surveys.map(({ id, questions }) => [id, questions.length]),
    );
    expect(rows).toMatchObject({ nendai: 16, yarigai: 26 });
  });

  test('Otaru: a ladder of 3 phases and 2 tracks, and one that is only considered', () => {
    expect(otaru.careerPath?.phases).toHaveLength(3);
    const tracks = otaru.careerPath?.tracks.filter(({ common }) => !common) ?? [];
    expect(tracks.map(({ name, status }) => `${name} ${status}`)).toEqual([
      'ゼネラリスト型 established',
      'スペシャリスト型 established',
      '複線型人事制度 considering',
    ]);
  });

  test('Aomori: 8 × 14 cells, 104 required and 8 not', () => {
    expect(aomori.grades).toHaveLength(8);
    expect(aomori.requirements).toHaveLength(112);
    expect(ofValue(aomori.requirements, 'required')).toBe(104);
    expect(ofValue(aomori.requirements, 'not-required')).toBe(8);
  });

  test('Aomori: every mark is the one that the source prints there', () => {
    const [document] = aomori.documents;
    const { raw } = readSource(document?.sourceFile ?? '');
    const rows = raw.split('\n').slice(551, 578).join('\n');
    const printed = [...rows.matchAll(/[○－]/gu)].map(([mark]) =>
      mark === '○' ? 'required' : 'not-required',
    );
    const byLine = aomori.grades.toSorted(
      (a, b) => Number.parseInt(a.lines) - Number.parseInt(b.lines),
    );
    const cells = byLine.flatMap(({ id }) =>
      aomori.requirements.filter(({ grade }) => grade === id),
    );
    expect(cells.map(({ value }) => value)).toEqual(printed);
    // ※1, ※2 and ※4 stand at cells, ※3 at a post.
    const noted = cells
      .filter(({ note }) => note !== undefined)
      .map(({ id, note }) => `${id} ${note?.slice(0, 2)}`);
    expect(noted.filter((text) => !text.startsWith('sainin-yo'))).toMatchInlineSnapshot(`
      [
        "gino-romu.chishiki ※1",
        "gino-romu.otai-sessho ※2",
        "kaikei-nendo.otai-sessho ※2",
        "kaikei-nendo.kaizendo ※4",
      ]
    `);
    expect(aomori.grades.filter(({ note }) => note !== undefined).map(({ id }) => id)).toEqual([
      'sainin-yo',
    ]);
  });

  test('Aomori: 21 measures, 13 scores in 5 sets, 2 DX rows, 10 trainings, 21 lost', () => {
    expect(aomori.initiatives).toHaveLength(21);
    const engagement = aomori.surveys.find(({ id }) => id === 'engagement');
    expect(engagement?.questions).toHaveLength(13);
    expect(engagement?.sets).toHaveLength(5);
    expect(aomori.indicators.map(({ values }) => values.length)).toEqual([6, 6]);
    expect(aomori.training).toHaveLength(10);
    expect(aomori.omissions).toHaveLength(21);
  });

  test('Shibetsu: 6 texts and 6 × 11 unknown cells, 9 attitudes asked of all', () => {
    expect(shibetsu.grades).toHaveLength(6);
    const texts = shibetsu.requirements.filter(
      ({ grade, statement }) => grade !== 'all' && statement !== undefined,
    );
    expect(texts).toHaveLength(6);
    expect(new Set(texts.map(({ statement }) => statement)).size).toBe(4);
    const unknown = shibetsu.requirements.filter(({ value }) => value === 'unknown');
    expect(unknown).toHaveLength(66);
    expect(new Set(unknown.map(({ omission }) => omission))).toEqual(new Set(['wariai']));
    expect(shibetsu.requirements.filter(({ grade }) => grade === 'all')).toHaveLength(9);
    expect(shibetsu.requirements).toHaveLength(6 + 66 + 9);
  });

  test('Shibetsu: 28 measures, 12 trainings, 9 terms, 3 職員像, 6 lost', () => {
    expect(shibetsu.initiatives).toHaveLength(28);
    expect(shibetsu.training).toHaveLength(12);
    expect(shibetsu.terms).toHaveLength(9);
    expect(shibetsu.visions).toHaveLength(3);
    expect(shibetsu.omissions).toHaveLength(6);
  });

  test('Sapporo: 5 × 22 cells, all unknown', () => {
    expect(sapporo.grades).toHaveLength(5);
    expect(sapporo.abilities).toHaveLength(22);
    expect(sapporo.requirements).toHaveLength(110);
    expect(ofValue(sapporo.requirements, 'unknown')).toBe(110);
    expect(sapporo.requirements.every(({ statement }) => statement === undefined)).toBe(true);
  });

  test('Sapporo: 94 entries of the plan and 18 measures of the policy', () => {
    expect(inDocument(sapporo.initiatives, 'plan')).toBe(94);
    expect(inDocument(sapporo.initiatives, 'hoshin')).toBe(18);
  });

  test('Sapporo: 83 targets; of their first values 39 dashes and 5 lost, of their second 5 lost', () => {
    const targets = sapporo.initiatives.flatMap(({ indicator }) => indicator ?? []);
    expect(targets).toHaveLength(83);
    const kindOf = (value: Value) => {
      if ('omission' in value) return 'lost';
      if (/^[—-]$/u.test(value.printed)) return 'dash';
      return /\d/u.test(value.printed) ? 'number' : 'word';
    };
    const countOf = (values: Value[]) =>
      Object.fromEntries([...Map.groupBy(values, kindOf)].map(([kind, all]) => [kind, all.length]));
    expect(countOf(targets.map(({ baseline }) => baseline))).toEqual({
      number: 23,
      word: 16,
      dash: 39,
      lost: 5,
    });
    expect(countOf(targets.map(({ target }) => target))).toEqual({ number: 38, word: 40, lost: 5 });
  });

  test('Sapporo: 40 footnotes of the plan, 8 terms of the policy, 18 lost', () => {
    expect(inDocument(sapporo.terms, 'plan')).toBe(40);
    expect(inDocument(sapporo.terms, 'hoshin')).toBe(8);
    expect(sapporo.omissions).toHaveLength(18);
  });
});

test('there is one zod, the one that Astro brings', () => {
  const lock = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version?: string; dependencies?: Record<string, string> }>;
  };
  const copies = Object.keys(lock.packages).filter((name) => name.endsWith('node_modules/zod'));
  expect(copies).toEqual(['node_modules/zod']);
  const wanted = lock.packages['']?.dependencies?.['zod'];
  expect(wanted).toBe(lock.packages['node_modules/zod']?.version);
  expect(lock.packages['node_modules/astro']?.dependencies?.['zod']).toBeDefined();
});
