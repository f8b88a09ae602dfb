import * as z from 'zod/mini';
import type { AmendsConfig } from '../../shared/config/schema.ts';
import { buildDigest, type DigestModel, hasNothingToTell } from '../../shared/domain/digest/digest.ts';
import { type RenderedDigest, renderDigest } from '../../shared/domain/digest/render.ts';
import { invalidInput } from '../../shared/domain/errors.ts';
import { Instant } from '../../shared/domain/feedback.ts';
import { Language } from '../../shared/domain/language.ts';
import { currentPeriod, type Period, type PeriodKind, previousPeriod } from '../../shared/domain/metrics/period.ts';
import { Month } from '../../shared/domain/recovery/statistics/report.ts';
import { ScheduledTime } from '../../shared/lambda/scheduled-time.ts';
import type { ActionQueue, DigestOutbox, FiguresReader, RegisterReader } from '../../shared/ports.ts';
import { type CaseReportPorts, previewCaseReport, queueCaseReport } from './case-report.ts';
import { readDigestInput } from './read.ts';

/** What starts a digest or the monthly case report: the schedule of a configured one, or somebody who wants to see one without sending it. */
const DigestRequest = z.union([
  z.strictObject({ digest: z.string(), at: z.optional(ScheduledTime) }),
  z.strictObject({ caseReport: z.literal('last-month'), at: z.optional(ScheduledTime) }),
  z.strictObject({ preview: z.strictObject({ month: Month, language: Language }) }),
  z.strictObject({
    preview: z.strictObject({
      period: z.enum(['day', 'week']),
      language: Language,
      at: z.optional(ScheduledTime),
      /** The period that is still running instead of the last complete one. */
      includeCurrent: z.optional(z.boolean()),
    }),
  }),
]);

export interface DigestPorts {
  readonly register: Pick<RegisterReader, 'feedbackOfDay' | 'openCases' | 'casesClosedIn'>;
  readonly figures: FiguresReader;
  readonly outbox: DigestOutbox;
  readonly actions: ActionQueue;
  clock(): string;
  readonly config: Pick<AmendsConfig, 'brand' | 'branches' | 'digests' | 'redaction'> & CaseReportPorts['config'];
}

type DigestResult = RenderedDigest | { readonly actionId: string; readonly isNew: boolean } | { readonly skipped: 'nothing-to-tell' };

/**
 * Makes the digest of the last complete day or week and queues it as one action `digest:{id}:{first day}`: a second run changes nothing.
 * Nothing is queued where no feedback came and no case is overdue.
 * The monthly case report is made in the same way, see `queueCaseReport`.
 * @throws AmendsError 422 for a request that is none of these, or names a digest that is not configured.
 */
export async function digest(request: unknown, ports: DigestPorts): Promise<DigestResult> {
  const parsed = DigestRequest.safeParse(request);
  if (!parsed.success) {
    throw invalidInput(
      'A digest is asked for by {"digest": id}, {"caseReport": "last-month"} or {"preview": {"period": "day" or "week", or "month": "YYYY-MM", "language": "en" or "zh-Hans"}}.',
    );
  }
  const wanted = parsed.data;
  if ('digest' in wanted) return queue(wanted.digest, wanted.at, ports);
  if ('caseReport' in wanted) return queueCaseReport(wanted.at, ports);
  if ('month' in wanted.preview) return previewCaseReport(wanted.preview.month, wanted.preview.language, ports);
  return preview(wanted.preview, ports);
}

interface PreviewRequest {
  readonly period: PeriodKind;
  readonly language: Language;
  readonly at?: string | undefined;
  readonly includeCurrent?: boolean | undefined;
}

async function preview({ period: kind, language, at, includeCurrent = false }: PreviewRequest, ports: DigestPorts) {
  const moment = Instant.parse(at ?? ports.clock());
  const choose = includeCurrent ? currentPeriod : previousPeriod;
  return renderDigest(await modelOf(choose(kind, moment, ports.config.brand.timeZone), language, moment, ports));
}

async function queue(id: string, at: string | undefined, ports: DigestPorts): Promise<DigestResult> {
  const configured = ports.config.digests.find((candidate) => candidate.id === id);
  if (configured === undefined) {
    throw invalidInput('There is no digest of this id in amends.config.ts under digests.', [{ field: 'digest', reason: 'unknown' }]);
  }
  const now = ports.clock();
  const period = previousPeriod(configured.period, at ?? now, ports.config.brand.timeZone);
  const model = await modelOf(period, configured.language, now, ports);
  if (hasNothingToTell(model)) return { skipped: 'nothing-to-tell' };
  const actionId = `digest:${id}:${period.from}`;
  const isNew = await ports.outbox.addAction({
    id: actionId,
    kind: 'digest',
    state: 'due',
    dueAt: now,
    attempts: 0,
    language: configured.language,
    to: configured.to,
    ...renderDigest(model),
  });
  // One that stands already was queued when it was stored, or sweep finds it.
  if (isNew) await ports.actions.send([actionId]);
  return { actionId, isNew };
}

async function modelOf(period: Period, language: Language, at: string, ports: DigestPorts): Promise<DigestModel> {
  const { brand, branches, recovery, redaction } = ports.config;
  return buildDigest({
    language,
    brand,
    period,
    at,
    branches,
    agents: recovery.agents,
    redaction,
    ...(await readDigestInput(period, ports)),
  });
}
