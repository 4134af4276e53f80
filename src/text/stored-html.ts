/** A template marked `data-stored` and named by its class. Nothing inside is a template. */
const STORED = /<template class="([^"]+)" data-stored[^>]*>(.*?)<\/template>/gsu;
/** One marked `data-later`. */
const LATER = /<template data-later[^>]*>(.*?)<\/template>/gsu;

/**
 * The page with the content of templates marked `data-stored` as a JSON string in a `<script>` of the same class. Nobody
 * runs it. A browser makes elements of a template as soon as it meets it: for the cells of all comparisons that takes a
 * phone a third of a second, and most visitors never need them.
 */
export function storeTemplates(html: string): string {
  return html.replace(
    STORED,
    (_, name: string, content: string) =>
      `<script type="application/json" class="${name}">${inScript(content)}</script>`,
  );
}

/**
 * The page with the content of templates marked `data-later` in a `<noscript class="later">` each: elements as ever to a
 * browser without scripts, and to one with them a text, of which it makes elements when it has time (`unfold`).
 */
export function holdForLater(html: string): string {
  return html.replace(
    LATER,
    (_, content: string) => `<noscript class="later">${content}</noscript>`,
  );
}

/** Nothing in the text may end or change the script element around it. */
function inScript(text: string): string {
  return JSON.stringify(text).replaceAll('</', '<\\/').replaceAll('<!--', '\\u003c!--');
}
