import type { Language } from '../../../shared/domain/language.ts';

/** The language of a page by its tag: any Chinese is `zh-Hans`, all else English. `chooseLanguage` would bring its schemas into the widget. */
export const languageOf = (tag: string): Language => (/^zh\b/i.test(tag) ? 'zh-Hans' : 'en');
