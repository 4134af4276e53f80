import { z } from 'astro/zod';

/** `content/readings.yaml`: a headword of any city as printed → how it is read, e.g. `主査: しゅさ`. */
export const readingsSchema = z.record(
  z.string(),
  z
    .string({ error: '読みをひらがなで書いてください（例: 主査: しゅさ）' })
    .regex(
      /^[ぁ-ゖー]+$/u,
      '読みはひらがなと「ー」だけで書いてください（例: OJT: おーじぇーてぃー）',
    ),
  { error: '「語: 読み」を1行に1つずつ書いてください（例: 主査: しゅさ）' },
);

export type Readings = z.infer<typeof readingsSchema>;
