import { SIMPLIFIED, SIMPLIFIED_ONLY } from './characters.zh.ts';
import { isForeignWord, weighLatin } from './latin.ts';

/** More text than this does not make the language any clearer. UTF-16 units. */
const MAX_READ = 800;
/** Share of English function words that English prose has at least; other languages in Latin script stay far below. */
const MIN_ENGLISH_SHARE = 0.18;
/** Share of everyday English words that shows English even in a few words. */
const MIN_EVERYDAY_SHARE = 0.4;
/** Fewer points (see `latin.ts`) than this are chance. */
const MIN_POINTS = 2;
/** Below this many letters spellings alone do not make a text foreign. */
const MIN_LETTERS_FOR_SPELLING = 20;
/** Danish and Norwegian, Indonesian and Malay: with this share of the best's points, the language of the locale is believed. */
const NEARLY = 0.75;
/** Share of letters that only Vietnamese writes, which its texts have at least; one Nguyễn does not make a text Vietnamese. */
const MIN_VIETNAMESE = 0.06;
/** Written forms of Norwegian, which a locale may name. */
const NORWEGIAN = new Set(['nb', 'nn']);
/** So many show which of the two scripts they are. */
const ENOUGH_HAN = 200;
/** A Han character carries about as much as two Latin letters. */
const LETTERS_PER_HAN = 2;

/** Words that make up about half of any English text and are rare in its neighbours; the ambiguous ones (a, in, on, me, was, so, die) are left out. */
const ENGLISH = new Set(
  (
    'the and of to it is i my we you your they this that these those with for have has had not but are were been be very would could should will ' +
    'when what which who why how there their them our us from at as by if or about after before just because more than only never again ' +
    "don't didn't can't won't wasn't isn't couldn't doesn't i'm i've it's he she his her him did does get got out please thank thanks"
  ).split(' '),
);

/** Everyday English of people who write about a service. Short comments hold few of the words above: "Slow service", "No complaints whatsoever". */
const ENGLISH_EVERYDAY = new Set(
  (
    'good bad great terrible awful poor rude slow excellent fantastic brilliant lovely amazing perfect perfectly helpful friendly okay fine nice love loved hate hated ' +
    'worst best better worse quick quickly fast late early never always nothing nobody everything everyone something anything someone anyone refund refunded broken ' +
    'disappointed disappointing disgusting rubbish happy unhappy pleased satisfied dissatisfied awesome horrible useless waiting waited wait wait expensive cheap price ' +
    'prices quality clean dirty filthy easy hard difficult simple fixed broke lost losing missing wrong right first second third time times day days week weeks month ' +
    'months year years hour hours minute minutes today tomorrow yesterday again still yet already soon staff driver team manager people person customer customers service ' +
    'delivery order ordered parcel package shipping phone call called calling answer answered reply replied email emails website online login account card bank money ' +
    'paid pay payment charge charged bill fee cost value worth food meal room rooms hotel flight airline luggage bag shop store product item items size colour color ' +
    'bought buy buying use used using work works working worked open opened closed return returned cancel cancelled cancellation complaint complaints complain problem ' +
    'problems issue issues solved sorted help helped need needed needs want wanted like liked make made take took get got give given gave go going went come came see ' +
    'seen know knew think thought feel felt look looks looked find found try tried ask asked tell told said say keep kept let leave left arrive arrived received send ' +
    'sent much many more most less least very really too quite so well also even here there where over under into without within during while until since through ' +
    'polite professional kind caring patient competent knowledgeable courteous informative accurate accurately truthfully honest fresh tasty delicious comfortable warm ' +
    'cold hot big small large long short new old same other another only every each some few several none whatsoever information updates parking safe fuss kept informed ' +
    'response care treatment nurse doctor hospital experience recommend facilities communication job sound battery screen direct competent congratulations frequent solid ' +
    'improve improvement thanks ok yes no not a an in on was me our i'
  ).split(' '),
);

interface Letters {
  latin: number;
  /** Those of `latin` that only Vietnamese writes. */
  vietnamese: number;
  han: number;
  kana: number;
  /** Counts per other script, by the language that writes most in it. */
  readonly others: Map<string, number>;
  traditional: number;
  simplified: number;
}

/** Ranges of scripts that (nearly) one language uses, or for which one language stands. */
const SCRIPTS: readonly (readonly [from: number, to: number, language: string])[] = [
  [0x0370, 0x03ff, 'el'],
  // Without the combining marks between the two, which decorate letters of any script.
  [0x0400, 0x0482, 'ru'],
  [0x048a, 0x052f, 'ru'],
  [0x0530, 0x058f, 'hy'],
  [0x0590, 0x05ff, 'he'],
  [0x0600, 0x06ff, 'ar'],
  [0x0900, 0x097f, 'hi'],
  [0x0980, 0x09ff, 'bn'],
  [0x0e00, 0x0e7f, 'th'],
  [0x10a0, 0x10ff, 'ka'],
  [0x1100, 0x11ff, 'ko'],
  [0xac00, 0xd7a3, 'ko'],
];

/**
 * The language of a text: `en`, `zh-Hans`, `zh-Hant`, another ISO 639-1 code, or `und` where nothing can be told (no letters, or a few that
 * any language could have written and no locale). Script decides first, then English function words, then the small words and spellings of
 * other languages (`latin.ts`), then the locale.
 */
export function detectLanguage(text: string, locale?: string): string {
  const head = withoutPiles(text.slice(0, MAX_READ)).normalize('NFKC');
  const letters = countLetters(head);
  const ofScript = byScript(head, letters, locale);
  if (ofScript !== undefined) return ofScript;
  if (letters.latin === 0) return 'und';
  return letters.vietnamese >= MIN_VIETNAMESE * letters.latin ? 'vi' : latinLanguage(head, letters.latin, locale);
}

/** Marks piled on every letter (Zalgo) would make accented letters of plain ones. One or two in a word belong to it. */
function withoutPiles(text: string): string {
  const marks = text.match(/[\u0300-\u036f\u0483-\u0489]/g)?.length ?? 0;
  return marks * 2 > text.length ? text.replace(/[\u0300-\u036f\u0483-\u0489]+/g, '') : text;
}

function countLetters(text: string): Letters {
  const letters: Letters = { latin: 0, vietnamese: 0, han: 0, kana: 0, others: new Map(), traditional: 0, simplified: 0 };
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at) ?? 0;
    if (code > 0xffff) at++;
    if (code < 0x80) {
      const lower = code | 0x20;
      if (lower >= 0x61 && lower <= 0x7a) letters.latin++;
    } else if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || (code >= 0x20000 && code <= 0x323af)) {
      letters.han++;
      if (letters.han > ENOUGH_HAN) continue;
      const character = String.fromCodePoint(code);
      if (SIMPLIFIED.has(character)) letters.traditional++;
      else if (SIMPLIFIED_ONLY.has(character)) letters.simplified++;
    } else if (code >= 0x3041 && code <= 0x30fa) {
      letters.kana++;
    } else if ((code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7) || (code >= 0x1e00 && code <= 0x1eff)) {
      letters.latin++;
      if ((code >= 0x1ea0 && code <= 0x1ef9) || code === 0x1a1 || code === 0x1b0) letters.vietnamese++;
    } else {
      const script = SCRIPTS.find(([from, to]) => code >= from && code <= to);
      if (script !== undefined) letters.others.set(script[2], (letters.others.get(script[2]) ?? 0) + 1);
    }
  }
  return letters;
}

function byScript(text: string, letters: Letters, locale: string | undefined): string | undefined {
  const { latin, han, kana } = letters;
  // Japanese mixes kana into nearly every phrase; a の on a Chinese shop sign is not yet Japanese.
  if (kana > 1 && kana * 5 > han) return kana * LETTERS_PER_HAN + han > latin ? 'ja' : undefined;
  const [other, count] = [...letters.others].sort((a, b) => b[1] - a[1])[0] ?? ['und', 0];
  if (count > han && count > latin) return withinScript(other, text.toLowerCase(), primary(locale));
  if (han > 0 && han * LETTERS_PER_HAN >= latin) return chineseOf(letters, locale);
  return undefined;
}

function chineseOf({ traditional, simplified }: Letters, locale: string | undefined): string {
  if (traditional !== simplified) return traditional > simplified ? 'zh-Hant' : 'zh-Hans';
  return /^zh[-_](hant|tw|hk|mo)\b/i.test(locale ?? '') ? 'zh-Hant' : 'zh-Hans';
}

function latinLanguage(text: string, letterCount: number, locale: string | undefined): string {
  const lower = text.toLowerCase().replaceAll('’', "'");
  const words = lower.split(/[^\p{L}']+/u).filter((word) => word !== '');
  let functionWords = 0;
  let everyday = 0;
  let foreign = 0;
  for (const word of words) {
    if (ENGLISH.has(word)) functionWords++;
    if (ENGLISH.has(word) || ENGLISH_EVERYDAY.has(word)) everyday++;
    else if (isForeignWord(word)) foreign++;
  }
  if (functionWords / words.length >= MIN_ENGLISH_SHARE && functionWords >= 2 && functionWords > 2 * foreign) return 'en';
  if (everyday / words.length >= MIN_EVERYDAY_SHARE && everyday > 2 * foreign) return 'en';
  const stated = primary(locale);
  const isStatedLatin =
    stated !== undefined && stated !== 'zh' && stated !== 'ja' && !SCRIPTS.some(([, , language]) => language === stated);
  const weighed = weighLatin(words, (word) => ENGLISH.has(word) || ENGLISH_EVERYDAY.has(word));
  const english = weighed.get('en') ?? 0;
  weighed.delete('en');
  const [best, points] = [...weighed].sort((a, b) => b[1] - a[1])[0] ?? ['und', 0];
  // A misspelt or drawn-out English word is like some language's spelling: alone that says nothing.
  const isForeign = foreign > 0 || /[^\p{ASCII}]/u.test(words.join('')) || letterCount >= MIN_LETTERS_FOR_SPELLING;
  if (isForeign && points >= MIN_POINTS && points > english)
    return isStatedLatin && (weighed.get(NORWEGIAN.has(stated) ? 'no' : stated) ?? 0) >= NEARLY * points ? stated : best;
  if (isStatedLatin) return stated;
  return english > points ? 'en' : 'und';
}

const primary = (locale: string | undefined): string | undefined => /^[a-z]{2}(?![a-z])/.exec((locale ?? '').toLowerCase())?.[0];

/** Languages that share a script with the one that stands for it: letters of theirs that it does not have, and all that a locale may name. */
const SAME_SCRIPT: Readonly<
  Record<string, { readonly byLetters: readonly (readonly [string, RegExp])[]; readonly all: readonly string[] }>
> = {
  ru: {
    byLetters: [
      ['kk', /[әғқңұһ]/],
      ['be', /ў/],
      ['mk', /[ѓќѕ]/],
      ['sr', /[јљњђћџ]/],
      ['uk', /[їєґі]/],
    ],
    all: ['uk', 'bg', 'sr', 'be', 'mk', 'kk'],
  },
  ar: {
    byLetters: [
      ['ur', /[ٹڈڑےں]/],
      ['fa', /[پچژگ]/],
    ],
    all: ['fa', 'ur'],
  },
  hi: { byLetters: [], all: ['mr', 'ne'] },
};

function withinScript(first: string, text: string, stated: string | undefined): string {
  const same = SAME_SCRIPT[first];
  if (stated !== undefined && same?.all.includes(stated)) return stated;
  return same?.byLetters.find(([, letters]) => letters.test(text))?.[0] ?? first;
}
