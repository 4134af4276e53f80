/**
 * The likely reading of a misprint shows on hover and focus by style alone. Escape puts it away without moving either
 * (WCAG 1.4.13); it may come back once pointer or focus has left.
 */
document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return;
  for (const word of document.querySelectorAll<HTMLElement>('.misprint:is(:hover, :focus)')) {
    word.dataset['dismissed'] = '';
    for (const type of ['pointerleave', 'blur'])
      word.addEventListener(type, () => delete word.dataset['dismissed'], { once: true });
  }
});
