import { encode } from 'uqr';

/** Light modules around a code, without which a camera does not find it (ISO/IEC 18004, 6.3.8). */
const QUIET_ZONE = 4;

/** A QR code as one path of dark modules, each one unit wide. */
export interface QrCode {
  /** Modules along one side, quiet zone included: the side of the view box. */
  size: number;
  path: string;
}

/**
 * Draws an address as a QR code with error correction M, which survives a fold or a smudge (about 15 % lost).
 * @param text an absolute address
 * @throws where the text is longer than a code can hold
 */
export function layoutQrCode(text: string): QrCode {
  const { data, size } = encode(text, { ecc: 'M', boostEcc: false, border: QUIET_ZONE });
  return { size, path: data.map(rowPath).join('') };
}

/** One stroke per run of dark modules: a tenth of the length that a square per module would take. */
function rowPath(row: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x += 1) {
    if (!row[x]) continue;
    const start = x;
    while (row[x + 1]) x += 1;
    path += `M${start} ${y}h${x - start + 1}v1H${start}z`;
  }
  return path;
}
