import type { AutomaticKind } from './mail.ts';

/** What is needed to tell a machine's mail from a person's. Header names are in lower case; values are decoded. */
export interface MailSigns {
  readonly header: (name: string) => string | undefined;
  readonly from: string | undefined;
  readonly subject: string | undefined;
  /** MIME types of the parts that are no text. */
  readonly partTypes: readonly string[];
  /** Addresses that Amends itself sends from or receives at. */
  readonly ownAddresses: readonly string[];
}

const MAX_VALUE_LENGTH = 300;

/** Begins so, and then ends or goes on with a colon: "自动回复太慢" is a complaint about automatic replies. */
const REPLY_SUBJECTS: readonly RegExp[] = [
  /^\W{0,3}(?:automatic[- ]?(?:reply|response)|auto[- ]?(?:reply|response|responder)|autoreply|automated (?:reply|response))\W{0,3}(?:[:：–—-]|$)/i,
  /^\W{0,3}(?:out of (?:the )?office|ooo)\s*(?:[:：–—\]-]|(?:auto(?:matic)?[- ]?)?(?:reply|response|message|notification)\b|(?:until|till|from)\s+\w|(?:re|aw|回复)\s*[:：]|$)/i,
  /^\W{0,3}(?:away from (?:the |my )?(?:office|desk|mail|email)|on (?:vacation|annual leave|parental leave)|vacation (?:reply|response|message))\s*(?:[:：–—-]|$)/i,
  /^[[【(（「]?\s*(?:自动回复|自動回覆|自動回復|自动答复|自動答覆|系统自动回复|邮件自动回复|外出自动回复|休假自动回复|不在办公室|外出中?|休假中?)\s*(?:[:：\]】)）」]|$)/u,
  /^\W{0,3}(?:automatische antwort|abwesenheitsnotiz|abwesend|réponse automatique|respuesta automática|resposta automática|risposta automatica|automatisch antwoord|автоответ|自動返信)\s*(?:[:：]|$)/iu,
];

const BOUNCE_SUBJECTS: readonly RegExp[] = [
  /^\W{0,3}(?:undeliver(?:able|ed)|undelivered mail|delivery status notification|mail delivery (?:failed|failure|system)|delivery (?:has )?fail(?:ed|ure)|returned mail|failure notice|message not delivered)/i,
  /^\W{0,3}(?:系统退信|退信|邮件退信|退件|无法投递|未送达|投递失败|邮件投递失败|無法投遞|無法傳遞)/u,
];

const DAEMON = /^(?:mailer-daemon|postmaster|mail-daemon|bounce|bounces|mdaemon)(?:[+-][^@]*)?@/i;

/**
 * Who wrote it, if not a person (promise 18): `own` is Amends itself or another Amends, `bounce` a delivery report, `list` bulk mail,
 * `auto-reply` an answering machine. Sources: RFC 3834, RFC 3464, RFC 2919, Microsoft's X-Auto-Response-Suppress, habits of providers.
 * Whoever forges these signs only spares themselves an answer: nothing is lost, the mail is recorded.
 */
export function automaticKind(mail: MailSigns): AutomaticKind | undefined {
  const value = (name: string) => (mail.header(name) ?? '').slice(0, MAX_VALUE_LENGTH).trim().toLowerCase();
  if (isOwn(mail, value)) return 'own';
  if (isBounce(mail, value)) return 'bounce';
  const precedence = value('precedence');
  if (value('list-id') !== '' || /^(?:bulk|list|junk)\b/.test(precedence)) return 'list';
  return isAutoReply(mail, value, precedence) ? 'auto-reply' : undefined;
}

type Value = (name: string) => string;

const isOwn = (mail: MailSigns, value: Value): boolean =>
  value('x-amends') !== '' || (mail.from !== undefined && mail.ownAddresses.some((own) => own.toLowerCase() === mail.from?.toLowerCase()));

function isBounce(mail: MailSigns, value: Value): boolean {
  const contentType = value('content-type');
  if (/report-type\s*=\s*"?(?:delivery-status|feedback-report)/.test(contentType)) return true;
  if (mail.partTypes.some((type) => type === 'message/delivery-status' || type === 'message/feedback-report')) return true;
  if (value('x-failed-recipients') !== '') return true;
  const isDaemon = DAEMON.test((mail.from ?? '').slice(0, MAX_VALUE_LENGTH));
  const subject = (mail.subject ?? '').slice(0, MAX_VALUE_LENGTH);
  return isDaemon && (isEmptyPath(value) || BOUNCE_SUBJECTS.some((pattern) => pattern.test(subject)));
}

function isAutoReply(mail: MailSigns, value: Value, precedence: string): boolean {
  const autoSubmitted = value('auto-submitted');
  if (autoSubmitted !== '' && !/^no\b/.test(autoSubmitted)) return true;
  const suppress = value('x-auto-response-suppress');
  if (suppress !== '' && suppress !== 'none') return true;
  if (/^auto[-_]?reply/.test(precedence)) return true;
  const marks = ['x-autoreply', 'x-autorespond', 'x-autoreply-from', 'x-mail-autoreply', 'x-auto-reply'];
  if (marks.some((name) => value(name) !== '' && value(name) !== 'no')) return true;
  if (
    /report-type\s*=\s*"?disposition-notification/.test(value('content-type')) ||
    mail.partTypes.includes('message/disposition-notification')
  )
    return true;
  if (isEmptyPath(value) || DAEMON.test((mail.from ?? '').slice(0, MAX_VALUE_LENGTH))) return true;
  const subject = (mail.subject ?? '').slice(0, MAX_VALUE_LENGTH).trim();
  return REPLY_SUBJECTS.some((pattern) => pattern.test(subject));
}

/** RFC 5321 §4.5.5: reports and automatic mails go out with an empty return path. */
const isEmptyPath = (value: Value): boolean => /^<\s*>/.test(value('return-path'));
