import type { HTMLElement } from 'node-html-parser';
import type { BuiltSite } from './built-site.ts';

/** One address that a page names, as written. */
interface Address {
  element: string;
  value: string;
}

const NAMED_BY = ['href', 'src', 'action', 'poster', 'data'];

/** Every address in a page: links, styles, scripts, pictures, forms. */
function addressesIn(page: HTMLElement): Address[] {
  return page.querySelectorAll('*').flatMap((element) => {
    const name = element.rawTagName.toLowerCase();
    const single = NAMED_BY.flatMap((attribute) => element.getAttribute(attribute) ?? []);
    const sets = (element.getAttribute('srcset') ?? '')
      .split(',')
      .flatMap((part) => part.trim().split(/\s+/)[0] || []);
    const meta =
      /^https?:/u.test(element.getAttribute('content') ?? '') && name === 'meta'
        ? [element.getAttribute('content') ?? '']
        : [];
    return [...single, ...sets, ...meta].map((value) => ({ element: name, value }));
  });
}

/** Where a site stands: its path, and its origin where it knows one. */
interface Mount {
  base: string;
  origin?: string | undefined;
}

const NOWHERE = 'http://site.invalid';

/**
 * What is wrong with the addresses of a site, as `page → address: reason`: dead links and fragments, links around the
 * base, other hosts.
 */
export function brokenAddresses(site: BuiltSite, { base, origin }: Mount): string[] {
  const pages = site.pagePaths();
  const parsed = new Map(pages.map((page) => [page, site.readPage(page)]));
  const ids = new Map<string, Set<string>>();
  const idsOf = (page: string): Set<string> => {
    const known =
      ids.get(page) ??
      new Set(
        parsed
          .get(page)
          ?.querySelectorAll('[id]')
          .map(({ id }) => id),
      );
    ids.set(page, known);
    return known;
  };
  const root = base.replace(/\/$/u, '');

  const reasonAgainst = (page: string, { element, value }: Address): string | undefined => {
    if (value.startsWith('data:') && element !== 'a') return undefined;
    const url = new URL(value, `${NOWHERE}${root}${page}`);
    const isOwn =
      url.origin === NOWHERE || (origin !== undefined && url.origin === new URL(origin).origin);
    if (url.protocol === 'mailto:') return undefined;
    if (!isOwn) return element === 'a' && url.protocol === 'https:' ? undefined : 'another host';
    if (!url.pathname.startsWith(`${root}/`)) return 'outside the base';
    const path = decodeURIComponent(url.pathname.slice(root.length));
    if (!path.endsWith('/')) return site.hasFile(path) ? undefined : 'no such file';
    if (!parsed.has(path)) return 'no such page';
    const fragment = decodeURIComponent(url.hash.slice(1));
    return fragment === '' || idsOf(path).has(fragment) ? undefined : 'no such place on the page';
  };

  return pages.flatMap((page) => {
    const own = parsed.get(page);
    return (own ? addressesIn(own) : []).flatMap((address) => {
      const reason = reasonAgainst(page, address);
      return reason === undefined ? [] : [`${page} → ${address.value}: ${reason}`];
    });
  });
}

/** What a page breaks of the rules that every page keeps (design §2, §5). */
export function brokenRules(page: HTMLElement): string[] {
  const elements = page.querySelectorAll('*');
  const names = (all: readonly HTMLElement[]) => all.map(({ rawTagName }) => rawTagName).join();
  const styled = elements.filter((element) => element.hasAttribute('style'));
  const handled = elements.filter(({ attributes }) =>
    Object.keys(attributes).some((name) => /^on/iu.test(name)),
  );
  const inline = page
    .querySelectorAll('script:not([src])')
    .filter((script) => script.getAttribute('type') !== 'application/ld+json');
  const policy = page
    .querySelector('meta[http-equiv="Content-Security-Policy"]')
    ?.getAttribute('content');
  const ids = page.querySelectorAll('[id]').map(({ id }) => id);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  const headings = page.querySelectorAll('h1');
  const code = page
    .querySelectorAll('a[href]')
    .filter((link) => /^javascript:/iu.test(link.getAttribute('href') ?? ''));
  const rules: [string, boolean][] = [
    ['is Japanese', page.querySelector('html')?.getAttribute('lang') === 'ja'],
    ['has a title', (page.querySelector('title')?.text ?? '') !== ''],
    [
      'has a description',
      (page.querySelector('meta[name="description"]')?.getAttribute('content') ?? '') !== '',
    ],
    [`has one h1, not ${headings.length}`, headings.length === 1],
    ['has a content security policy', policy !== undefined],
    ['has a policy without unsafe words', !(policy ?? '').includes('unsafe-')],
    ['has a policy that lets in no other host', !/https?:|\*/u.test(policy ?? '')],
    [`has no style attribute: ${names(styled)}`, styled.length === 0],
    ['has no style element', page.querySelector('style') === null],
    [`has no handler in an attribute: ${names(handled)}`, handled.length === 0],
    ['has no script inside', inline.length === 0],
    ['has no script in a link', code.length === 0],
    [`has every id once: ${twice.join()}`, twice.length === 0],
  ];
  return rules.flatMap(([rule, isKept]) => (isKept ? [] : [rule]));
}
