/** What a page that shows an embed is told: `{ type, height }`, the height in CSS pixels. */
export const HEIGHT_MESSAGE = 'hashigo:height';

interface EmbedFrame {
  /** Whole address, with its query. */
  src: string;
  /** What the frame holds, for those who do not see it. */
  title: string;
  /** Before the embed has told its own, and where the page does not listen. */
  height: number;
}

/** The element that shows an embed, as text to paste. */
export function frameCode({ src, title, height }: EmbedFrame): string {
  return `<iframe src="${escaped(src)}" title="${escaped(title)}" width="100%" height="${height}" loading="lazy" style="border: 0"></iframe>`;
}

/** The script that gives frames the height of what they hold: once per page, whatever the number of frames. */
export function heightCode(origin: string): string {
  return `<script>
  addEventListener('message', ({ origin, source, data }) => {
    if (origin !== '${origin}' || data?.type !== '${HEIGHT_MESSAGE}') return;
    for (const frame of document.querySelectorAll('iframe'))
      if (frame.contentWindow === source) frame.height = data.height;
  });
</script>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '"': '&quot;',
  '<': '&lt;',
  '>': '&gt;',
};

function escaped(text: string): string {
  return text.replace(/[&"<>]/gu, (character) => ENTITIES[character] ?? '');
}
