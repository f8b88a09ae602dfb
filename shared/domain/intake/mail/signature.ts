import { isRule } from './quote.ts';

/** A signature is short: more lines than this below "--" are somebody's words. */
const MAX_SIGNATURE_LINES = 15;
const MAX_DEVICE_LINE_LENGTH = 200;

/** Names of devices and programs that sign mails by themselves. */
const DEVICE =
  'iphone|ipad|ipod|apple|android|samsung|galaxy|huawei|honor|xiaomi|oppo|vivo|oneplus|pixel|nokia|htc|blackberry|windows|outlook|yahoo|gmail|mail(?:box)?|airmail|spark|proton|phone|mobile|cell|tablet|device|smartphone|handheld|wireless|verizon|at&t|t-mobile|surface|foxmail|mailspring|thunderbird';

const DEVICE_ZH =
  'iphone|ipad|android|安卓|windows|outlook|mac|foxmail|华为|華為|huawei|荣耀|honor|小米|红米|xiaomi|redmi|oppo|vivo|三星|samsung|galaxy|魅族|一加|手机|手機|平板|平板电脑|' +
  '网易邮箱手机智能版|网易邮箱大师|网易邮箱|邮箱大师|qq邮箱|163邮箱|126邮箱|139邮箱|新浪邮箱|搜狐邮箱|阿里邮箱|wps邮箱|企业微信|钉钉';

const DEVICE_LINES: readonly RegExp[] = [
  new RegExp(
    `^[(<\\[*_\\s]*sent (?:from|via|with|by|using) (?:my |a |the )?\\W{0,2}(?:[\\w-]+[\\s'’-]+){0,3}?(?:${DEVICE})\\b.{0,120}$`,
    'iu',
  ),
  /^[(<[*_\s]*[Ss]ent from my (?=.{0,40}[A-Z0-9])[\w-]{1,20}(?: [\w-]{1,20}){0,4}[)>\]*_.]*$/u,
  /^[(<[*_\s]*sent (?:from|via|with) [\w ]{1,30}<https?:[^<>\s]{1,150}>$/iu,
  /^from my (?:iphone|ipad|android|phone|mobile|samsung|huawei)\b.{0,40}$/iu,
  /^get \W{0,2}outlook for \W{0,2}(?:ios|android|mac|windows).{0,120}$/iu,
  /^(?:download|get) the (?:all-new )?\W?(?:aol|yahoo)\b.{0,120}$/iu,
  new RegExp(
    `^\\W{0,3}(?:[发發]自|[发發]送自|寄自|来自|來自|傳送自)\\s?(?:我的)?\\s?(?:${DEVICE_ZH})[\\w .+-]{0,24}(?:手机|手機|平板|电脑|客户端|手机版|版|邮件|邮件应用|版邮件应用)?\\W{0,3}$`,
    'iu',
  ),
  new RegExp(`^\\W{0,3}[从從]\\s?(?:我的)?\\s?(?:${DEVICE_ZH})[\\w .+-]{0,24}(?:版邮件|上)?\\s?(?:发送|發送|傳送|寄出)\\W{0,3}$`, 'iu'),
  /^\W{0,3}获取\s?\W?outlook.{0,80}$/iu,
  /^\W{0,3}取得\s?\W?outlook.{0,80}$/iu,
  /^\W{0,3}签名由\s?.{1,30}(?:定制|生成)\W{0,3}$/u,
  /^(?:envoyé (?:de|depuis|à partir)|enviado (?:desde|do|a partir)|inviato da|verzonden (?:met|vanaf)|von meinem|gesendet (?:von|mit)|diese nachricht wurde von meinem|skickat från|sendt fra|wysłan[eo] z|отправлено с)\s.{0,100}$/iu,
  /^someone from mobile$/iu,
];

export const isDeviceLine = (line: string): boolean => {
  const trimmed = line.trim();
  return trimmed !== '' && trimmed.length <= MAX_DEVICE_LINE_LENGTH && DEVICE_LINES.some((pattern) => pattern.test(trimmed));
};

/** RFC 3676 §4.3 "-- ", and what clients make of it. */
const isDelimiter = (line: string): boolean =>
  /^\s{0,2}(?:--\s?|—|–{1,2}|_{20,}|-{2}\s*$)\s*$/u.test(line.slice(0, 120)) && line.length <= 120;

/**
 * The lines of this person without the signature below "-- ", the lines that phones and programs add ("Sent from my iPhone", 发自我的iPhone)
 * and the rules at the end. Only the end is touched: the same words in the middle of a text are somebody's words.
 */
export function withoutSignature(lines: readonly string[]): string[] {
  let end = lines.length;
  const trim = () => {
    while (end > 0 && isNoise(lines[end - 1] ?? '')) end--;
  };
  trim();
  for (let at = end - 1, below = 0; at >= 0 && below <= MAX_SIGNATURE_LINES; at--) {
    const line = lines[at] ?? '';
    if (isDelimiter(line)) {
      end = at;
      trim();
    } else if (line.trim() !== '') below++;
  }
  return lines.slice(0, end);
}

const isNoise = (line: string): boolean => line.trim() === '' || isRule(line) || isDeviceLine(line);
