import { px, roundBox, type Box } from './geometry.ts';
import { balancedWidth, lineWidth, moveText, textBlock, type TextBlock } from './text-block.ts';
import { PICTURE } from '../text/picture-address.ts';

/** What a preview picture tells of a page. */
export interface PictureWords {
  title: string;
  /** One or two sentences that say what the page holds. */
  lead: string;
  /** The steps of the page's way between its city or the home page and itself. */
  way: string;
  /** The city whose page it is. */
  city?: string | undefined;
  /** Where the words come from, and that no city stands behind the site. */
  source: string;
  edition: string;
}

/** A preview picture placed on paper: words in blocks, the rest in boxes. */
export interface PictureFrame {
  /** The bar along the upper edge. */
  bar: Box;
  mark: Box;
  siteName: TextBlock;
  city?: { shape: Box; name: TextBlock } | undefined;
  way?: TextBlock | undefined;
  title: TextBlock;
  lead: TextBlock;
  /** Room of the drawing, in its own proportions. */
  drawing: Box;
  source: TextBlock;
  edition: TextBlock;
}

const MARGIN = 64;
const TOP = 124;
const FLOOR = 548;
const FOOT = 24;
const WAY = 27;
/** The largest that fits is taken; the last is so small that every title of a page fits. */
const TITLES = [84, 76, 68, 60, 54, 48, 43, 38, 34, 30, 26];
const LEADS = [32, 30, 28, 26, 24, 22];
const TITLE_GAP = 16;
/** A drawing at the side leaves the words at least so much, and itself grows to no more. */
const SIDE = { width: 520, scale: 1.6 };
const GUTTER = 56;
/** Drawings so many times as wide as high stand below the words, over the whole width. */
const BROAD = 1.8;
const BELOW_GAP = 26;
/** Letters of Latin script are wider than the half em that they are measured with, bold ones most. */
const SLACK = 0.97;

/**
 * Places the words and the drawing of a preview picture. Nothing is ever cut: a long title takes more lines, then a
 * smaller size. Above a broad drawing there is no room for the way. Throws where even the smallest finds no room.
 * @param drawing its proportions
 */
export function layoutPicture(
  words: PictureWords,
  siteName: string,
  drawing: { width: number; height: number },
): PictureFrame {
  const isBroad = drawing.width / drawing.height > BROAD;
  const right = PICTURE.width - MARGIN;
  const side = isBroad ? undefined : sideBox(drawing, right);
  const width = (side ? side.x - GUTTER : right) - MARGIN;
  const text = isBroad
    ? setWords({ ...words, way: '' }, width, ABOVE)
    : setWords(words, width, BESIDE);
  const edition = textBlock(words.edition, { x: right, top: 570, size: FOOT, anchor: 'end' });
  return {
    bar: { x: 0, y: 0, width: PICTURE.width, height: 14 },
    mark: { x: MARGIN - 6, y: 44, width: 46, height: 46 },
    siteName: textBlock(siteName, { x: MARGIN + 52, top: 43, size: 34 }),
    city: words.city === undefined ? undefined : cityAt(words.city, right),
    way: text.way,
    title: text.title,
    lead: text.lead,
    drawing: side ?? belowBox(drawing, text.bottom + BELOW_GAP),
    source: textBlock(words.source, { x: MARGIN, top: 570, size: FOOT }),
    edition,
  };
}

function cityAt(name: string, right: number): { shape: Box; name: TextBlock } {
  const size = 36;
  const left = right - lineWidth(name, size);
  return {
    shape: roundBox({ x: left - 44, y: 50, width: 32, height: 32 }),
    name: textBlock(name, { x: left, top: 42, size }),
  };
}

function sideBox(drawing: { width: number; height: number }, right: number): Box {
  const scale = Math.min(SIDE.width / drawing.width, (FLOOR - TOP) / drawing.height, SIDE.scale);
  const width = drawing.width * scale;
  const height = drawing.height * scale;
  return roundBox({ x: right - width, y: TOP + (FLOOR - TOP - height) / 2, width, height });
}

function belowBox(drawing: { width: number; height: number }, top: number): Box {
  const room = PICTURE.width - 2 * MARGIN;
  const scale = Math.min(room / drawing.width, (FLOOR - top) / drawing.height, SIDE.scale);
  const width = drawing.width * scale;
  const height = drawing.height * scale;
  return roundBox({ x: MARGIN, y: FLOOR - height, width, height });
}

/** What the words may take: the first that is enough is given. */
interface Room {
  top: number;
  height: number;
  /** Most lines of the title. */
  lines: number;
  titles: readonly number[];
  leads: readonly number[];
}

const BESIDE: readonly Room[] = [4, Infinity].map((lines) => ({
  top: TOP,
  height: FLOOR - TOP,
  lines,
  titles: TITLES,
  leads: LEADS,
}));

const ABOVE: readonly Room[] = [
  { height: 160, lines: 1 },
  { height: 200, lines: 2 },
  { height: 300, lines: Infinity },
].map((room) => ({ ...room, top: TOP - 16, titles: TITLES.slice(4), leads: LEADS.slice(3) }));

/** The largest sizes at which way, title and lead fit one below the other. */
function setWords({ title, lead, way }: PictureWords, width: number, rooms: readonly Room[]) {
  const room = width * SLACK;
  const wayBlock = way === '' ? undefined : evenly([way], WAY, room);
  const titleTop = wayBlock ? wayBlock.box.height + 10 : 0;
  for (const { top, height, lines, titles, leads } of rooms) {
    for (const size of titles) {
      const titleBlock = evenly(titleParts(title, size, room), size, room);
      if (titleBlock.lines.length > lines || titleBlock.box.width > room) continue;
      const leadTop = titleTop + titleBlock.box.height + TITLE_GAP;
      const leadBlock = leads
        .filter((leadSize) => leadSize < size)
        .map((leadSize) => evenly([lead], leadSize, room))
        .find(({ box }) => leadTop + box.height <= height && box.width <= room);
      if (!leadBlock) continue;
      return {
        way: wayBlock && moveText(wayBlock, 0, top),
        title: moveText(titleBlock, 0, top + titleTop),
        lead: moveText(leadBlock, 0, top + leadTop),
        bottom: px(top + leadTop + leadBlock.box.height),
      };
    }
  }
  throw new Error(`no room in a preview picture for: ${title}`);
}

/**
 * A title may be a word and what there is to read of it: the word keeps a line of its own. So does what stands in brackets,
 * where one line is not enough for both.
 */
function titleParts(title: string, size: number, room: number): string[] {
  return title
    .split(/(?<=：)/u)
    .flatMap((part) => (lineWidth(part, size) > room ? part.split(/(?=（)/u) : part));
}

/** Words in as few lines as the room allows, and those as even as can be: no last line of one word alone. */
function evenly(parts: readonly string[], size: number, room: number): TextBlock {
  const width = Math.max(...parts.map((part) => balancedWidth(part, size, room)));
  return textBlock(parts, { x: MARGIN, top: 0, size, width });
}
