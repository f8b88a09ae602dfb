import { createHash } from 'node:crypto';

/**
 * The external id of a mail. The Message-ID alone is chosen by the sender: whoever knows or guesses another's could take its place beforehand.
 * So the address that the mail is from is part of it, hashed, because external ids are kept and addresses are not. Without either, SES's own id.
 */
export function mailExternalId(messageId: string | undefined, from: string | undefined, sesMessageId: string): string {
  if (messageId === undefined || from === undefined) return `ses:${sesMessageId}`;
  return `mail:${createHash('sha256')
    .update(JSON.stringify([messageId, from.toLowerCase()]))
    .digest('base64url')}`;
}
