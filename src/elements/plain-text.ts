/** The words of a part of the page as printed, without the readings above its kanji; empty where there is no such part. */
export function plainText(part: Element | DocumentFragment | null | undefined): string {
  if (!part) return '';
  const copy = part.cloneNode(true) as Element | DocumentFragment;
  for (const reading of copy.querySelectorAll('rt, rp')) reading.remove();
  return copy.textContent;
}
