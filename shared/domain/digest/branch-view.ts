import type { Feedback } from '../feedback.ts';
import { ratingDeltas } from '../metrics/rating.ts';
import { addTallies, emptyTally, type Tally, tallyOf } from '../metrics/tally.ts';
import type { Topic } from '../understand/understanding.ts';
import { isComment } from './comments.ts';
import type { HouseFigures } from './input.ts';

/**
 * What one branch may see of what was read for the whole house (P29): its own figures, cases and feedback. Topics are counted of its feedback, since
 * buckets know branches and topics, not both; where not all feedback of a period was read they are left out, and so are the drivers. Topic alarms
 * speak of the whole house, and stay there.
 */
export function figuresOfBranch(house: HouseFigures, branch: string): HouseFigures {
  const own = <Item extends { readonly branch?: string | undefined }>(items: readonly Item[]) =>
    items.filter((item) => item.branch === branch);
  const feedback = own(house.feedback);
  const feedbackBefore = house.feedbackBefore && own(house.feedbackBefore);
  const periods = house.periods.map((period) => ({ period, tallies: renamed(period.tallies, branch) }));
  const last = periods.length - 1;
  return {
    ...house,
    periods: periods.map(({ period, tallies }, i) => {
      const read = i === last && !house.isFeedbackCut ? feedback : i === last - 1 ? feedbackBefore : undefined;
      return { ...period, tallies: read === undefined ? tallies : new Map([...tallies, ...topicTallies(read)]) };
    }),
    openCases: own(house.openCases),
    closedCases: own(house.closedCases),
    feedback,
    feedbackBefore,
    hasTopicsBefore: feedbackBefore !== undefined && !house.isFeedbackCut,
    alarms: [],
  };
}

/** The branch's own figures are all there is. */
function renamed(tallies: ReadonlyMap<string, Tally>, branch: string): Map<string, Tally> {
  const own = tallies.get(`branch#${branch}`);
  return new Map(own === undefined ? [] : [['all', own]]);
}

/** As buckets count topics (`contributions`): those a person ticked and those read from the words, each once. */
function topicTallies(feedback: readonly Feedback[]): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const item of feedback.filter(isComment)) {
    const tally = tallyOf({ n: 1, ...ratingDeltas(item.answers) });
    const topics = new Set<Topic>([...item.reasons, ...item.understanding.topics.map(({ topic }) => topic)]);
    for (const topic of topics) tallies.set(`topic#${topic}`, addTallies(tallies.get(`topic#${topic}`) ?? emptyTally, tally));
  }
  return tallies;
}
