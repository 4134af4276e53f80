const GAP_PX = 8;
const MARGIN_PX = 8;
/** Three lines: a card of fewer says nothing, and a mark may be as high as the window. */
const LEAST_PX = 96;

/**
 * A card beside a mark of a chart: what its twin says about it, near at hand. It is a popover, so nothing covers it and
 * nothing moves when it opens; its words are cloned from the page, so they stand in one place only.
 */
export class ChartCard extends HTMLElement {
  #anchor: Element | undefined;

  connectedCallback(): void {
    this.popover = 'manual';
  }

  disconnectedCallback(): void {
    this.#anchor = undefined;
  }

  /** The mark that the card stands beside, while it is open. */
  get anchor(): Element | undefined {
    return this.#anchor;
  }

  /**
   * Opens beside the mark, above it or below, inside the window. Where neither side has room for it, as in a window at
   * 200 %, it takes the larger and scrolls: the mark that has the focus stays in view (WCAG 2.4.11). Ids of the content
   * are dropped: they stand elsewhere.
   */
  show(anchor: Element, content: Node): void {
    this.replaceChildren(content);
    for (const element of this.querySelectorAll('[id]')) element.removeAttribute('id');
    this.#anchor = anchor;
    this.style.removeProperty('max-block-size');
    this.showPopover();
    const mark = anchor.getBoundingClientRect();
    const card = this.getBoundingClientRect();
    const left = Math.min(
      Math.max(MARGIN_PX, mark.left + mark.width / 2 - card.width / 2),
      document.documentElement.clientWidth - card.width - MARGIN_PX,
    );
    const above = mark.top - GAP_PX - MARGIN_PX;
    const below = document.documentElement.clientHeight - mark.bottom - GAP_PX - MARGIN_PX;
    const isBelow = card.height <= below || (card.height > above && below > above);
    const height = Math.min(card.height, Math.max(isBelow ? below : above, LEAST_PX));
    const top = isBelow ? mark.bottom + GAP_PX : Math.max(MARGIN_PX, mark.top - GAP_PX - height);
    if (height < card.height) this.style.setProperty('max-block-size', `${height}px`);
    this.style.setProperty('left', `${left + scrollX}px`);
    this.style.setProperty('top', `${top + scrollY}px`);
  }

  hide(): void {
    this.#anchor = undefined;
    this.hidePopover();
  }
}

customElements.define('chart-card', ChartCard);
