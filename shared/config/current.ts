import input from '../../amends.config.ts';
import { parseConfig } from './parse.ts';

/** The project's config, checked. Bundles carry it as data: the build replaces this module, see infra/bundle.ts. */
export default parseConfig(input);
