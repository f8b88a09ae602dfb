import { inspectOperations as operations } from '../../shared/api/inspect-operations.ts';
import { actorOf, maySee } from '../../shared/api/viewer.ts';
import { AmendsError, notFound } from '../../shared/domain/errors.ts';
import { MAX_MAIL_BYTES, UnreadableMail } from '../../shared/domain/intake/mail/mail.ts';
import { endpoint } from '../../shared/lambda/endpoint.ts';
import type { ShownMail } from '../../shared/ports.ts';
import type { InspectPorts } from './ports.ts';

/** The mail that a feedback came by. Nothing of it is shown before the look is on the record (R17). */
export const readMailOf = (ports: InspectPorts) =>
  endpoint(operations['GET /api/feedback/{id}/mail'], async ({ path, viewer, now }) => {
    const feedback = await ports.register.feedback(path.id);
    // One of another branch is answered like one that does not exist (promise 29).
    if (feedback === undefined || !maySee(viewer, feedback)) throw notFound('There is no feedback of this id.');
    const { rawKey, customerKey } = feedback;
    if (rawKey === undefined) throw notFound('This feedback came by no mail, or its mail was deleted.');
    if (customerKey !== undefined) await ports.looks.recordLook({ customerKey, at: now, by: actorOf(viewer.id), what: 'mail' });
    const { attachments, ...mail } = await shown(ports, rawKey);
    return { ...mail, attachments: [...attachments] };
  });

async function shown({ mail, showMail }: InspectPorts, rawKey: string): Promise<ShownMail> {
  const bytes = await mail.read(rawKey, MAX_MAIL_BYTES);
  try {
    return await showMail(bytes);
  } catch (error) {
    if (!(error instanceof UnreadableMail)) throw error;
    throw new AmendsError(
      409,
      'unreadable-mail',
      `This mail cannot be shown: ${error.reason}. What could be read of it is the feedback itself.`,
    );
  }
}
