import { z } from 'astro/zod';

const ADDRESS = 'サイト内の住所を / で始めて / で終えて書いてください（例: /about/）';
const address = z.string({ error: ADDRESS }).regex(/^\/(?:[a-z0-9-]+\/)+$/, ADDRESS);

/**
 * `content/redirects.yaml`: an address that the site had → the one where its content stands now, both without the base.
 * An address is never reused, so what stood there stays reachable for good.
 */
export const redirectsSchema = z
  .record(address, address, { error: '「古い住所: 新しい住所」を1行に1つずつ書いてください' })
  .superRefine((redirects, context) => {
    for (const [from, to] of Object.entries(redirects)) {
      if (Object.hasOwn(redirects, to)) {
        const message = `移った先の ${to} も古い住所です。最後の住所を直接書いてください`;
        context.addIssue({ code: 'custom', path: [from], message, input: to });
      }
    }
  });

export type Redirects = z.infer<typeof redirectsSchema>;
