import { serveDist } from '../../scripts/serve.ts';
import { distFolder, withoutReadings } from './built-site.ts';

/** Serves the built site twice for the browser tests: at PORT without readings, at FULL_PORT as it is published. */
const site = { dist: distFolder, base: process.env['SITE_BASE'] ?? '/' };

await serveDist({ ...site, port: Number(process.env['FULL_PORT']) });
await serveDist({ ...site, port: Number(process.env['PORT']), edit: withoutReadings });
