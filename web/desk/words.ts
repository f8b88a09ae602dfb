import { currentLanguage } from '../browser/language.ts';
import { sayingIn } from '../browser/words.ts';
import en from './words/en.json';
import zh from './words/zh-Hans.json';

export const language = currentLanguage();
/** The sentences of the desk, in the language of whoever looks. */
export const say = sayingIn(language, { en, 'zh-Hans': zh });
export type Word = keyof typeof en;

const isWord = (key: string): key is Word => Object.hasOwn(en, key);
/** What the catalogue has under a key that is made of something that came from elsewhere, where it has anything. */
export const sayKnown = (key: string): string | undefined => (isWord(key) ? say(key) : undefined);

/** What separates in a list of words: `delivery, staff`, `配送、服务人员`. */
export const LIST_COMMA = language === 'en' ? ', ' : '、';
