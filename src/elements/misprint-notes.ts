/**
 * The likely reading of a misprint shows on hover and focus by style alone. Escape puts it away without moving either
 * (WCAG 1.4.13); it may come back once pointer and focus have left.
 */
document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return;
  for (const word of document.querySelectorAll<HTMLElement>('.misprint:is(:hover, :focus)')) {
    const leaving = new AbortController();
    const allow = (): void => {
      word.removeAttribute('data-dismissed');
      leaving.abort();
    };
    word.setAttribute('data-dismissed', '');
    for (const type of ['pointerleave', 'blur'])
      word.addEventListener(type, allow, { signal: leaving.signal });
  }
});

// A module, to be imported by the pages that hold a misprint.
export {};
