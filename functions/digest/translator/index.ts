import { bedrockTranslator } from '../../../shared/adapters/bedrock/translator.ts';
import type { AmendsConfig } from '../../../shared/config/schema.ts';
import type { Translator } from '../../../shared/ports.ts';

/** Who the config lets translate; `undefined` where it names nobody. A bundle for such a config does not hold this file: infra/bundle-engines.ts. */
export const openTranslator = (
  { translation }: Pick<AmendsConfig, 'translation'>,
  warn: (message: string) => void,
): Translator | undefined => (translation === undefined ? undefined : bedrockTranslator(translation, warn));
