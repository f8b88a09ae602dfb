import * as z from 'zod/mini';
import type { AmendsConfig } from '../../shared/config/schema.ts';
import { renderAlarm } from '../../shared/domain/alarm/render.ts';
import { isNews, type TopicAlarm } from '../../shared/domain/alarm/topic-alarm.ts';
import { type Watched, type Window, watchTopics, windowAt } from '../../shared/domain/alarm/watch-topics.ts';
import { invalidInput } from '../../shared/domain/errors.ts';
import type { Action } from '../../shared/domain/recovery/action.ts';
import { MASKS } from '../../shared/domain/redact/masks.ts';
import { ScheduledTime } from '../../shared/lambda/scheduled-time.ts';
import type { ActionQueue, AlarmRegister, FiguresReader, RegisterReader } from '../../shared/ports.ts';
import { type Behind, behind, readSeries, recentAlarms } from './read.ts';

const WatchRequest = z.strictObject({ at: z.optional(ScheduledTime) });

export interface WatchPorts {
  readonly register: Pick<RegisterReader, 'feedbackOfDay'>;
  readonly figures: FiguresReader;
  readonly alarms: AlarmRegister;
  readonly actions: ActionQueue;
  clock(): string;
  readonly config: Pick<AmendsConfig, 'brand' | 'branches' | 'redaction' | 'alarms'>;
}

/** What a look found. `silent`: there is too little history to say anything. */
export type WatchResult =
  | { readonly silent: 'no-history'; readonly historyDays: number }
  | { readonly raised: readonly string[]; readonly standing: readonly string[] };

/**
 * Looks at every topic once (R22), and raises an alarm for each that rose beyond chance, with the comments behind it. A look that is repeated raises
 * no second alarm; one alarm of a topic in 24 hours, unless it rises further.
 * @throws AmendsError 422 for a request that is not `{"at"?: instant}`.
 */
export async function watch(request: unknown, ports: WatchPorts): Promise<WatchResult> {
  const parsed = WatchRequest.safeParse(request);
  if (!parsed.success) throw invalidInput('A look is asked for by {} or {"at": instant}.');
  const { brand, alarms } = ports.config;
  const window = windowAt(parsed.data.at ?? ports.clock(), brand.timeZone, alarms.topicRise.historyDays);
  const series = await readSeries(window, ports.figures);
  const watched = watchTopics({ window, timeZone: brand.timeZone, ...series, settings: alarms.topicRise });
  if (!watched.isWatching) return { silent: 'no-history', historyDays: watched.historyDays };

  const earlier = watched.rises.length === 0 ? [] : await recentAlarms(window, ports.alarms);
  const raised: string[] = [];
  const standing: string[] = [];
  for (const found of watched.rises) {
    const isRaised = isNews(found.topic, found.rise, earlier) && (await raise(found, watched, window, ports));
    (isRaised ? raised : standing).push(found.topic);
  }
  return { raised, standing };
}

async function raise({ topic, rise }: Watched['rises'][number], { historyDays }: Watched, window: Window, ports: WatchPorts) {
  const { alarms, redaction } = ports.config;
  const found = await behind(topic, window, ports.register, { ...redaction, masks: MASKS[languageOf(ports.config)] });
  const now = ports.clock();
  const alarm: TopicAlarm = {
    id: `rise:${topic}:${window.to.slice(0, 13)}`,
    at: now,
    topic,
    from: window.from,
    to: window.to,
    ...rise,
    falseAlarmsPerYear: alarms.topicRise.falseAlarmsPerYear,
    historyDays,
    feedbackIds: found.comments.map(({ id }) => id),
  };
  const mail = mailOf(alarm, found, now, ports.config);
  const isNew = await ports.alarms.raise(alarm, mail);
  if (isNew && mail !== undefined) await ports.actions.send([mail.id]);
  return isNew;
}

/** Nothing where nobody wants it: the alarm stands in the list all the same. */
function mailOf(alarm: TopicAlarm, found: Behind, now: string, { brand, branches, alarms }: WatchPorts['config']): Action | undefined {
  const { to } = alarms.topicRise;
  if (to.length === 0) return undefined;
  const language = languageOf({ brand, alarms });
  return {
    id: `alarm:${alarm.id}`,
    kind: 'digest',
    state: 'due',
    dueAt: now,
    attempts: 0,
    language,
    to,
    ...renderAlarm({
      alarm,
      language,
      brandName: brand.name[language],
      timeZone: brand.timeZone,
      branchNames: new Map(branches.map(({ id, name }) => [id, name[language]])),
      comments: found.comments,
      isFeedbackCut: found.isCut,
    }),
  };
}

const languageOf = ({ brand, alarms }: Pick<WatchPorts['config'], 'brand' | 'alarms'>) =>
  alarms.topicRise.language ?? brand.defaultLanguage;
