import { textOf } from '../../shared/domain/feedback.ts';
import type { Case } from '../../shared/domain/recovery/case.ts';
import { searchFor } from '../../shared/domain/text-search.ts';
import type { RegisterReader } from '../../shared/ports.ts';

/** All that a case itself holds in words, its number among them. */
function wordsOf(value: Case): string[] {
  const { number, facts, finding, decision, resolution, report, exemption, offers, commitments, measures } = value;
  return [
    number,
    ...Object.values(facts),
    finding,
    decision?.explanation,
    resolution,
    ...Object.values(report ?? {}),
    exemption?.reason,
    ...offers.map(({ note }) => note),
    ...[...commitments, ...measures].map(({ what }) => what),
  ].filter((words) => words !== undefined);
}

/**
 * Those cases of a page in which all the words occur, in what we wrote or in what the customer said. The customers' words are read in one batch, and of
 * those cases alone whose own words do not hold the search.
 */
export async function casesWithWords(
  cases: readonly Case[],
  words: string,
  register: Pick<RegisterReader, 'feedbacks'>,
): Promise<readonly Case[]> {
  const holds = searchFor(words);
  const open = cases.filter((one) => !holds(wordsOf(one)));
  const said = await register.feedbacks([...new Set(open.flatMap(({ feedbackId, joined }) => [feedbackId, ...joined]))]);
  const byId = new Map(said.map((one) => [one.id, textOf(one)]));
  const saidIn = ({ feedbackId, joined }: Case) => [feedbackId, ...joined].flatMap((id) => byId.get(id) ?? []);
  return cases.filter((one) => !open.includes(one) || holds([...wordsOf(one), ...saidIn(one)]));
}
