import * as z from 'zod/mini';
import { figuresFile, pictureOf, type RenderedDigest, renderDigest } from '../../shared/domain/digest/render.ts';
import { invalidInput } from '../../shared/domain/errors.ts';
import { Instant } from '../../shared/domain/feedback.ts';
import { Language } from '../../shared/domain/language.ts';
import { currentPeriod, PERIOD_KINDS, previousPeriod } from '../../shared/domain/metrics/period.ts';
import { Month } from '../../shared/domain/recovery/statistics/report.ts';
import { ScheduledTime } from '../../shared/lambda/scheduled-time.ts';
import { previewCaseReport, queueCaseReport } from './case-report.ts';
import { modelFor } from './model.ts';
import type { DigestPorts } from './ports.ts';
import { type Queued, queueDigest } from './queue.ts';
import { readHouse } from './read.ts';

const Preview = z.strictObject({
  period: z.enum(PERIOD_KINDS),
  language: Language,
  /** As its people see it; the whole house where absent. */
  branch: z.optional(z.string()),
  at: z.optional(ScheduledTime),
  /** The period that is still running instead of the last complete one. */
  includeCurrent: z.optional(z.boolean()),
});
type Preview = z.infer<typeof Preview>;

/** What starts a digest or the monthly case report: the schedule of a configured one, or somebody who wants to see one without sending it. */
const DigestRequest = z.union([
  z.strictObject({ digest: z.string(), at: z.optional(ScheduledTime) }),
  z.strictObject({ caseReport: z.literal('last-month'), at: z.optional(ScheduledTime) }),
  z.strictObject({ preview: z.strictObject({ month: Month, language: Language }) }),
  z.strictObject({ preview: Preview }),
]);

export interface ShownDigest extends RenderedDigest {
  readonly figures: { readonly name: string; readonly content: string };
  /** The trend, PNG in base64; absent where there is too little to draw. */
  readonly picture?: string | undefined;
}

type DigestResult = RenderedDigest | ShownDigest | Queued | { readonly actionId: string; readonly isNew: boolean };

/**
 * Makes a digest, or the monthly case report (see `queueCaseReport`), and queues it or shows it.
 * @throws AmendsError 422 for a request that is none of these, or names a digest or branch that is not configured.
 */
export async function digest(request: unknown, ports: DigestPorts): Promise<DigestResult> {
  const parsed = DigestRequest.safeParse(request);
  if (!parsed.success) {
    throw invalidInput(
      'A digest is asked for by {"digest": id}, {"caseReport": "last-month"} or {"preview": {"period": "day", "week" or "month", or "month": "YYYY-MM", "language": "en" or "zh-Hans"}}.',
    );
  }
  const wanted = parsed.data;
  if ('digest' in wanted) return queueDigest(configured(wanted.digest, ports), wanted.at, ports);
  if ('caseReport' in wanted) return queueCaseReport(wanted.at, ports);
  if ('month' in wanted.preview) return previewCaseReport(wanted.preview.month, wanted.preview.language, ports);
  return preview(wanted.preview, ports);
}

function configured(id: string, { config }: DigestPorts) {
  const found = config.digests.find((candidate) => candidate.id === id);
  if (found === undefined) {
    throw invalidInput('There is no digest of this id in amends.config.ts under digests.', [{ field: 'digest', reason: 'unknown' }]);
  }
  return found;
}

/** As a mail program shows it, with the picture in the page itself. */
async function preview({ period: kind, language, branch, at, includeCurrent = false }: Preview, ports: DigestPorts): Promise<ShownDigest> {
  const { brand, branches } = ports.config;
  if (branch !== undefined && !branches.some(({ id }) => id === branch)) {
    throw invalidInput('There is no branch of this id in amends.config.ts under branches.', [
      { field: 'preview.branch', reason: 'unknown' },
    ]);
  }
  const moment = Instant.parse(at ?? ports.clock());
  const choose = includeCurrent ? currentPeriod : previousPeriod;
  const house = await readHouse(choose(kind, moment, brand.timeZone), [{ branch }], moment, ports);
  const model = await modelFor({ branch, language, timeZone: brand.timeZone }, house, moment, ports);
  const svg = pictureOf(model);
  const picture = svg === undefined ? undefined : Buffer.from(await ports.drawPicture(svg)).toString('base64');
  const shown = renderDigest(model, { picture: picture === undefined ? undefined : `data:image/png;base64,${picture}` });
  return { ...shown, figures: figuresFile(model), picture };
}
