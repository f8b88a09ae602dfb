import type { Feedback } from '../../shared/domain/feedback.ts';
import { topicWords } from '../../shared/domain/words.ts';
import type { House } from '../browser/parts/signed-in.tsx';

/** What figures can be narrowed to, in the order of the page. */
export const DIMENSIONS = ['branch', 'channel', 'survey', 'topic', 'language', 'tier'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export const CHANNELS = [
  ...(['form', 'webhook', 'mail', 'telephone', 'visit'] as const),
  ...(['letter', 'shop', 'social', 'chat'] as const),
] as const satisfies readonly Feedback['channel'][];
/** As figures count them: all others together are `other`. */
export const COUNTED_LANGUAGES = ['en', 'zh-Hans', 'zh-Hant', 'other'] as const;
/** `unknown`: of people whom nobody knows. */
const COUNTED_TIERS = ['vip', 'regular', 'new', 'unknown'] as const satisfies readonly (Feedback['tier'] | 'unknown')[];

type Topic = keyof typeof topicWords;
const isTopic = (text: string): text is Topic => Object.hasOwn(topicWords, text);
export const TOPICS: readonly Topic[] = Object.keys(topicWords).filter(isTopic);

/** What was chosen; what is absent narrows nothing. */
export interface Filters {
  readonly branch?: string | undefined;
  readonly channel?: (typeof CHANNELS)[number] | undefined;
  readonly survey?: string | undefined;
  readonly topic?: Topic | undefined;
  readonly language?: (typeof COUNTED_LANGUAGES)[number] | undefined;
  readonly tier?: (typeof COUNTED_TIERS)[number] | undefined;
}

/** Places that only the house can name. */
export type Places = Pick<House, 'branches' | 'surveys'>;

/** The values that a filter may have, in the order of its list. */
export function valuesOf(dimension: Dimension, { branches, surveys }: Places): readonly string[] {
  switch (dimension) {
    case 'branch':
      return branches.map(({ id }) => id);
    case 'survey':
      return surveys.map(({ id }) => id);
    case 'channel':
      return CHANNELS;
    case 'topic':
      return TOPICS;
    case 'language':
      return COUNTED_LANGUAGES;
    case 'tier':
      return COUNTED_TIERS;
  }
}

/** One of them, or nothing where it is none. */
export const oneOf = <Value extends string>(values: readonly Value[], text: string | null | undefined): Value | undefined =>
  values.find((value) => value === text);

/**
 * Filters as an address holds them.
 * @param get the text of a part of the address
 * @param prefix before each name
 */
export const readFilters = (get: (name: string) => string | null, places: Places, prefix = ''): Filters => ({
  branch: oneOf(valuesOf('branch', places), get(`${prefix}branch`)),
  channel: oneOf(CHANNELS, get(`${prefix}channel`)),
  survey: oneOf(valuesOf('survey', places), get(`${prefix}survey`)),
  topic: oneOf(TOPICS, get(`${prefix}topic`)),
  language: oneOf(COUNTED_LANGUAGES, get(`${prefix}language`)),
  tier: oneOf(COUNTED_TIERS, get(`${prefix}tier`)),
});

/** Those that narrow, with their values. */
export const chosenIn = (filters: Filters): readonly (readonly [Dimension, string])[] =>
  DIMENSIONS.flatMap((dimension) => {
    const value = filters[dimension];
    return value === undefined ? [] : [[dimension, value] as const];
  });
