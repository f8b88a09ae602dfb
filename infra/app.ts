import config from '#config';
import { amendsApp } from './amends-app.ts';
import { BUNDLES, bundleFunctions } from './bundle.ts';

// The app of cdk.json. Bundled here, so that no synth or deploy can take an old build.
await bundleFunctions();
amendsApp({ config, bundles: BUNDLES }).app.synth();
