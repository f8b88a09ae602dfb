import type { Language } from '../../../shared/domain/language.ts';
import { type Finding, fault, hint, judged, ofEach, type Rule, type Told, textsIn, told } from './finding.ts';

/** Longer ones are read twice, or not at all; in characters. */
const MAX_QUESTION_LENGTH: Readonly<Record<Language, number>> = { en: 140, 'zh-Hans': 60 };

/** Words that tell people what to think (R11: at most mild guidance). */
const LEADING: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:excellent|great|amazing|wonderful|outstanding|superb|fantastic|world-class|award-winning|best|favourite|terrible|awful|horrible|obviously|clearly|surely|of course|as you know|everybody knows|don't you|wouldn't you|isn't it|do you agree that)\b/iu,
  'zh-Hans': /优质|卓越|一流|最好|最佳|超值|贴心|热情周到|精心|糟糕|恶劣|当然|显然|毫无疑问|众所周知|大家都知道|难道|是不是|您一定|想必/u,
};

/** Two things in one question: nobody knows which of them was answered. */
const TWOFOLD: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:and|or|as well as)\b|\w\/\w/iu,
  'zh-Hans': /(?<=\p{Script=Han})(?:以及|或者|和(?![气蔼谐睦])|及(?!时|格)|或|、|／|\/)(?=\p{Script=Han})/u,
};

const HAN = /\p{Script=Han}/u;
/** Names and abbreviations may stand as they are. */
const LATIN_WORDS = /\p{Script=Latin}*\p{Lowercase}{3,}/u;

/** A text must be in the language that it is given for: what was left untranslated is found by its script. */
const otherLanguage: Rule = (survey) =>
  textsIn(survey).flatMap(({ language, text, path }) => {
    if (language === 'en' && HAN.test(text))
      return [fault('missing-language', path, 'holds Chinese characters; put the English text here')];
    if (language === 'zh-Hans' && !HAN.test(text) && LATIN_WORDS.test(text)) {
      return [fault('missing-language', path, 'holds no Chinese characters; put the Chinese text here')];
    }
    return [];
  });

const leading: Rule = ofEach((question, path) => {
  const asked: readonly Told[] = 'text' in question ? told(question.text, `${path}.text`) : [];
  const rows = judged(question, path).filter((row) => !asked.some((one) => one.path === row.path));
  return [...asked, ...rows].flatMap(({ language, text, path: at }): Finding[] => {
    const word = LEADING[language].exec(text)?.[0];
    return word === undefined ? [] : [hint('leading', at, `“${word}” suggests an answer; ask without it`)];
  });
});

const twofold: Rule = ofEach((question, path) =>
  judged(question, path).flatMap(({ language, text, path: at }): Finding[] => {
    const joint = TWOFOLD[language].exec(text)?.[0];
    return joint === undefined ? [] : [hint('double-barrelled', at, `“${joint}” joins two things; ask for each by itself, or for one`)];
  }),
);

const wordy: Rule = ofEach((question, path) =>
  ('text' in question ? told(question.text, `${path}.text`) : []).flatMap(({ language, text, path: at }): Finding[] => {
    const max = MAX_QUESTION_LENGTH[language];
    return text.length <= max
      ? []
      : [hint('wordy', at, `${text.length} characters, expected at most ${max}; say it shorter, the rest as a hint`)];
  }),
);

export const WORDING: readonly Rule[] = [otherLanguage, leading, twofold, wordy];
