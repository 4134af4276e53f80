/** A template marked `data-stored` and named by its class. Nothing inside is a template. */
const TEMPLATE = /<template class="([^"]+)" data-stored[^>]*>(.*?)<\/template>/gsu;

/**
 * The page with the content of templates marked `data-stored` as a JSON string in a `<script>` of the same class. Nobody
 * runs it. A browser makes elements of a template as soon as it meets it: for the cells of all comparisons that takes a
 * phone a third of a second, and most visitors never need them.
 */
export function storeTemplates(html: string): string {
  return html.replace(
    TEMPLATE,
    (_, name: string, content: string) =>
      `<script type="application/json" class="${name}">${inScript(content)}</script>`,
  );
}

/** Nothing in the text may end or change the script element around it. */
function inScript(text: string): string {
  return JSON.stringify(text).replaceAll('</', '<\\/').replaceAll('<!--', '\\u003c!--');
}
