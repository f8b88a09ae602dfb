/** SES writes the Message-ID of all that it sends: `<{id}@email.amazonses.com>`, `<{id}@eu-west-1.amazonses.com>`, in China `….amazonses.com.cn`. */
const SES_ID = /<([\w-]{1,150})@(?:[a-z0-9-]{1,40}\.)?amazonses\.com(?:\.cn)?>/gi;

/** More mails than a thread with us has; the oldest go. */
const MAX_ANSWERED = 20;

/**
 * What SES called the mails of ours that a mail answers, newest first: the one it answers, then the others of its thread from the end
 * (RFC 5322 §3.6.4). Other ids in there are other people's.
 */
export function answeredMails(inReplyTo = '', references = ''): string[] {
  const ids = (field: string) => [...field.matchAll(SES_ID)].map(([, id = '']) => id);
  return [...new Set([...ids(inReplyTo), ...ids(references).reverse()])].slice(0, MAX_ANSWERED);
}
