import type { NoticeDestination } from '../../shared/domain/outgoing/endpoint.ts';
import { DISABLED_AFTER_MS, type Health, isUnharmed, noticePauseMs, reasonToDisable } from '../../shared/domain/outgoing/health.ts';
import { noticeBody } from '../../shared/domain/outgoing/notice/formats.ts';
import type { NoticeLine } from '../../shared/domain/outgoing/notice/line.ts';
import type { NoticeHouse } from '../../shared/domain/outgoing/notice/text.ts';
import type { HealthStore, LineStore, Sent } from '../../shared/domain/outgoing/ports.ts';
import { isFor, withGist } from '../../shared/domain/outgoing/wanted.ts';

/**
 * Between two messages to one chat room. All services take one a minute (the strictest: WeCom and DingTalk 20 a minute); a little less than the
 * minute of `sweep`, so that no minute is left out because a run came a moment early. Milliseconds.
 */
const TURN_MS = 45_000;
/** Lines of one message, summed up where they do not fit; the others come with the next. */
const MAX_LINES = 200;
/** What could not be said for so long is no news any more. Milliseconds. */
const STALE_AFTER_MS = 24 * 3_600_000;

export interface NotifyPorts {
  readonly lines: LineStore;
  readonly health: HealthStore;
  /** Signs and sends a message; what the service says in a 2xx is part of the outcome. */
  readonly post: (room: NoticeDestination, message: object, now: string) => Promise<Sent>;
  readonly now: () => string;
}

export type Notified = 'sent' | 'retry' | 'dropped' | 'later' | 'nothing';

const shifted = (instant: string, milliseconds: number) => new Date(Date.parse(instant) + milliseconds).toISOString();

/**
 * Sends a chat room what there is for it, as one message. Said at least once: a process that dies between the sending and the note of it says
 * the same in the next message again. A room that refuses is left alone for longer and longer; what has got stale meanwhile is dropped.
 */
export async function notify(id: string, ports: NotifyPorts, rooms: readonly NoticeDestination[], house: NoticeHouse): Promise<Notified> {
  const room = rooms.find((one) => one.id === id);
  if (room === undefined) return 'nothing';
  const now = ports.now();
  if (!(await ports.lines.takeTurn(id, now, shifted(now, TURN_MS)))) return 'later';
  const [health, waiting] = await Promise.all([ports.health.health(id), ports.lines.lines(id, MAX_LINES)]);
  const isMute = health.isDisabled || !room.isEnabled;
  const oldest = isMute ? now : shifted(now, -STALE_AFTER_MS);
  const known = await withGists(waiting, ports.lines);
  const lines = known.filter((line) => line.at > oldest && isFor(room, line));
  const others = known.filter((line) => !lines.includes(line));
  await ports.lines.endLines(id, others, 'dropped', now);
  if (lines.length === 0) return others.length === 0 ? 'nothing' : 'dropped';
  if (health.notBefore !== undefined && health.notBefore > now) return 'later';
  const sent = await ports.post(room, noticeBody(room, lines, house), now);
  return wasTaken(sent) ? done(id, lines, health, ports) : failed(id, sent, ports);
}

const wasTaken = ({ status, failure }: Sent) => failure === undefined && status !== undefined && status >= 200 && status < 300;

/** Most events say only which case they are of: what it is about stands in the case. */
async function withGists(lines: readonly NoticeLine[], store: LineStore): Promise<NoticeLine[]> {
  const numbers = new Set(lines.flatMap(({ caseNumber }) => caseNumber ?? []));
  const gists = numbers.size === 0 ? undefined : await store.gists([...numbers]);
  return lines.map((line) => withGist(line, line.caseNumber === undefined ? undefined : gists?.get(line.caseNumber)));
}

async function done(id: string, lines: readonly NoticeLine[], health: Health, ports: NotifyPorts): Promise<Notified> {
  await ports.lines.endLines(id, lines, 'sent', ports.now());
  if (!isUnharmed(health)) await ports.health.recover(id);
  return 'sent';
}

async function failed(id: string, sent: Sent, ports: NotifyPorts): Promise<Notified> {
  const at = ports.now();
  const code = [sent.failure ?? String(sent.status), sent.serviceCode].filter((part) => part !== undefined).join(' ');
  const health = await ports.health.fail(id, { at, code, isExhausted: false });
  const reason = reasonToDisable(health, sent.status === 410, shifted(at, -DISABLED_AFTER_MS));
  if (reason !== undefined) await ports.health.disable(id, reason, at);
  await ports.lines.pause(id, shifted(at, noticePauseMs(health.failures, sent.retryAfterMs)));
  return 'retry';
}
