import { Parser } from 'htmlparser2';

/** Text between two tags. */
export interface TextSpan {
  /** Where it begins in the text of its block… */
  at: number;
  length: number;
  /** …and in the HTML. */
  place: number;
  parent: ParentElement;
}

/** The element that a text stands in. */
export interface ParentElement {
  name: string;
  /** Whether it holds elements beside the text that are no part of a sentence: a drawing, a count. */
  holdsBoxes: boolean;
}

/** Text of one block of a page: a sentence runs through its links and marks, and ends with it. */
export interface TextBlock {
  /** As written in the HTML, character references included, so that places can be told. */
  text: string;
  spans: TextSpan[];
  /** Names of the elements around its first character, from the outermost. */
  path: readonly string[];
}

/** Elements that wrap characters of a sentence. */
const INLINE = new Set('a abbr b del dfn em i ins mark strong u'.split(' '));
/** Inside a sentence, but without words of it: a word goes on behind a note number. */
const PASSED = 'sup';
/** What is no text to read aloud, or nothing that could hold a reading. */
const UNREAD = new Set(
  'head title svg script style noscript option textarea code pre kbd iframe ruby sup'.split(' '),
);

/** The class of what is only read out: nothing stands above what nobody sees. */
const UNSEEN = 'visually-hidden';

/** With a name of its own, what such an element shows must be part of that name, so nothing may be added to it. */
const CONTROLS = new Set('a button summary'.split(' '));

/** All blocks of Japanese text of a page in order, those of templates among them. */
export function textBlocks(html: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  const root: ParentElement & { isUnread: boolean } = {
    name: '',
    holdsBoxes: false,
    isUnread: false,
  };
  const path = [root];
  let unread = 0;
  let block: TextBlock | undefined;
  const endBlock = () => {
    if (block) blocks.push(block);
    block = undefined;
  };
  const parser: Parser = new Parser(
    {
      onopentag(name, { lang = 'ja', class: classes = '', ...attributes }) {
        const isNamed = CONTROLS.has(name) && 'aria-label' in attributes;
        const isUnread =
          UNREAD.has(name) || lang !== 'ja' || isNamed || classes.split(' ').includes(UNSEEN);
        if (isUnread) unread += 1;
        if (!INLINE.has(name) && name !== PASSED) {
          endBlock();
          if (name !== 'br') (path.at(-1) ?? root).holdsBoxes = true;
        }
        path.push({ name, holdsBoxes: false, isUnread });
      },
      onclosetag(name) {
        if (path.pop()?.isUnread) unread -= 1;
        if (!INLINE.has(name) && name !== PASSED) endBlock();
      },
      ontext(text) {
        if (unread > 0) return;
        const { startIndex: place } = parser;
        block ??= { text: '', spans: [], path: path.map(({ name }) => name) };
        const last = block.spans.at(-1);
        // A character reference ends a piece of text, but no word.
        if (last && last.place + last.length === place) last.length += text.length;
        else {
          const parent = path.at(-1) ?? root;
          block.spans.push({ at: block.text.length, length: text.length, place, parent });
        }
        block.text += text;
      },
    },
    { decodeEntities: false },
  );
  parser.end(html);
  endBlock();
  return blocks;
}
