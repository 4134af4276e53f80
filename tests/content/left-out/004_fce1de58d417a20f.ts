import type { LeftOut } from '../../support/fidelity.ts';

/** アクションプラン2023 第3章: its pages leave nothing out of the source text. */
export default [] satisfies LeftOut[];
