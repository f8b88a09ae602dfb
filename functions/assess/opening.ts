import { isErased } from '../../shared/domain/customer/erasure/person.ts';
import { tierOf } from '../../shared/domain/customer/tier.ts';
import { localDay } from '../../shared/domain/metrics/contributions.ts';
import { departmentsAnsweredBadly } from '../../shared/domain/recovery/departments.ts';
import { caseMonth, openCase } from '../../shared/domain/recovery/open-case.ts';
import type { Tier } from '../../shared/domain/tier.ts';
import type { CaseOpening } from '../../shared/ports.ts';
import type { Assessed, AssessPorts, AssessSettings } from './assess.ts';

/** The tier of who said it, as it is now; undefined where nobody can be told. */
export const tierWhenSaid = (
  { feedback, customer }: Pick<Assessed, 'feedback' | 'customer'>,
  { tierSettings }: Pick<AssessSettings, 'tierSettings'>,
  now: string,
): Tier | undefined => customer && tierOf({ ...customer, lastSatisfaction: feedback.score }, tierSettings, now);

/** How this feedback opens a case; undefined where it gives no reason to. */
export function opening(
  { feedback, received, customer }: Assessed,
  ports: Pick<AssessPorts, 'now'>,
  settings: AssessSettings,
): CaseOpening | undefined {
  if (feedback.recoveryReasons.length === 0 || isErased(feedback)) return undefined;
  const now = ports.now();
  const month = caseMonth(now, settings.timeZone);
  const tier = tierWhenSaid({ feedback, customer }, settings, now) ?? 'new';
  const survey = settings.surveys?.find(({ id }) => id === feedback.survey);
  const departments = departmentsAnsweredBadly(feedback.answers, survey, settings.rules);
  return {
    month,
    agents: settings.agents.map(({ id }) => id),
    day: localDay(now, settings.timeZone),
    build: (running, board) => openCase({ feedback, month, running, now, tier, board, facts: received.facts, departments }, settings),
  };
}
