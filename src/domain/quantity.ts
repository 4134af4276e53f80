/** A printed value read as a number: `2億2千万枚` → 220000000, 枚. */
export interface Quantity {
  value: number;
  unit: string;
}

const SCALE: Record<string, number> = { 億: 1e8, 千万: 1e7, 万: 1e4 };

/**
 * Reads a printed value as a number with its unit, or `undefined` where it is words or a dash.
 * A change (`20分短縮`, `10%増（2023年度比）`) is words: its number is no value on the indicator's own scale.
 */
export function parseQuantity(printed: string): Quantity | undefined {
  const match = /^((?:[\d,.]+(?:億|千万|万)?)+)([^\d]*)$/.exec(
    printed.normalize('NFKC').replace(/\s/g, ''),
  );
  if (!match) return undefined;
  const [, digits = '', unit = ''] = match;
  if (/[増減短延上下]/.test(unit)) return undefined;
  let value = 0;
  for (const [, number = '', scale = ''] of digits.matchAll(/([\d,.]+)(億|千万|万)?/g)) {
    value += Number(number.replaceAll(',', '')) * (SCALE[scale] ?? 1);
  }
  return Number.isFinite(value) ? { value, unit } : undefined;
}
