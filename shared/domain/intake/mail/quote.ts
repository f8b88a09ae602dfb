/**
 * What mail clients put above the words of others. Every pattern looks at one line, or at a few joined lines of bounded length, so that the work
 * grows with the text and never faster (promise 37).
 */

/** Longer lines are somebody's words, never a client's marker. */
const MAX_MARKER_LENGTH = 400;
/** Clients wrap "On … wrote:" over at most this many lines. */
const MAX_ATTRIBUTION_LINES = 4;
/** A header block ("From: … Sent: … To: … Subject: …") with its folded lines. */
const MAX_BLOCK_LINES = 10;

/** ">_<" and ">.<" are faces, not quotes. */
const FACE = /^\s*>\s?[_.﹏＿ω皿^-]+\s?[<＜]/;
const FULL_WIDTH_SPACE = /[\u3000\u00a0]/g;

export const isQuoted = (line: string): boolean => /^\s{0,4}(?:>|&gt;)/.test(line) && !FACE.test(line.slice(0, 12));

/** Only dashes, underscores, stars and the like: a rule drawn by a client or a person. */
export const isRule = (line: string): boolean =>
  line.length <= MAX_MARKER_LENGTH && /^[\s\-_=*~#+—–─━ᐧ.]+$/u.test(line) && /\S{2}|ᐧ/u.test(line);

/** "… wrote", in lower case. Looked up as strings: an alternation over every position of a long line is what makes patterns slow. */
const VERBS =
  'wrote|writes|写道|寫道|写到|schrieb|écrit|escribió|escreveu|ha scritto|schreef|skrev|napisał|napisała|pisze|написал|написала|пишет|пише|kirjoitti|yazdı|đã viết|書きました|のメッセージ|작성'.split(
    '|',
  );
/** How an attribution begins: a preposition of its language, or the date itself. */
const LEAD =
  /^[\s*_"'\-–—>|]*(?:(?:on|at|am|le|el|il|op|em|den|pe|på|w dniu|dnia|в|vào lúc|no dia|in data)\s|(?:在|于|於)|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[,.\s]|(?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|пн|вт|ср|чт|пт|сб|вс)[,.\s]|(?:周|星期)[一二三四五六日天]|\d{4}\s?[-/.年]|\d{1,2}[-/.]\d{1,2})/iu;
const ADDRESS = /[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]/;
const TIME_OR_YEAR = /\d{1,2}[:.：]\d{2}|\b(?:19|20)\d{2}\b|(?:19|20)\d{2}\s?年|\d{1,2}月\d{1,2}日/;
const ADDRESS_LAST = /[<[(]\s?[^<>\s]{1,64}@[^<>\s]{1,190}\s?[>\])]\s*[:：]?$/;
/** Old Gmail: "2016-10-24 15:36 GMT+02:00 Somebody <address>:", "2013/7/20 Somebody <address>". */
const DATE_FIRST =
  /^[\s"'>*]*(?:\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}\.\d{1,2}\.\d{4},|(?:mon|tue|wed|thu|fri|sat|sun), \d{1,2} [a-z]{3} \d{4})\s/i;
const ZONE_AFTER_TIME = /^[\s"'>*]*\d{4}-\d{2}-\d{2} \d{1,2}:\d{2} GMT[+-]\d{2}:\d{2}\s\S/;
/** Only where one of these ends a line is it worth looking upwards. */
const LAST_OF_ATTRIBUTION = /(?:[:：]\s*(?:-+\s*)?|>\s*|wrote[\s-]*)$/;

export interface Attribution {
  /** Index of its first line, and how many lines it takes. */
  readonly start: number;
  readonly length: number;
  /** It names an address or a full time: what follows is another's words even where nothing marks them. */
  readonly isCertain: boolean;
}

/** Finds "On … wrote:" in its many languages. Works from the line that ends with a colon backwards, so that each line is read a bounded number of times. */
export function attributions(lines: readonly string[]): Map<number, Attribution> {
  const found = new Map<number, Attribution>();
  lines.forEach((line, end) => {
    if (line.length > MAX_MARKER_LENGTH || !(LAST_OF_ATTRIBUTION.test(line.slice(-24)) || ZONE_AFTER_TIME.test(line.slice(0, 80)))) return;
    const attribution = attributionEndingAt(lines, end);
    if (attribution !== undefined) found.set(attribution.start, attribution);
  });
  return found;
}

function attributionEndingAt(lines: readonly string[], end: number): Attribution | undefined {
  let joined = '';
  let named: number | undefined;
  for (let start = end; start >= 0 && end - start < MAX_ATTRIBUTION_LINES; start--) {
    const line = (lines[start] ?? '').trim();
    if (line === '' || joined.length + line.length > MAX_MARKER_LENGTH) break;
    joined = joined === '' ? line : `${line} ${joined}`;
    const plain = joined.replace(FULL_WIDTH_SPACE, ' ');
    if (!isAttribution(plain)) continue;
    const hasAddress = ADDRESS.test(plain);
    if (LEAD.test(plain) && !isDateBelowName(plain, lines[start - 1])) {
      return { start, length: end - start + 1, isCertain: hasAddress || TIME_OR_YEAR.test(plain) };
    }
    if (hasAddress && named === undefined) named = startOfName(lines, start);
  }
  return named === undefined ? undefined : { start: named, length: end - named + 1, isCertain: true };
}

/** "Somebody <address> 于" may be wrapped away from the date. */
const isDateBelowName = (plain: string, above = ''): boolean =>
  /^\d/.test(plain) && above.length <= MAX_MARKER_LENGTH && ADDRESS.test(above);

/** "Somebody <" may be wrapped away from its address. */
const startOfName = (lines: readonly string[], start: number): number =>
  /[<[]\s*$/.test((lines[start - 1] ?? '').slice(-8)) ? start - 1 : start;

/** Needs a verb of writing and a date, or an address that the verb follows; or an old client's date and address without a verb. */
function isAttribution(joined: string): boolean {
  if (ZONE_AFTER_TIME.test(joined)) return true;
  const line = withoutRuleAtEnd(joined);
  if (DATE_FIRST.test(line) && ADDRESS_LAST.test(line)) return true;
  const lower = line.toLowerCase();
  if (!VERBS.some((verb) => lower.includes(verb))) return false;
  if (/[:：]$/.test(line)) return /\d/.test(line) || (ADDRESS.test(line) && endsWithVerb(lower));
  return /wrote$/i.test(line) && ADDRESS.test(line) && /\d/.test(line) && LEAD.test(line);
}

function withoutRuleAtEnd(line: string): string {
  let end = line.length;
  while (end > 0 && (line[end - 1] === '-' || line[end - 1] === ' ')) end--;
  return line.slice(0, end);
}

function endsWithVerb(lower: string): boolean {
  const words = lower.replace(/\s*[:：]$/, '');
  return VERBS.some((verb) => words.endsWith(verb));
}

const ORIGINAL =
  /^[\s>*_=-]*-{2,}\s*(?:original|original message|original appointment|reply message|forwarded message|forwarded by .{1,80}|原始邮件|原邮件|原邮件信息|回复的原邮件|转发的原邮件|邮件原文|原始郵件|原始信件|轉寄郵件|转发邮件|转发邮件信息|已转发邮件|转发的邮件|ursprüngliche nachricht|weitergeleitete nachricht|message d'origine|message d’origine|message original|message transféré|mensaje original|mensagem original|messaggio originale|oprindelig besked|oprindelig meddelelse|ursprungligt meddelande|oorspronkelijk bericht|исходное сообщение|пересылаемое сообщение|元のメッセージ|원본 메시지)\s*[-*_=]{2,}\s*$/iu;
const FORWARD = /forward|转发|轉寄|transf|weitergeleitet|пересыл/iu;
const BEGIN_FORWARD =
  /^\s*(?:begin forwarded message|forwarded message|开始转发的邮件|下面是被?转发的邮件|以下是被?转发的邮件|开始转发的消息|début du message (?:réexpédié|transféré)|anfang der weitergeleiteten nachricht|inicio del mensaje reenviado|inizio messaggio inoltrato)\s*[:：]\s*$/iu;

export type Embedded = { readonly kind: 'original' | 'forwarded'; readonly length: number };

type Field = 'from' | 'sent' | 'to' | 'cc' | 'subject';
const FIELD_NAMES: Readonly<Record<Field, string>> = {
  from: 'from|von|de|da|van|från|fra|od|от|від|发件人|发信人|发自|寄件者|寄件人|發件人|差出人|보낸사람',
  sent:
    'message du|sent|date|sent at|received|gesendet|datum|envoyé|envoyé le|enviado|enviado el|enviada em|fecha|data|inviato|verzonden|skickat|sendt|dato|' +
    'wysłano|отправлено|дата|发送时间|发送日期|发件时间|发信时间|日期|时间|寄件日期|傳送時間|傳送日期|發送時間|送信日時|日時|보낸날짜',
  to: 'to|an|a|à|para|aan|till|til|do|кому|收件人|收信人|收件者|宛先|받는사람',
  cc: 'cc|bcc|kopie|copie|copie à|kopia|抄送|抄送人|副本|密送|reply-to|organization|importance|attachment|attachments|附件',
  subject: 'subject|betreff|objet|sujet|asunto|assunto|oggetto|onderwerp|ämne|emne|temat|тема|主题|主題|主旨|标题|件名|제목',
};
const FIELDS = new Map<string, Field>();
for (const field of ['from', 'sent', 'to', 'cc', 'subject'] as const)
  for (const name of FIELD_NAMES[field].split('|')) FIELDS.set(name, field);

/** Which field of a mail header the line shows: "From: …", "*Sent:* …", "主　题：…". */
function fieldOf(line: string): Field | undefined {
  const head = line.slice(0, 50);
  const colon = head.search(/[:：]/);
  if (colon < 1) return undefined;
  const name = head
    .slice(0, colon)
    .replace(/[>*_|]/g, '')
    .trim()
    .toLowerCase();
  return FIELDS.get(name) ?? FIELDS.get(name.replace(/\s+/g, ''));
}

/** An embedded mail that begins at this line: "-----Original Message-----", a forward marker, or a block of mail headers. */
export function embeddedAt(lines: readonly string[], index: number): Embedded | undefined {
  const line = lines[index] ?? '';
  if (line.length > MAX_MARKER_LENGTH) return undefined;
  if (ORIGINAL.test(line) || BEGIN_FORWARD.test(line)) {
    const block = headerBlock(lines, nextFilled(lines, index + 1), true);
    const length = block === undefined ? 1 : nextFilled(lines, index + 1) - index + block;
    return { kind: FORWARD.test(line) || BEGIN_FORWARD.test(line) ? 'forwarded' : 'original', length };
  }
  const length = headerBlock(lines, index, isRule(lines[previousFilled(lines, index)] ?? ''));
  return length === undefined ? undefined : { kind: 'original', length };
}

/**
 * Length of the header block at this line, if there is one. People write "From: Paris, To: Rome, Date: Monday" themselves, so a block needs
 * a subject or an address in it, or a rule above it.
 */
function headerBlock(lines: readonly string[], start: number, isMarked: boolean): number | undefined {
  if (fieldOf(lines[start] ?? '') === undefined) return undefined;
  const seen = new Set<Field>();
  let last = start;
  let hasAddress = false;
  for (let i = start; i < Math.min(lines.length, start + MAX_BLOCK_LINES) && i - last <= 2; i++) {
    const line = (lines[i] ?? '').slice(0, MAX_MARKER_LENGTH);
    const field = fieldOf(line);
    if (field === undefined) continue;
    seen.add(field);
    last = i;
    hasAddress ||= ADDRESS.test(line);
  }
  const isBlock =
    seen.has('from') &&
    (isMarked ? seen.size >= 2 : seen.size >= 3 ? seen.has('subject') || hasAddress : seen.size === 2 && hasAddress && seen.has('sent'));
  return isBlock ? last - start + 1 : undefined;
}

function nextFilled(lines: readonly string[], from: number): number {
  let i = from;
  while (i < lines.length && i < from + 4 && (lines[i] ?? '').trim() === '') i++;
  return i;
}

function previousFilled(lines: readonly string[], before: number): number {
  let i = before - 1;
  while (i > 0 && i > before - 4 && (lines[i] ?? '').trim() === '') i--;
  return i;
}
