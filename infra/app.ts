import config from '#config';
import { coverageGaps } from '../shared/config/coverage.ts';
import { amendsApp } from './amends-app.ts';
import { BUNDLES, bundleFunctions } from './bundle.ts';
import { buildWeb, WEB } from './web.ts';

// The app of cdk.json. Bundled and built here, so that no synth or deploy can take an old build.
await bundleFunctions();
await buildWeb();
amendsApp({ config, bundles: BUNDLES, web: WEB }).app.synth();
for (const { calendar, advice } of coverageGaps(config, new Date().toISOString()))
  console.warn(`Warning: calendar "${calendar}": ${advice}`);
