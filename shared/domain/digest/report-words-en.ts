import type { PeriodKind } from '../metrics/period.ts';
import type { ReportWords, SampleWords } from './report-words.ts';

const number = (n: number) => n.toLocaleString('en-GB');
const count = (n: number, one: string, many = `${one}s`) => `${number(n)} ${n === 1 ? one : many}`;
const N_IS = 'n\u00A0=\u00A0';
const before = (kind: PeriodKind) => `the ${kind} before`;

function sample({ scope, responses, csat, nps, isInvitingKnown, invited }: SampleWords): string {
  const who = scope === undefined ? 'everybody who answered' : `everybody who answered about ${scope}`;
  const said = `Sample: ${who}, ${count(responses, 'response')} with ${number(csat)} ratings of satisfaction and ${number(nps)} of recommendation.`;
  if (!isInvitingKnown) return said;
  if (invited === undefined) return `${said} They answered of their own accord: those who did not may think otherwise.`;
  const rate = invited.rate === undefined ? '' : `, a response rate of ${invited.rate.value} (${invited.rate.range})`;
  return `${said} Of ${count(invited.sent, 'invitation')} sent in the period ${number(invited.answered)} were answered${rate}.`;
}

export const englishReport: ReportWords = {
  numbers: {
    satisfied: 'Satisfied customers',
    nps: 'Net Promoter Score',
    takenUp: 'Cases taken up in time',
    complaints: 'Complaints per 100 responses',
  },
  countOf: (n, of) => `${number(n)} of ${number(of)}`,
  noneDue: 'none due yet',

  trendTitle: (n, kind) => `Satisfaction over ${n} ${kind}s`,
  trendAlt: (values, kind) => `Satisfied customers ${kind} by ${kind}, the oldest first: ${values.join(', ')}.`,
  tooFewShort: 'too few',
  trendVerdict: (verdict, kind) => {
    switch (verdict.kind) {
      case 'normal':
        return `This ${kind} lies within normal variation.`;
      case 'drop':
        return `A real drop: this ${kind} is lower than the ones before it explain by chance.`;
      case 'rise':
        return `A real rise: this ${kind} is higher than the ones before it explain by chance.`;
      case 'too-little':
        return `Too few ${kind}s with enough answers to judge a trend (${verdict.have} of ${verdict.needed}).`;
    }
  },
  trendScale: (from, to) =>
    `The picture shows ${from} to ${to}: a dot for the share, a line for its 95% interval. The last one is this digest's.`,

  driversTitle: 'What moved satisfaction',
  topicHeading: 'Topic',
  satisfiedHeading: 'Satisfied',
  moveHeading: 'Moved satisfaction by',
  moved: (points, range, kind) => `${points} points on ${before(kind)} (${range})`,
  upLabel: 'up',
  downLabel: 'down',
  weighing: (topics) => `Weighs on satisfaction now: ${topics}.`,
  weighs: (topic, points, satisfied, n) => `${topic} (${points} points; ${satisfied} satisfied, ${N_IS}${number(n)})`,
  noneMoved: (compared, kind) => `No topic moved satisfaction beyond chance since ${before(kind)} (${compared} compared).`,
  tooFewTopics: (kind) =>
    `Too few answers by topic, now or ${kind === 'day' ? 'on' : 'in'} ${before(kind)}, to say what moved satisfaction.`,
  topicsNotRead: 'There was too much feedback to count this branch by topic.',

  attentionTitle: 'Needs attention',
  nothing: 'Nothing is overdue, serious or rising.',
  serious: (opened) => `Serious, opened ${opened}`,
  moreSerious: (n) => `and ${count(n, 'more serious case')}`,
  rise: (topic, n, usual, at) => `${topic} rose: ${number(n)} unhappy in 24 hours, ${usual} are usual (${at})`,

  original: 'As written',

  standardsTitle: (kind) => (kind === 'month' ? 'Service standards: supervision of the month' : 'Service standards'),
  standardHeading: 'Standard',
  targetHeading: 'Target',
  reachedHeading: 'Reached',
  verdictHeading: 'Verdict',
  standards: {
    satisfied: 'Satisfied customers',
    firstAnswersInTime: 'First answers in time',
    firstAnswerHours: 'First answer, median',
    solvedInTime: 'Solved in time',
    complaints: 'Justified complaints',
  },
  target: (value, isAtLeast) => `${isAtLeast ? 'at least' : 'at most'} ${value}`,
  hours: (value) => `${value} business hours`,
  verdicts: { met: 'met', 'not-met': 'not met', 'cannot-tell': 'cannot be told', 'not-known': 'not known' },
  notKnown: (key) =>
    ({
      satisfied: 'too few answers',
      firstAnswersInTime: 'none was due',
      firstAnswerHours: 'none was given',
      solvedInTime: 'none was due',
      complaints: 'nobody said how many customers were served',
    })[key],
  served: (n, of) => `${number(n)} of ${number(of)} served`,
  serviceDone: ({ opened, closed, justified, firstAnswers, solutions }) =>
    `Service done: ${count(opened, 'case')} opened and ${number(closed)} closed, of which ${number(justified)} justified. In time: ${number(firstAnswers.met)} of ${count(firstAnswers.of, 'first answer')} and ${number(solutions.met)} of ${count(solutions.of, 'solution')} that fell due.`,
  casesCut: 'There are more cases than were read: service figures are of a part.',

  standings: { above: 'above the others', below: 'below the others' },
  branchesAlike: (compared) => `No branch of ${compared} differs from the others beyond chance: their order means nothing.`,
  branchesDiffer: (compared) =>
    `Of ${compared} branches only those marked differ from the others beyond chance, all comparisons together. The order of the rest means nothing.`,

  methodTitle: 'How this was measured',
  sample,
  period: (name, zone, kind) => `Period: ${name}, days in ${zone}; compared with ${before(kind)}.`,
  method: (kind) => [
    'Satisfied: the two best answers of the scale as it was asked. The 95% interval is the range in which the true value plausibly lies (Wilson for shares, adjusted Wald for the NPS, Poisson for complaints). A change is called clear only where its own interval leaves out zero. Under 10 answers no score is given.',
    'Topics: how far the satisfied share would be off without those who name the topic, against the same of the period before; only what is clear among all topics together is named. It shows where satisfaction moved, not why.',
    ...(kind === 'day'
      ? []
      : [
          'Standards: satisfaction is met or missed where its whole interval is on one side of the target, and cannot be told otherwise. Service counts every case that fell due, not a sample.',
        ]),
  ],
  owner: (name) => `Responsible for the measuring: ${name}.`,
  noOwner: 'Responsible for the measuring: not named (standards.owner in amends.config.ts).',
  asOf: (at, zone) => `Figures as of ${at}; times in ${zone}.`,

  stop: (address) => `This digest goes to ${address}.`,
  stopLink: 'Stop it',
  open: 'Open',

  csv: {
    header: ['Section', 'Name', 'From', 'To', 'n', 'Value', 'Low (95%)', 'High (95%)', 'Change', 'Change low', 'Change high', 'Verdict'],
    sections: {
      numbers: 'Figures',
      trend: 'Satisfied, trend',
      topics: 'Satisfied by topic',
      pulls: 'Pull of a topic on satisfaction',
      branches: 'Satisfied by branch',
      branchesShrunk: 'Satisfied by branch, drawn towards the mean of branches',
      csat: 'Satisfaction, answers',
      nps: 'Recommendation, answers',
      sentiment: 'Comments by mood',
      standards: 'Service standards',
    },
    csatAnswers: ['Very satisfied', 'Satisfied', 'Neither', 'Dissatisfied', 'Very dissatisfied'],
    npsGroups: ['Promoters', 'Passives', 'Detractors'],
    sentiment: ['Positive', 'Neutral', 'Negative'],
    responses: 'Responses',
    changes: { 'clearly-up': 'clearly up', 'clearly-down': 'clearly down', 'no-clear-change': 'no clear change' },
    fileName: (kind, from) => `customer-feedback-${kind}-${from}`,
  },
};
