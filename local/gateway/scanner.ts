import * as z from 'zod';
import type { Activity } from '../activity.ts';
import type { Template } from '../template/template.ts';

const Plan = z.object({
  ProtectedResource: z.object({ S3Bucket: z.object({ BucketName: z.string(), ObjectPrefixes: z.optional(z.array(z.string())) }) }),
});

/** What every scanner calls harmful though it harms nobody: https://www.eicar.org. In two parts, or this file would be taken for one. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** GuardDuty Malware Protection for S3. */
export interface Scanner {
  /** An object came in: its scan begins. */
  taken(bucket: string, key: string): void;
  /** Tags of an object, with what its scan found; without where that is not over, or the template has none scanned. */
  tagsOf(bucket: string, key: string, content: Buffer): Readonly<Record<string, string>>;
}

/**
 * Says after a while what it found; at once where somebody waits for all to be done. What it found follows from the content, so nothing is kept:
 * after a restart everything has been scanned.
 */
export function openScanner(template: Template, activity: Pick<Activity, 'watch' | 'isHurried'>, afterMs: number): Scanner {
  const plans = template.ofType('AWS::GuardDuty::MalwareProtectionPlan').map((plan) => plan.read(Plan).ProtectedResource.S3Bucket);
  const due = new Map<string, number>();
  activity.watch(() => {
    if (activity.isHurried) due.clear();
  });
  const isScanned = (bucket: string, key: string) =>
    plans.some(({ BucketName, ObjectPrefixes = [''] }) => BucketName === bucket && ObjectPrefixes.some((prefix) => key.startsWith(prefix)));
  return {
    taken: (bucket, key) => {
      if (isScanned(bucket, key)) due.set(`${bucket}/${key}`, performance.now() + afterMs);
    },
    tagsOf: (bucket, key, content) => {
      if (!isScanned(bucket, key) || (due.get(`${bucket}/${key}`) ?? 0) > performance.now()) return {};
      due.delete(`${bucket}/${key}`);
      return { GuardDutyMalwareScanStatus: content.includes(EICAR) ? 'THREATS_FOUND' : 'NO_THREATS_FOUND' };
    },
  };
}
