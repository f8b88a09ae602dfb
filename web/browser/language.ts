import { LANGUAGES, type Language, chooseLanguage as languageOfTags } from '../../shared/domain/language.ts';

const KEPT_AS = 'amends.language';

const isLanguage = (text: string | null): text is Language => LANGUAGES.some((language) => language === text);

/** What was chosen on this device, or what the browser asks for. */
export function currentLanguage(): Language {
  const kept = localStorage.getItem(KEPT_AS);
  return isLanguage(kept) ? kept : languageOfTags(navigator.languages.join(','), 'en');
}

/** Takes effect at once: the page is loaded anew, with what was typed kept by whoever keeps drafts. */
export function chooseLanguage(language: Language): void {
  localStorage.setItem(KEPT_AS, language);
  location.reload();
}
