import type { Replies, Reply } from '../../../../shared/domain/analytics/measures/reply.ts';
import { expectationOf, importanceOf, perceptionOf, SERVQUAL_ITEMS } from '../../../../shared/domain/analytics/measures/servqual-items.ts';
import { SERVQUAL_DIMENSIONS, type ServqualDimension } from '../../../../shared/domain/understand/servqual.ts';

type Half = (item: { readonly id: string; readonly dimension: ServqualDimension }) => Reply;

/** A person who answered all 22 pairs. */
export const servqualPerson = (expected: Half, perceived: Half, points?: Readonly<Record<ServqualDimension, Reply>>): Replies =>
  new Map<string, Reply>([
    ...SERVQUAL_ITEMS.map((item) => [expectationOf(item), expected(item)] as const),
    ...SERVQUAL_ITEMS.map((item) => [perceptionOf(item), perceived(item)] as const),
    ...SERVQUAL_DIMENSIONS.map((dimension) => [importanceOf(dimension), points?.[dimension]] as const),
  ]);

/** A person's replies from an object. */
export const repliesOf = (replies: Readonly<Record<string, Reply>>): Replies => new Map(Object.entries(replies));
