import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';

const BusEvent = z.object({
  id: z.string(),
  bus: z.string(),
  time: z.string(),
  source: z.string(),
  detailType: z.string(),
  detail: z.unknown(),
});
/** What was put on an event bus. */
export type BusEvent = z.infer<typeof BusEvent>;

export interface EventLog {
  append(event: BusEvent): void;
  all(): readonly BusEvent[];
}

/** One JSON object a line. */
export function openEventLog(file: string | undefined): EventLog {
  const events: BusEvent[] = [];
  if (file !== undefined) {
    mkdirSync(dirname(file), { recursive: true });
    if (existsSync(file)) events.push(...wholeLines(readFileSync(file, 'utf8')).map((line) => BusEvent.parse(JSON.parse(line))));
  }
  return {
    append: (event) => {
      if (file !== undefined) appendFileSync(file, `${JSON.stringify(event)}\n`);
      events.push(event);
    },
    all: () => events,
  };
}

/** A line that a kill cut off was never answered for. */
const wholeLines = (text: string) =>
  text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter((line) => line !== '');
