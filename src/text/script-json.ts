/**
 * JSON that may stand in a `<script>` element of HTML: a `</script>` or `<!--` in some text of it must not end or change
 * the element, so no `<` is left in it. It parses back to the same value.
 */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
