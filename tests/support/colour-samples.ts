/**
 * For use inside a page. Of all elements with words of their own, one for each way they are coloured: their colour, size
 * and weight, what they are, and the grounds around them. Contrast depends on nothing else, unless something lies over
 * the words; looking at thousands of cells that are coloured alike only takes time.
 *
 * @param within selector of the parts to look at
 */
export function colourSamples(within: string): Element[] {
  const grounds = new Map<Element | null, string>([[null, '']]);
  const groundOf = (element: Element | null): string => {
    let ground = grounds.get(element);
    if (element && ground === undefined) {
      const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element);
      const around = groundOf(element.parentElement);
      const own = `${backgroundColor} ${backgroundImage} ${opacity}`;
      ground = own === 'rgba(0, 0, 0, 0) none 1' ? around : `${around} / ${own}`;
      grounds.set(element, ground);
    }
    return ground ?? '';
  };
  /** What the rules ask beside the colours: a link is told from the words around it, a closed control is let be. */
  const kindOf = (element: Element): string => {
    const around = element.closest('a')?.parentElement;
    const isClosed = element.closest(':disabled, [aria-disabled="true"]') !== null;
    return `${around ? getComputedStyle(around).color : ''} ${String(isClosed)}`;
  };
  // Nothing unseen may stand for what is seen.
  const isSeen = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true });
  };
  const samples = new Map<string, Element>();
  for (const root of document.querySelectorAll(within)) {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const element = texts.currentNode.parentElement;
      if (!element || texts.currentNode.nodeValue?.trim() === '' || !isSeen(element)) continue;
      const { color, fontSize, fontWeight, textDecorationLine } = getComputedStyle(element);
      const look = [color, fontSize, fontWeight, textDecorationLine, groundOf(element)];
      const key = [...look, kindOf(element)].join(' | ');
      if (!samples.has(key)) samples.set(key, element);
    }
  }
  return [...samples.values()];
}
