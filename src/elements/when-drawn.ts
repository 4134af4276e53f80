/**
 * Calls back once, when the element is first drawn, wherever on the page: what is folded away or hidden by style is not,
 * and needs no work before.
 */
export function whenDrawn(element: Element, start: () => void, signal: AbortSignal): void {
  const watch = new IntersectionObserver(
    (changes) => {
      if (!changes.some(({ isIntersecting }) => isIntersecting)) return;
      watch.disconnect();
      start();
    },
    { rootMargin: '100000px' },
  );
  watch.observe(element);
  signal.addEventListener('abort', () => {
    watch.disconnect();
  });
}
