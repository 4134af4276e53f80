import { NodeType, type HTMLElement, type Node } from 'node-html-parser';

/** One smallest block of policy text on a built page. */
export interface VerbatimRun {
  page: string;
  /** `<city>/<document>`. */
  source: string;
  /** Tag of the block; `#text` for text that stands beside blocks instead of in one. */
  tag: string;
  /** Its characters, without readings. */
  text: string;
  /** The same without raised note numbers, which not every source prints. */
  withoutNotes: string;
}

const BLOCKS = new Set(
  'p li td th dt dd h1 h2 h3 h4 h5 h6 caption figcaption summary text'.split(' '),
);
const READINGS = ['rt', 'rp'];
const NOTES = ['sup'];

const tagOf = (node: Node): string => node.rawTagName.toLowerCase();

function holdsBlocks(node: Node): boolean {
  return node.childNodes.some(
    (child) =>
      child.nodeType === NodeType.ELEMENT_NODE && (BLOCKS.has(tagOf(child)) || holdsBlocks(child)),
  );
}

function textOf(node: Node, dropped: readonly string[]): string {
  if (node.nodeType === NodeType.TEXT_NODE) return node.text;
  return dropped.includes(tagOf(node))
    ? ''
    : node.childNodes.map((child) => textOf(child, dropped)).join('');
}

/** All policy text of a page in reading order, by its smallest blocks (design §6). */
export function verbatimRuns(page: string, root: HTMLElement): VerbatimRun[] {
  return root.querySelectorAll('[data-verbatim]').flatMap((element) => {
    const source = element.getAttribute('data-verbatim') ?? '';
    const visit = (node: Node): VerbatimRun[] => {
      if (holdsBlocks(node)) return node.childNodes.flatMap(visit);
      const text = textOf(node, READINGS);
      if (text.trim() === '') return [];
      const tag = node.nodeType === NodeType.TEXT_NODE ? '#text' : tagOf(node);
      return [{ page, source, tag, text, withoutNotes: textOf(node, [...READINGS, ...NOTES]) }];
    };
    return visit(element);
  });
}
