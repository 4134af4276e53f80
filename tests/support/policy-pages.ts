import { existsSync } from 'node:fs';
import path from 'node:path';
import { readContent } from '../../scripts/read-content.ts';
import type { PolicyDocument } from '../../src/domain/model.ts';
import { JOINED } from '../content/joined.ts';
import { hasFile, pagePaths, readPage } from './built-site.ts';
import type { JoinedRun, LeftOut } from './fidelity.ts';
import { readSource, type SourceText } from './source-text.ts';
import { verbatimRuns, type VerbatimRun } from './verbatim.ts';

/** One document with all that the fidelity tests compare. */
export interface PolicyFixture {
  /** `<city>/<document>`, as in `data-verbatim`. */
  id: string;
  document: PolicyDocument;
  source: SourceText;
  joined: readonly JoinedRun[];
  leftOut: readonly LeftOut[];
  /** What the pages of its sections show, in reading order. */
  runs: VerbatimRun[];
}

const CONTENT = path.resolve(import.meta.dirname, '../../content');
const LEFT_OUT = path.resolve(import.meta.dirname, '../content/left-out');

/** Nothing is left out of a document unless a file says so. */
async function leftOutOf(sourceFile: string): Promise<readonly LeftOut[]> {
  const file = path.join(LEFT_OUT, `${path.basename(sourceFile, '.txt')}.ts`);
  if (!existsSync(file)) return [];
  const { default: leftOut } = (await import(file)) as { default: LeftOut[] };
  return leftOut;
}

async function fixtureOf(document: PolicyDocument): Promise<PolicyFixture> {
  const { city, id, sourceFile, sections } = document;
  const pages = sections.map(({ url }) => url).filter((url) => hasFile(`${url}index.html`));
  return {
    id: `${city}/${id}`,
    document,
    source: readSource(sourceFile),
    joined: JOINED[sourceFile] ?? [],
    leftOut: await leftOutOf(sourceFile),
    runs: pages.flatMap((page) => verbatimRuns(page, readPage(page))),
  };
}

/** All documents of content/ with their sources and what dist/ shows of them. */
export function readPolicies(): Promise<PolicyFixture[]> {
  const { catalog } = readContent(CONTENT);
  const documents = catalog.cities.flatMap((city) => city.documents);
  return Promise.all(documents.map(fixtureOf));
}

/** Policy text on all pages of the site. */
export function runsOnAllPages(): VerbatimRun[] {
  return pagePaths().flatMap((page) => verbatimRuns(page, readPage(page)));
}
