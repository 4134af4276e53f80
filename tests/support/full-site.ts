import { normaliseBase } from '../../scripts/serve.ts';

/** Address of the site as it is published, readings and all: `test.use({ baseURL: fullSite })`. */
export const fullSite = `http://127.0.0.1:${process.env['E2E_FULL_PORT'] ?? ''}${normaliseBase(process.env['SITE_BASE'] ?? '/')}`;
