import { foldText } from '../text/normalise.ts';

/**
 * The id that the site gives a paragraph, item or row: `p-` and six characters of the SHA-256 of its folded text.
 * Computed here, an index need not carry ids, which no compression makes shorter; and synchronously, unlike by the
 * browser's own `crypto.subtle`, which pages without https lack.
 */
export function passageId(text: string): string {
  return `p-${sha256(new TextEncoder().encode(foldText(text))).slice(0, 6)}`;
}

const WORDS = 64;
const MAX = 2 ** 32;

/** The first 32 bits of the fractional parts of roots of the first primes, as FIPS 180-4 has them. */
const { roundConstants, initialHash } = constants();

function constants(): { roundConstants: number[]; initialHash: number[] } {
  const primes: number[] = [];
  for (let n = 2; primes.length < WORDS; n++)
    if (primes.every((prime) => n % prime)) primes.push(n);
  const fraction = (root: number) => ((root % 1) * MAX) | 0;
  return {
    roundConstants: primes.map((prime) => fraction(Math.cbrt(prime))),
    initialHash: primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime))),
  };
}

const rotate = (word: number, bits: number): number => (word >>> bits) | (word << (32 - bits));

/** SHA-256 of some bytes, in hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  const length = Math.ceil((bytes.length + 9) / 64) * 64;
  const padded = new Uint8Array(length);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(length - 8, Math.floor((bytes.length * 8) / MAX));
  view.setUint32(length - 4, bytes.length * 8);
  let hash = initialHash;
  for (let block = 0; block < length; block += 64) hash = addBlock(hash, view, block);
  return hash.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

function addBlock(hash: readonly number[], view: DataView, block: number): number[] {
  const schedule = new Int32Array(WORDS);
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash;
  for (let at = 0; at < WORDS; at++) {
    const before = (by: number): number => schedule[at - by] ?? 0;
    const [far, near] = [before(15), before(2)];
    schedule[at] =
      at < 16
        ? view.getInt32(block + at * 4)
        : (before(16) +
            (rotate(far, 7) ^ rotate(far, 18) ^ (far >>> 3)) +
            before(7) +
            (rotate(near, 17) ^ rotate(near, 19) ^ (near >>> 10))) |
          0;
    const first =
      (h +
        (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) +
        ((e & f) ^ (~e & g)) +
        (roundConstants[at] ?? 0) +
        (schedule[at] ?? 0)) |
      0;
    const second =
      ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [a, b, c, d, e, f, g, h] = [(first + second) | 0, a, b, c, (d + first) | 0, e, f, g];
  }
  return [a, b, c, d, e, f, g, h].map((word, at) => (word + (hash[at] ?? 0)) | 0);
}
