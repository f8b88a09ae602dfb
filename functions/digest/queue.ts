import { type DigestModel, hasNothingToTell } from '../../shared/domain/digest/digest.ts';
import { figuresFile, pictureOf, renderDigest } from '../../shared/domain/digest/render.ts';
import { type DigestSettings, type Recipient, recipientsOf } from '../../shared/domain/digest/settings.ts';
import { previousPeriod } from '../../shared/domain/metrics/period.ts';
import type { Action, MailAttachment } from '../../shared/domain/recovery/action.ts';
import { modelFor } from './model.ts';
import type { DigestPorts } from './ports.ts';
import { readHouse } from './read.ts';

/** What became of a digest: ids of mails that are new and of those that stood already, and how many got none. No addresses. */
export interface Queued {
  readonly queued: readonly string[];
  readonly standing: readonly string[];
  /** Recipients who have ended it. */
  readonly ended: number;
  /** Recipients for whom there was nothing to tell. */
  readonly empty: number;
}

/** The picture within the mail: an address of its own form, which no other mail has. */
const CONTENT_ID = 'trend@amends';

/**
 * Makes the digest of the last complete period and queues it once for each recipient, as `digest:{id}:{first day}:{recipient}`: a second run changes
 * nothing. What is read is read once, however many they are. Nobody gets one that they ended, or that tells nothing.
 */
export async function queueDigest(settings: DigestSettings, at: string | undefined, ports: DigestPorts): Promise<Queued> {
  const now = ports.clock();
  const { brand } = ports.config;
  const recipients = await Promise.all(
    recipientsOf(settings, brand).map(async (recipient) => ({ ...recipient, key: await ports.recipientKey(recipient.to) })),
  );
  const ended = await ports.optOuts.endedBy(
    settings.id,
    recipients.map(({ key }) => key),
  );
  const wanting = recipients.filter(({ key }) => !ended.has(key));
  if (wanting.length === 0) return { queued: [], standing: [], ended: ended.size, empty: 0 };

  const period = previousPeriod(settings.period, at ?? now, brand.timeZone);
  const house = await readHouse(period, wanting, now, ports);
  const draw = drawnOnce(ports);
  const made = await Promise.all(
    wanting.map(async (recipient) => {
      const model = await modelFor(recipient, house, now, ports);
      if (hasNothingToTell(model)) return undefined;
      const id = `digest:${settings.id}:${period.from}:${recipient.key}`;
      const stop = { url: await ports.endUrl(settings.id, recipient.key), address: recipient.to };
      const isNew = await ports.outbox.addAction(mailOf(id, recipient, now, model, stop, await draw(model, recipient.branch)));
      return { id, isNew };
    }),
  );
  const mails = made.filter((mail) => mail !== undefined);
  const idsOf = (isNew: boolean) => mails.filter((mail) => mail.isNew === isNew).map(({ id }) => id);
  const queued = idsOf(true);
  // One that stands already was queued when it was stored, or sweep finds it.
  if (queued.length > 0) await ports.actions.send(queued);
  return { queued, standing: idsOf(false), ended: ended.size, empty: wanting.length - mails.length };
}

/** A branch's picture is the same for all its people, whatever they read. */
function drawnOnce({ drawPicture }: DigestPorts) {
  const drawn = new Map<string | undefined, Promise<string | undefined>>();
  return (model: DigestModel, branch: string | undefined): Promise<string | undefined> => {
    const standing = drawn.get(branch);
    if (standing !== undefined) return standing;
    const svg = pictureOf(model);
    const picture = svg === undefined ? Promise.resolve(undefined) : drawPicture(svg).then((png) => Buffer.from(png).toString('base64'));
    drawn.set(branch, picture);
    return picture;
  };
}

/** The mail is stored as it goes out, picture and all: what is sent then needs no engine, and a retry sends the same. */
function mailOf(
  id: string,
  { to, language }: Recipient,
  now: string,
  model: DigestModel,
  stop: { readonly url: string; readonly address: string },
  picture: string | undefined,
): Action {
  const figures = figuresFile(model);
  const attachments: MailAttachment[] = [
    ...(picture === undefined ? [] : [{ name: 'trend.png', mediaType: 'image/png', content: picture, contentId: CONTENT_ID }]),
    { name: figures.name, mediaType: 'text/csv; charset=utf-8', content: Buffer.from(figures.content).toString('base64') },
  ];
  return {
    ...{ id, kind: 'digest', state: 'due', dueAt: now, attempts: 0, language, to: [to] },
    ...renderDigest(model, { stop, picture: picture === undefined ? undefined : `cid:${CONTENT_ID}` }),
    ...{ attachments, unsubscribeUrl: stop.url },
  };
}
