import type { AmendsConfig } from '../../shared/config/schema.ts';
import type { RenderedDigest } from '../../shared/domain/digest/render.ts';
import type { Language } from '../../shared/domain/language.ts';
import { gatherStatistics } from '../../shared/domain/recovery/statistics/gather.ts';
import { namesOf } from '../../shared/domain/recovery/statistics/names.ts';
import { renderStatistics } from '../../shared/domain/recovery/statistics/render.ts';
import { monthOf, monthsBefore } from '../../shared/domain/recovery/statistics/statistics.ts';
import type { ActionQueue, DigestOutbox, RegisterReader } from '../../shared/ports.ts';

export interface CaseReportPorts {
  readonly register: Pick<RegisterReader, 'openCases' | 'casesClosedIn'>;
  readonly outbox: DigestOutbox;
  readonly actions: ActionQueue;
  clock(): string;
  readonly config: Pick<AmendsConfig, 'brand' | 'caseReport'> & {
    readonly recovery: Pick<AmendsConfig['recovery'], 'agents' | 'teams' | 'departments' | 'causes'>;
  };
}

/**
 * Queues the case statistics of the month before `at` as one action `case-report:{month}` (R9): a second run changes nothing. A month in which
 * nothing was closed is reported too: that is what a manager wants to know.
 */
export async function queueCaseReport(at: string | undefined, ports: CaseReportPorts) {
  const { brand, caseReport } = ports.config;
  const now = ports.clock();
  const month = monthsBefore(monthOf(at ?? now, brand.timeZone), 1);
  const language = caseReport.language ?? brand.defaultLanguage;
  const actionId = `case-report:${month}`;
  const isNew = await ports.outbox.addAction({
    id: actionId,
    kind: 'digest',
    state: 'due',
    dueAt: now,
    attempts: 0,
    language,
    to: caseReport.to,
    ...(await previewCaseReport(month, language, ports)),
  });
  if (isNew) await ports.actions.send([actionId]);
  return { actionId, isNew };
}

export async function previewCaseReport(month: string, language: Language, ports: CaseReportPorts): Promise<RenderedDigest> {
  const { brand, recovery } = ports.config;
  const statistics = await gatherStatistics(month, { timeZone: brand.timeZone, at: ports.clock() }, ports.register);
  return renderStatistics({ statistics, names: namesOf(recovery, language), language, brandName: brand.name[language] });
}
