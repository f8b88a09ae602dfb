import * as z from 'zod';
import type { Permissions } from '../gateway/roles.ts';
import type { FunctionDefinition } from '../lambda/definition.ts';
import type { Functions } from '../lambda/functions.ts';
import type { Template } from '../template/template.ts';
import { LocalCloudError } from '../world.ts';
import { compileFilter, type Filter } from './filter.ts';

const Mapping = z.object({
  FunctionName: z.string(),
  EventSourceArn: z.string(),
  Enabled: z.optional(z.boolean()),
  BatchSize: z.optional(z.coerce.number()),
  MaximumBatchingWindowInSeconds: z.optional(z.coerce.number()),
  FunctionResponseTypes: z.optional(z.array(z.string())),
  FilterCriteria: z.optional(z.object({ Filters: z.array(z.object({ Pattern: z.string() })) })),
  ScalingConfig: z.optional(z.object({ MaximumConcurrency: z.optional(z.coerce.number()) })),
  StartingPosition: z.optional(z.enum(['TRIM_HORIZON', 'LATEST'])),
  BisectBatchOnFunctionError: z.optional(z.boolean()),
  MaximumRetryAttempts: z.optional(z.coerce.number()),
  MaximumRecordAgeInSeconds: z.optional(z.coerce.number()),
  ParallelizationFactor: z.optional(z.literal(1, 'the local cloud reads a shard with one batch at a time')),
  DestinationConfig: z.optional(z.object({ OnFailure: z.optional(z.object({ Destination: z.string() })) })),
});

/** An event source mapping of the template. */
export interface SourceMapping {
  readonly logicalId: string;
  readonly definition: FunctionDefinition;
  readonly sourceArn: string;
  readonly batchSize: number | undefined;
  readonly windowSeconds: number;
  readonly reportsItemFailures: boolean;
  readonly passes: Filter;
  readonly maxConcurrency: number | undefined;
  readonly startingPosition: 'TRIM_HORIZON' | 'LATEST';
  readonly bisects: boolean;
  /** Retries after the first try; -1 without end. */
  readonly retries: number;
  /** -1 without end. */
  readonly maxAgeSeconds: number;
  readonly onFailureArn: string | undefined;
}

/** Rights that Lambda tries with the function's role when the mapping is made. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  sqs: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
  dynamodb: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
};

/** @throws LocalCloudError where the role of the function may not read its source, as AWS refuses the deploy. */
export function readMappings(template: Template, functions: Functions, permissions: Permissions): readonly SourceMapping[] {
  return template.ofType('AWS::Lambda::EventSourceMapping').flatMap((resource) => {
    const at = `${resource.stack}/${resource.logicalId}`;
    const mapping = resource.read(Mapping);
    if (mapping.Enabled === false) return [];
    const definition = functions.find(mapping.FunctionName);
    const onFailureArn = mapping.DestinationConfig?.OnFailure?.Destination;
    const needed = (NEEDED[mapping.EventSourceArn.split(':')[2] ?? ''] ?? []).map((action) => ({
      action,
      resource: mapping.EventSourceArn,
    }));
    if (onFailureArn !== undefined) needed.push({ action: 'sqs:SendMessage', resource: onFailureArn });
    for (const demand of needed) {
      if (!permissions.roleMay(definition.roleArn, demand)) {
        throw new LocalCloudError(
          `${at}: the role of ${definition.name} needs ${demand.action} on ${demand.resource} for this event source. Grant it in infra/.`,
        );
      }
    }
    const filters = (mapping.FilterCriteria?.Filters ?? []).map(({ Pattern }) => compileFilter(Pattern, at));
    return [
      {
        logicalId: resource.logicalId,
        definition,
        sourceArn: mapping.EventSourceArn,
        batchSize: mapping.BatchSize,
        windowSeconds: mapping.MaximumBatchingWindowInSeconds ?? 0,
        reportsItemFailures: mapping.FunctionResponseTypes?.includes('ReportBatchItemFailures') ?? false,
        passes: (event: unknown) => filters.length === 0 || filters.some((filter) => filter(event)),
        maxConcurrency: mapping.ScalingConfig?.MaximumConcurrency,
        startingPosition: mapping.StartingPosition ?? 'LATEST',
        bisects: mapping.BisectBatchOnFunctionError ?? false,
        retries: mapping.MaximumRetryAttempts ?? -1,
        maxAgeSeconds: mapping.MaximumRecordAgeInSeconds ?? -1,
        onFailureArn,
      },
    ];
  });
}

const Failures = z.object({ batchItemFailures: z.optional(z.nullable(z.array(z.object({ itemIdentifier: z.nullish(z.string()) })))) });

/**
 * Identifiers that a function says it failed on; 'all' where its answer can't be read, as Lambda takes it.
 * An answer of null or {} means success.
 */
export function failedItems(answer: unknown): readonly string[] | 'all' {
  if (answer === null || answer === undefined) return [];
  const parsed = Failures.safeParse(answer);
  if (!parsed.success) return 'all';
  const identifiers = (parsed.data.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier ?? '');
  return identifiers.includes('') ? 'all' : identifiers;
}
