const HELD = 'noscript.later';
/** Between two parts: nobody waits for them, and somebody may type or scroll. */
const PAUSE_MS = 50;

/** Makes elements of what `<noscript class="later">` holds in an element (`holdForLater`). */
export function unfold(part: Element): void {
  for (const held of part.querySelectorAll(HELD)) {
    const template = document.createElement('template');
    template.innerHTML = held.textContent;
    held.replaceWith(template.content);
  }
}

/** Does so with one part after another once the page is there, so that a search in the page finds everything. */
export function unfoldByAndBy(parts: Iterable<Element>, signal: AbortSignal): void {
  const rest = [...parts];
  const next = () => {
    const part = rest.shift();
    if (!part || signal.aborted) return;
    unfold(part);
    setTimeout(next, PAUSE_MS);
  };
  if (document.readyState === 'complete') next();
  else window.addEventListener('load', next, { once: true, signal });
}
