import { durationCounter } from '../../../shared/domain/metrics/counters.ts';
import { type Counting, type Tally, tallyOf } from '../../../shared/domain/metrics/tally.ts';

/** Small whole numbers that follow from a day and a name, so that pictures are the same each time. */
function numberFrom(text: string): (below: number) => number {
  let state = 7;
  for (const character of text) state = (state * 31 + character.charCodeAt(0)) % 1_000_003;
  return (below) => {
    state = (state * 48_271 + 11) % 2_147_483_647;
    return state % below;
  };
}

/** What came on a day of an invented house: some dozen answers, one in six unhappy, better since the middle of November. */
export function tallyOfDay(day: string, group: string, scale: number): Tally {
  const pick = numberFrom(day + group);
  const isBetter = day >= '2026-11-10';
  const t: Counting = {};
  const add = (counter: keyof Counting & string, count = 1) => {
    t[counter] = (t[counter] ?? 0) + count;
  };
  const n = Math.round((9 + pick(8)) * scale);
  for (let i = 0; i < n; i += 1) oneAnswer(pick, isBetter, add);
  return tallyOf(t);
}

type Add = (counter: keyof Counting & string, count?: number) => void;

function oneAnswer(pick: (below: number) => number, isBetter: boolean, add: Add): void {
  add('n');
  const isUnhappy = pick(100) < (isBetter ? 13 : 24);
  csat(isUnhappy ? 1 + pick(2) : pick(100) < 14 ? 3 : 4 + pick(2), add);
  nps(isUnhappy ? pick(7) : pick(10) < 3 ? 7 + pick(2) : 9 + pick(2), add);
  if (pick(3) === 0) add((['ces7v2', 'ces7v5', 'ces7v6', 'ces7v7'] as const)[isUnhappy ? 0 : 1 + pick(3)] ?? 'ces7v6');
  add(isUnhappy ? 'sentimentNegative' : pick(4) === 0 ? 'sentimentNeutral' : 'sentimentPositive');
  if (isUnhappy) complaint(pick, add);
}

function csat(value: number, add: Add): void {
  add((['csat1', 'csat2', 'csat3', 'csat4', 'csat5'] as const)[value - 1] ?? 'csat3');
  if (value >= 4) add('csatTop2');
  const score = (value - 1) * 25;
  add('csatScoreSum', score * 100);
  add('csatScoreSquareSum', score * score * 10_000);
}

function nps(value: number, add: Add): void {
  const counters = ['nps0', 'nps1', 'nps2', 'nps3', 'nps4', 'nps5', 'nps6', 'nps7', 'nps8', 'nps9', 'nps10'] as const;
  add(counters[value] ?? 'nps5');
}

function complaint(pick: (below: number) => number, add: Add): void {
  add('unhappy');
  if (pick(12) === 0) return;
  add('casesOpened');
  add(durationCounter('answerTime', 18 + pick(6)));
  add(durationCounter('answerWork', 14 + pick(6)));
  add(pick(10) === 0 ? 'casesAcknowledgedLate' : 'casesAcknowledgedInTime');
  if (pick(7) === 0) {
    add('casesAnsweredLate');
    return;
  }
  add('casesAnsweredInTime');
  add('funnelAnswered');
  if (pick(5) === 0) return;
  add('funnelOffered');
  add('complaintsOffered');
  if (pick(6) === 0) return;
  add('funnelAccepted');
  add('complaintsAccepted');
  add('funnelSolved');
  add('complaintsSolved');
  add(pick(9) === 0 ? 'casesSolvedLate' : 'casesSolvedInTime');
  add('casesClosed');
  add(durationCounter('solveTime', 24 + pick(6)));
  add(durationCounter('solveWork', 21 + pick(6)));
  if (pick(3) === 0) return;
  add('complaintsFollowedUp');
  if (pick(5) === 0) return;
  add('funnelSatisfied');
  add('complaintsSatisfied');
}
