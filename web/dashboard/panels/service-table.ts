import type { CaseFigures, Changes } from '../figures.ts';
import { inPoints } from '../measures.ts';
import { verdictWord } from '../parts/verdict-word.ts';
import type { Speech } from '../speech.ts';
import type { Table } from '../table.ts';

/** What is promised, in the order in which it is due. */
export const PROMISES = [
  { id: 'acknowledged', change: 'acknowledgedInTime' },
  { id: 'answered', change: 'answeredInTime' },
  { id: 'solved', change: 'solvedInTime' },
] as const satisfies readonly { id: keyof CaseFigures['service']; change: keyof Changes }[];

/** Which times are told, on which clock. */
export const TIMES = [
  { what: 'answer', clock: 'business' },
  { what: 'answer', clock: 'calendar' },
  { what: 'solution', clock: 'business' },
  { what: 'solution', clock: 'calendar' },
] as const;

/** Deadlines kept, of cases opened on these days. */
export const promisesTable = ({ service }: CaseFigures, changes: Changes | undefined, speech: Speech): Table => {
  const { say } = speech;
  return {
    columns: [
      { label: say('promise') },
      { label: say('inTime'), unit: 'count' },
      { label: say('late'), unit: 'count' },
      { label: say('inTimePercent'), unit: 'points' },
      { label: say('low'), unit: 'points' },
      { label: say('high'), unit: 'points' },
      { label: say('change') },
    ],
    rows: PROMISES.map(({ id, change }) => {
      const { inTime, late, share } = service[id];
      const ends = [share?.value, share?.low, share?.high].map((end) => inPoints(end, 'share'));
      return { cells: [say('promiseName', { id }), inTime, late, ...ends, verdictWord(changes?.[change], speech)] };
    }),
  };
};

/** How long customers waited. */
export const timesTable = ({ times }: CaseFigures, { say }: Speech): Table => ({
  columns: [
    { label: say('time') },
    { label: say('cases'), unit: 'count' },
    { label: say('medianHours'), unit: 'time' },
    { label: say('low'), unit: 'time' },
    { label: say('high'), unit: 'time' },
    { label: say('p90Hours'), unit: 'time' },
  ],
  rows: TIMES.map(({ what, clock }) => {
    const { n, median, p90 } = times[what][clock];
    return { cells: [say('timeName', { what, clock }), n, median?.value, median?.low, median?.high, p90?.value] };
  }),
});
