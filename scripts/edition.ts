import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32 } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { zipSync, type Zippable } from 'fflate';
import { parse } from 'yaml';
import { EDITION_FILE, type Edition } from '../src/elements/kept-edition.ts';

/** Below the root of the site: every page with what it needs to be read, moved and searched. */
const PACKED = '**/*.{html,css,js,svg,json,txt}';

/** Files for other programs and other sites' frames, and what the worker itself must fetch. */
const LEFT_OUT = /^(?:data\/.*\.json|embed\/.*|robots\.txt|sw\.js|offline\/edition\.json)$/u;

/** ZIP dates start here; the pack knows no clock. */
const FIRST_DAY_OF_ZIP = new Date(1980, 0, 1);

/** A data file that a page names, in an attribute of its own; pictures and scripts need no version. */
const DATA_FILE = /"(\/[^"?]*\.(?:txt|json))(?:\?v=[0-9a-f]{8})?"/gu;

/** In a page, what this script wrote there before. */
const EDITION_MARK = /(<html)( data-edition="[0-9a-f]*")?(?=[\s>])/u;

/**
 * Makes one edition of a built site: names it by its content in every page (`data-edition`), gives the data files that
 * pages fetch a version, packs everything into one ZIP, and says so in `offline/edition.json`. Run again after a change
 * it makes the next edition.
 * @param root folder of the built site, which is changed
 * @param base path that the site is mounted under, with a slash at either end
 * @param date day of the edition, ISO
 */
export function writeEdition(
  root: string,
  { base, date }: { base: string; date: string },
): Edition {
  const files = new Map(
    globSync(PACKED, { cwd: root })
      .map((file) => file.split(path.sep).join('/'))
      .filter((file) => !LEFT_OUT.test(file))
      .sort()
      .map((file) => [file, readFileSync(path.join(root, file))]),
  );
  const versions = new Map(
    [...files].map(([file, content]) => [
      base + file,
      crc32(content).toString(16).padStart(8, '0'),
    ]),
  );
  const digest = createHash('sha256');
  const pages = new Map<string, string>();
  for (const [file, content] of files) {
    let whole: string | Buffer = content;
    if (file.endsWith('.html')) {
      whole = content
        .toString()
        .replace(EDITION_MARK, '$1')
        .replaceAll(DATA_FILE, (named, address: string) => {
          const version = versions.get(address);
          return version === undefined ? named : `"${address}?v=${version}"`;
        });
      pages.set(file, whole);
    }
    digest.update(`${file}\n${whole.length}\n`).update(whole);
  }
  const edition = digest.digest('hex').slice(0, 12);

  const packed: Zippable = {};
  for (const [file, content] of files) {
    const page = pages.get(file);
    if (page !== undefined)
      writeFileSync(path.join(root, file), markPage(page, `data-edition="${edition}"`));
    packed[file] =
      page === undefined
        ? content
        : Buffer.from(markPage(page, `data-edition="${edition}" data-kept`));
  }
  const pack = zipSync(packed, { level: 9, mtime: FIRST_DAY_OF_ZIP });
  const about: Edition = {
    edition,
    date,
    hash: createHash('sha256').update(pack).digest('hex'),
    pack: `offline/${edition}.zip`,
    bytes: pack.length,
    files: files.size,
  };
  mkdirSync(path.join(root, 'offline'), { recursive: true });
  for (const old of globSync('offline/*.zip', { cwd: root })) rmSync(path.join(root, old));
  writeFileSync(path.join(root, about.pack), pack);
  writeFileSync(path.join(root, EDITION_FILE), `${JSON.stringify(about)}\n`);
  return about;
}

const markPage = (page: string, marks: string): string => page.replace(EDITION_MARK, `$1 ${marks}`);

/** Makes the edition of every build. The last of the integrations: what others write belongs to it. */
export function edition(): AstroIntegration {
  let base = '/';
  return {
    name: 'edition',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/u, '/');
      },
      'astro:build:done': ({ dir, logger }) => {
        const begun = performance.now();
        const { files, bytes } = writeEdition(fileURLToPath(dir), { base, date: editionDay() });
        const seconds = ((performance.now() - begun) / 1000).toFixed(1);
        logger.info(`${files} files in a pack of ${(bytes / 1e6).toFixed(1)} MB (${seconds} s)`);
      },
    },
  };
}

/** The day that every page shows as its edition: that of the newest entry. */
function editionDay(): string {
  const file = path.join(import.meta.dirname, '../content/updates.yaml');
  const [newest] = parse(readFileSync(file, 'utf8')) as { date: string }[];
  return newest?.date ?? '';
}
