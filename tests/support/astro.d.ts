/** Lets plain TypeScript, which tests are checked and linted with, import components. */
declare module '*.astro' {
  const component: import('astro/runtime/server/index.js').AstroComponentFactory;
  export default component;
}
