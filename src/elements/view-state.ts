/**
 * What a visitor has chosen stands in the query of the address, so that it can be shared and comes back by the back
 * button. An empty value takes the parameter out; other parameters and the fragment stay.
 */

/** Opens an address as a link of the page would: an embed's leads out of its frame. */
export function follow(href: string): void {
  const target = document.querySelector('base')?.target ?? '';
  if (target === '') location.assign(href);
  else open(href, target, 'noopener');
}

/** The value of one parameter, or `''`. Whatever an address may say, the caller checks it against what it knows. */
export function readState(parameter: string): string {
  return new URLSearchParams(location.search).get(parameter) ?? '';
}

/**
 * Writes parameters into the address without a reload.
 * @param how `replace` while a visitor tries things out (default), `push` where going back should undo the step.
 */
export function writeState(
  parameters: Readonly<Record<string, string>>,
  how: 'replace' | 'push' = 'replace',
): void {
  const address = new URL(location.href);
  for (const [parameter, value] of Object.entries(parameters)) {
    if (value === '') address.searchParams.delete(parameter);
    else address.searchParams.set(parameter, value);
  }
  // `~` and `.` separate ids; both are safe in a query, and readable addresses are kept readable.
  address.search = address.search.replaceAll('%7E', '~').replaceAll('%2C', ',');
  if (address.href === location.href) return;
  if (how === 'push') history.pushState(history.state, '', address);
  else history.replaceState(history.state, '', address);
}
