import { Temporal } from 'temporal-polyfill';
import * as z from 'zod/mini';
import type { AmendsConfig } from '../../shared/config/schema.ts';
import { buildDigest, type DigestModel, hasNothingToTell } from '../../shared/domain/digest/digest.ts';
import { type RenderedDigest, renderDigest } from '../../shared/domain/digest/render.ts';
import { invalidInput } from '../../shared/domain/errors.ts';
import { Instant } from '../../shared/domain/feedback.ts';
import { Language } from '../../shared/domain/language.ts';
import { currentPeriod, type Period, type PeriodKind, previousPeriod } from '../../shared/domain/metrics/period.ts';
import type { ActionQueue, DigestOutbox, FiguresReader, RegisterReader } from '../../shared/ports.ts';
import { readDigestInput } from './read.ts';

/** The scheduler writes its times without milliseconds. */
const AnyInstant = z.pipe(
  z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/)),
  z.transform((text) => Temporal.Instant.from(text).toString({ fractionalSecondDigits: 3 })),
);

/** What starts a digest: the schedule of a configured one, or somebody who wants to see one without sending it. */
const DigestRequest = z.union([
  z.strictObject({ digest: z.string(), at: z.optional(AnyInstant) }),
  z.strictObject({
    preview: z.strictObject({
      period: z.enum(['day', 'week']),
      language: Language,
      at: z.optional(AnyInstant),
      /** The period that is still running instead of the last complete one. */
      includeCurrent: z.optional(z.boolean()),
    }),
  }),
]);

export interface DigestPorts {
  readonly register: Pick<RegisterReader, 'feedbackOfDay' | 'cases'>;
  readonly figures: FiguresReader;
  readonly outbox: DigestOutbox;
  readonly actions: ActionQueue;
  clock(): string;
  readonly config: Pick<AmendsConfig, 'brand' | 'branches' | 'digests' | 'redaction'> & {
    readonly recovery: Pick<AmendsConfig['recovery'], 'agents'>;
  };
}

type DigestResult = RenderedDigest | { readonly actionId: string; readonly isNew: boolean } | { readonly skipped: 'nothing-to-tell' };

/**
 * Makes the digest of the last complete day or week and queues it as one action `digest:{id}:{first day}`: a second run changes nothing.
 * Nothing is queued where no feedback came and no case is overdue.
 * @throws AmendsError 422 for a request that is neither, or names a digest that is not configured.
 */
export async function digest(request: unknown, ports: DigestPorts): Promise<DigestResult> {
  const parsed = DigestRequest.safeParse(request);
  if (!parsed.success) {
    throw invalidInput(
      'A digest is asked for by {"digest": id} or {"preview": {"period": "day" or "week", "language": "en" or "zh-Hans"}}.',
    );
  }
  return 'preview' in parsed.data ? preview(parsed.data.preview, ports) : queue(parsed.data.digest, parsed.data.at, ports);
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
