import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { parse, type HTMLElement } from 'node-html-parser';

/** The HTML of a component, parsed; `slots` are HTML too. */
export async function render(
  component: AstroComponentFactory,
  props: Record<string, unknown>,
  slots: Record<string, string> = {},
): Promise<HTMLElement> {
  const container = await AstroContainer.create();
  return parse(await container.renderToString(component, { props, slots }));
}
