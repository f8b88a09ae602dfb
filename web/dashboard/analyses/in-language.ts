import type { Language, Localized } from '../../../shared/domain/language.ts';

/** A cell of a report: the same in every language, or words in each. */
export const inLanguage = (cell: string | Localized, language: Language): string => (typeof cell === 'string' ? cell : cell[language]);
