import { currentLanguage } from '../browser/language.ts';
import { speechIn } from './speech.ts';

/** How this page speaks to whoever looks at it. */
export const speech = speechIn(currentLanguage());
export const { say, language } = speech;
