import { CardMarks } from './card-marks.ts';
import type { Grid, Place, Stop } from './grid-focus.ts';

/**
 * The links of a drawing: `data-row` says which of them stand in one row. A link whose fragment names an element of the
 * page shows that element's words in the card. Without a script every link is a stop and leads there.
 */
export class MarkWalk extends CardMarks {
  protected readonly marks = 'a';

  protected gridOf(drawing: SVGSVGElement): Grid {
    const rows = Map.groupBy(drawing.querySelectorAll<SVGAElement>('a[data-row]'), (mark) =>
      mark.getAttribute('data-row'),
    );
    return [...rows.values()].map((marks) => marks.map((mark): Place => ({ mark, stop: mark })));
  }

  protected contentOf(mark: Stop): DocumentFragment | undefined {
    const [, id = ''] = mark.getAttribute('href')?.split('#') ?? [];
    const twin = id === '' ? null : document.getElementById(id);
    if (!twin) return undefined;
    const content = document.createDocumentFragment();
    content.append(...Array.from(twin.childNodes, (node) => node.cloneNode(true)));
    return content;
  }

  /** Links are lit by their own look. */
  protected light(): void {
    return;
  }
}

customElements.define('mark-walk', MarkWalk);
