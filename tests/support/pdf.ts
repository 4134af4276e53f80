import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Page } from '@playwright/test';
import decode from 'jsqr';
import { foldText } from '../../src/text/normalise.ts';
import { extractText, getDocumentProxy } from 'unpdf';

/** Pixels per point: a module of the smallest code is four pixels wide. */
const SCALE = 2;

export interface PdfReading {
  /** In millimetres, whole ones. */
  size: [width: number, height: number];
  pages: number;
  /** Its words in reading order, folded and without white space: lines break words. */
  text: string;
}

/** What a program finds in a PDF. */
export async function readPdf(bytes: Uint8Array): Promise<PdfReading> {
  // The parser keeps what it is given.
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  const { width, height } = (await document.getPage(1)).getViewport({ scale: 1 });
  const { text } = await extractText(document, { mergePages: true });
  const millimetres = (points: number) => Math.round((points / 72) * 25.4);
  return {
    size: [millimetres(width), millimetres(height)],
    pages: document.numPages,
    text: foldWords(text),
  };
}

/** One drawing may serve two characters (青 and the radical ⻘, ・ and ‧), and a PDF names either. */
export const foldWords = (text: string): string =>
  foldText(text).replaceAll('‧', '・').replaceAll(/\s/gu, '');

/** What a camera reads from the first page of a PDF: drawn by a browser, then searched for a QR code. */
export async function readCode(page: Page, bytes: Uint8Array): Promise<string | undefined> {
  const code = path.resolve(createRequire(import.meta.url).resolve('unpdf'), '../pdfjs.mjs');
  await page.route('http://pdf.test/**', (route) =>
    route.request().url().endsWith('.mjs')
      ? route.fulfill({ contentType: 'text/javascript', body: readFileSync(code) })
      : route.fulfill({ contentType: 'text/html', body: '<!doctype html><canvas></canvas>' }),
  );
  await page.goto('http://pdf.test/');
  const drawn = await page.evaluate(
    async ({ library, data, scale }) => {
      const { getDocument } = (await import(library)) as Pdfjs;
      const content = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
      const first = await (await getDocument({ data: content }).promise).getPage(1);
      const viewport = first.getViewport({ scale });
      const canvas = document.querySelector('canvas');
      const context = canvas?.getContext('2d');
      if (!canvas || !context) throw new Error('missing canvas');
      canvas.width = viewport.width;
      canvas.height = viewport.height;
      await first.render({ canvas, canvasContext: context, viewport }).promise;
      const {
        width,
        height,
        data: pixels,
      } = context.getImageData(0, 0, canvas.width, canvas.height);
      // Red alone: a code is black and white, and a quarter is faster to hand over.
      let reds = '';
      for (let at = 0; at < pixels.length; at += 4) reds += String.fromCharCode(pixels[at] ?? 0);
      return { width, height, reds: btoa(reds) };
    },
    {
      library: 'http://pdf.test/pdfjs.mjs',
      data: Buffer.from(bytes).toString('base64'),
      scale: SCALE,
    },
  );
  const pixels = new Uint8ClampedArray(drawn.width * drawn.height * 4);
  for (const [at, red] of Buffer.from(drawn.reds, 'base64').entries()) {
    pixels.fill(red, at * 4, at * 4 + 3);
    pixels[at * 4 + 3] = 255;
  }
  return decode(pixels, drawn.width, drawn.height)?.data;
}

/** As much of the library as is used in the browser. */
interface Pdfjs {
  getDocument: (source: { data: Uint8Array }) => {
    promise: Promise<{
      getPage: (number: number) => Promise<{
        getViewport: (options: { scale: number }) => { width: number; height: number };
        render: (options: object) => { promise: Promise<void> };
      }>;
    }>;
  };
}
