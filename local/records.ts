import { join } from 'node:path';
import { type Activity, openActivity } from './activity.ts';
import { type EventLog, openEventLog } from './event-log.ts';
import type { Denial } from './gateway/gateway.ts';
import { type Meter, openMeter } from './gateway/usage.ts';
import { type Logs, openLogs } from './lambda/logs.ts';
import { openSentMails, type SentMails } from './mail/sent.ts';
import { type Checkpoints, openCheckpoints } from './sources/checkpoints.ts';

/** What the local cloud remembers of what went on, to show it and to wait for it. */
export interface Records {
  readonly activity: Activity;
  readonly meter: Meter;
  readonly logs: Logs;
  readonly events: EventLog;
  readonly sent: SentMails;
  readonly checkpoints: Checkpoints;
  readonly denials: readonly Denial[];
  /** Each kind is told once on the console. */
  deny(denial: Denial): void;
}

export function openRecords(dataDir: string | undefined, isQuiet: boolean): Records {
  const inData = (name: string) => (dataDir === undefined ? undefined : join(dataDir, name));
  const denials: Denial[] = [];
  const told = new Set<string>();
  return {
    activity: openActivity(),
    meter: openMeter(),
    logs: openLogs(inData('logs')),
    events: openEventLog(inData('events.jsonl')),
    sent: openSentMails(inData('mail')),
    checkpoints: openCheckpoints(inData('streams.json')),
    denials,
    deny: (denial) => {
      denials.push(denial);
      const text = `${denial.caller} may not ${denial.action} on ${denial.resource}`;
      if (!isQuiet && !told.has(text)) console.error(`local cloud: DENIED ${text}. Grant it in infra/.`);
      told.add(text);
    },
  };
}
