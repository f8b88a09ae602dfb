import { QUIET_HOURS, type TopicAlarm } from '../../shared/domain/alarm/topic-alarm.ts';
import { isUnhappy, namesTopic } from '../../shared/domain/alarm/unhappy.ts';
import type { Series, Window } from '../../shared/domain/alarm/watch-topics.ts';
import { chooseComments, type DigestComment } from '../../shared/domain/digest/comments.ts';
import type { Feedback } from '../../shared/domain/feedback.ts';
import type { RedactOptions } from '../../shared/domain/redact/redact.ts';
import { TOPICS, type Topic } from '../../shared/domain/understand/understanding.ts';
import type { AlarmReader, FiguresReader, RegisterReader } from '../../shared/ports.ts';

/** Feedback that is looked through for the comments behind an alarm, the newest first. */
const MAX_FEEDBACK_READ = 2000;
const PAGE_SIZE = 100;
/** More alarms than that in a day are not told apart. */
const MAX_ALARMS_READ = 100;

/** The buckets of all feedback and of each topic: two queries a dimension. */
export async function readSeries(window: Window, figures: FiguresReader): Promise<{ all: Series; topics: ReadonlyMap<Topic, Series> }> {
  const read = async (dimension: string): Promise<Series> => {
    const [days, hours] = await Promise.all([
      figures.series(dimension, 'day', window.firstDay, window.lastDay),
      figures.series(dimension, 'hour', window.hours[0] ?? '', window.hours.at(-1) ?? ''),
    ]);
    return { days, hours };
  };
  const [all, topics] = await Promise.all([
    read('all'),
    Promise.all(TOPICS.map(async (topic) => [topic, await read(`topic#${topic}`)] as const)),
  ]);
  return { all, topics: new Map(topics) };
}

/** Alarms whose windows overlap this one. */
export async function recentAlarms({ to }: Window, alarms: AlarmReader): Promise<TopicAlarm[]> {
  const since = new Date(Date.parse(to) - QUIET_HOURS * 3_600_000).toISOString();
  const { items } = await alarms.alarms({ limit: MAX_ALARMS_READ });
  return items.filter((alarm) => alarm.to > since);
}

export interface Behind {
  /** The gravest first, redacted. */
  readonly comments: readonly DigestComment[];
  readonly isCut: boolean;
}

/** The comments behind a rise: of the unhappy feedback of the window that names the topic. */
export async function behind(
  topic: Topic,
  window: Window,
  register: Pick<RegisterReader, 'feedbackOfDay'>,
  redaction: RedactOptions,
): Promise<Behind> {
  const found: Feedback[] = [];
  let left = MAX_FEEDBACK_READ;
  const days = [...new Set(window.hours.map((hour) => hour.slice(0, 10)))].reverse();
  for (const day of days) {
    let cursor: string | undefined;
    do {
      const page = await register.feedbackOfDay(day, { limit: Math.min(PAGE_SIZE, left), cursor });
      left -= page.items.length;
      cursor = page.cursor;
      for (const item of page.items) {
        const isInWindow = item.receivedAt >= window.from && item.receivedAt < window.to;
        if (isInWindow && namesTopic(item, topic) && isUnhappy(item)) found.push(item);
      }
      if (left <= 0) return { comments: chosen(found, redaction), isCut: true };
    } while (cursor !== undefined);
  }
  return { comments: chosen(found, redaction), isCut: false };
}

/** What has bitter words and a good rating may be chosen as the best one, for a digest; it is not behind an alarm then. */
const chosen = (found: readonly Feedback[], redaction: RedactOptions) => chooseComments(found, redaction).filter(({ isBest }) => !isBest);
