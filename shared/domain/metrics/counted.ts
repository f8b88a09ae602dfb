import { TIERS } from '../tier.ts';

/** Languages that have figures of their own; all others share `other`. */
export const COUNTED_LANGUAGES = ['en', 'zh-Hans', 'zh-Hant', 'other'] as const;
/** The language under which a text is counted. */
export const countedLanguage = (language: string) => COUNTED_LANGUAGES.find((known) => known === language) ?? 'other';

/** Tiers that have figures, and `unknown` for those of whom nobody can tell who they are. */
export const COUNTED_TIERS = [...TIERS, 'unknown'] as const;
