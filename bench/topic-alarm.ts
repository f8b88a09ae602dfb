import { LOOKS_PER_YEAR } from '../shared/domain/alarm/watch-topics.ts';
import { TOPICS } from '../shared/domain/understand/understanding.ts';
import { falseAlarms, found, type Scenario } from './quiet-years.ts';
import { median } from './statistics.ts';

/** Of one topic; all topics together have as many times that. */
const YEARS = Number(process.argv[2] ?? 1400);
const HOUSES = 1000;
const settings = { falseAlarmsPerYear: 4, minimumCount: 5, topics: TOPICS.length, looksPerYear: LOOKS_PER_YEAR };

const QUIET: readonly (readonly [string, Scenario])[] = [
  ['Poisson, 2 a day', { count: 2, others: 30, historyDays: 56 }],
  ['Poisson, 10 a day', { count: 10, others: 100, historyDays: 56 }],
  ['varying by 45 % (shape 5), 10 a day', { count: 10, others: 100, shape: 5, historyDays: 56 }],
  ['varying by 71 % (shape 2), 40 a day', { count: 40, others: 200, shape: 2, historyDays: 56 }],
  ['quiet weekends, 10 a day', { count: 10, others: 100, isWeekly: true, historyDays: 56 }],
  ['a campaign on 3 % of days, 10 a day', { count: 10, others: 100, campaigns: 0.03, historyDays: 56 }],
  ['varying by 100 % (shape 1), 40 a day', { count: 40, others: 200, shape: 1, historyDays: 56 }],
  ['Poisson, 10 a day, 21 days of history', { count: 10, others: 100, historyDays: 21 }],
  ['varying by 71 %, 40 a day, 21 days of history', { count: 40, others: 200, shape: 2, historyDays: 21 }],
  ['varying by 100 %, 40 a day, 21 days of history', { count: 40, others: 200, shape: 1, historyDays: 21 }],
];

console.log(
  `False alarms a year, all ${TOPICS.length} topics together; at most ${settings.falseAlarmsPerYear} are stated. Years of one topic, alarms, alarms a year of all.`,
);
for (const [name, scenario] of QUIET) {
  // Weekdays are looked up anew every day, which takes ten times as long.
  const years = scenario.isWeekly ? YEARS / 10 : YEARS;
  const alarms = falseAlarms(scenario, years, settings, 1);
  console.log(`| ${name} | ${years} | ${alarms} | ${((alarms / years) * TOPICS.length).toFixed(2)} |`);
}
console.log(`\nFound within 24 hours of a rise, of ${HOUSES} houses each; median hours.`);
for (const count of [2, 5, 10, 20, 40]) {
  for (const shape of [undefined, 10]) {
    const scenario: Scenario = { count, others: count * 10, historyDays: 56, ...(shape === undefined ? {} : { shape }) };
    const cells = [2, 3, 4, 8].map((times) => {
      const hours = found(scenario, times, HOUSES, settings, 1);
      return `${((hours.length / HOUSES) * 100).toFixed(0)} %${hours.length === 0 ? '' : ` (${median(hours)} h)`}`;
    });
    console.log(`| ${count}${shape === undefined ? '' : ', varying by 32 %'} | ${cells.join(' | ')} |`);
  }
}
