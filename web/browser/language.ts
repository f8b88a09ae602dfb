import { LANGUAGES, type Language } from '../../shared/domain/language.ts';

const KEPT_AS = 'amends.language';

const isLanguage = (text: string | null): text is Language => LANGUAGES.some((language) => language === text);

/** Chinese of any kind reads our Simplified Chinese more easily than English. */
function preferred(languages: readonly string[]): Language {
  const first = languages.find((tag) => /^(en|zh)\b/i.test(tag));
  return first !== undefined && /^zh\b/i.test(first) ? 'zh-Hans' : 'en';
}

/** What was chosen on this device, or what the browser asks for. */
export function currentLanguage(): Language {
  const kept = localStorage.getItem(KEPT_AS);
  return isLanguage(kept) ? kept : preferred(navigator.languages);
}

/** Takes effect at once: the page is loaded anew, with what was typed kept by whoever keeps drafts. */
export function chooseLanguage(language: Language): void {
  localStorage.setItem(KEPT_AS, language);
  location.reload();
}
