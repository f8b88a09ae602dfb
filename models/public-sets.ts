import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { type Intent, SentimentLabel, type Topic } from '../shared/domain/understand/understanding.ts';
import type { Example } from './example.ts';
import { ASAP_COVERED, isVerdictOnPlace, MABSA_COVERED, NHS_V6_COVERED, topicsOfAsap, topicsOfMabsa, topicsOfNhs } from './topic-maps.ts';

/** What a row tells. */
type Told = Partial<Pick<Example, 'sentiment' | 'topics' | 'intent' | 'isCritical'>> & { group: string; isHeldOut: boolean };

export interface PublicSet {
  readonly name: string;
  readonly file: string;
  readonly language: 'en' | 'zh';
  readonly licence: string;
  readonly weight: number;
  /** What a row says; `undefined` where it says nothing we could use. */
  readonly read: (row: unknown, text: string) => Told | undefined;
}

const Label = z.nullable(SentimentLabel);
const NhsV6 = z.looseObject({ sentiment: Label, question: z.string(), topics: z.array(z.string()) });
const NhsPhase1 = z.looseObject({ criticality: z.int(), question: z.string() });
const Mabsa = z.looseObject({
  domain: z.string(),
  split: z.string(),
  sentiment: z.nullable(z.string()),
  triplets: z.array(z.tuple([z.string(), z.string(), z.string()])),
});
const Womens = z.looseObject({ sentiment: SentimentLabel, dept: z.nullable(z.string()) });
const GoEmotions = z.looseObject({ sentiment: SentimentLabel, split: z.string() });
const Asap = z.looseObject({ sentiment: SentimentLabel, aspects: z.record(z.string(), z.number()) });
const Asked = z.looseObject({ intent: z.string() });

/** One text in `parts`, by its hash, so that equal texts are on the same side. */
const isPicked = (text: string, parts: number): boolean =>
  Number.parseInt(createHash('sha256').update(text).digest('hex').slice(0, 8), 16) % parts === 0;
const labelOf = (label: string | null): SentimentLabel | undefined =>
  label === 'mixed' ? 'neutral' : SentimentLabel.safeParse(label).data;

const MABSA_COVERED_BESIDE_PLACE: ReadonlySet<Topic> = new Set([...MABSA_COVERED].filter((topic) => topic !== 'premises-and-cleanliness'));

const readMabsa = (row: unknown): Told => {
  const { domain, split, sentiment, triplets } = Mabsa.parse(row);
  const mapped = triplets.map(([, category]) => topicsOfMabsa(category));
  const covered = triplets.some(([, category]) => isVerdictOnPlace(category)) ? MABSA_COVERED_BESIDE_PLACE : MABSA_COVERED;
  const topics =
    triplets.length === 0 || mapped.includes(undefined) ? undefined : { named: new Set(mapped.flatMap((one) => one ?? [])), covered };
  return { group: domain, isHeldOut: split === 'dev', sentiment: labelOf(sentiment), topics };
};

/** In form of "How do I …?" they ask, else they want it done. */
const asksOrWants = (text: string): Intent =>
  /\?\s*$|^(how|what|where|when|why|which|can|could|is|are|do|does|will)\b/i.test(text) ? 'question' : 'request';

export const PUBLIC_SETS: readonly PublicSet[] = [
  {
    name: 'nhs_v6',
    file: 'nhs_v6.jsonl.gz',
    language: 'en',
    licence: 'MIT',
    weight: 0.7,
    read: (row, text) => {
      const { sentiment, question, topics } = NhsV6.parse(row);
      if (topics.includes('Labelling not possible')) return undefined;
      const named = new Set<Topic>(topics.flatMap((topic) => topicsOfNhs(topic) ?? []));
      // One question of the six is kept aside whole, and a tenth of the others.
      const isHeldOut = question === 'What could we do better?' || isPicked(text, 10);
      return { group: question, isHeldOut, sentiment: sentiment ?? undefined, topics: { named, covered: NHS_V6_COVERED } };
    },
  },
  {
    name: 'nhs_phase1',
    file: 'nhs_phase1.jsonl.gz',
    language: 'en',
    licence: 'MIT',
    weight: 0.7,
    read: (row, text) => {
      const { criticality, question } = NhsPhase1.parse(row);
      // 0 is no "neutral" here: it is mostly praise of one trust.
      const sentiment = criticality === 0 ? undefined : criticality < 0 ? 'negative' : 'positive';
      return { group: question, isHeldOut: isPicked(text, 5), sentiment, isCritical: criticality <= -3 };
    },
  },
  { name: 'mabsa_en', file: 'mabsa_en.jsonl.gz', language: 'en', licence: 'Apache-2.0', weight: 1, read: readMabsa },
  { name: 'mabsa_zh', file: 'mabsa_zh.jsonl.gz', language: 'zh', licence: 'Apache-2.0', weight: 0.6, read: readMabsa },
  {
    name: 'womens',
    file: 'womens.jsonl.gz',
    language: 'en',
    licence: 'CC0-1.0',
    weight: 0.3,
    read: (row, text) => {
      const { sentiment, dept } = Womens.parse(row);
      return { group: dept ?? 'none', isHeldOut: dept === 'Intimate' || dept === 'Jackets' || isPicked(text, 10), sentiment };
    },
  },
  {
    name: 'goemotions',
    file: 'goemotions.jsonl.gz',
    language: 'en',
    licence: 'Apache-2.0',
    weight: 0.25,
    read: (row) => {
      const { sentiment, split } = GoEmotions.parse(row);
      return { group: split, isHeldOut: split !== 'train', sentiment };
    },
  },
  {
    name: 'banking77',
    file: 'banking77.jsonl.gz',
    language: 'en',
    licence: 'CC-BY-4.0',
    weight: 0.15,
    read: (row, text) => ({
      group: Asked.parse(row).intent,
      isHeldOut: isPicked(text, 10),
      intent: asksOrWants(text) === 'question' ? 'question' : undefined,
    }),
  },
  {
    name: 'bitext',
    file: 'bitext.jsonl.gz',
    language: 'en',
    licence: 'CDLA-Sharing-1.0',
    weight: 0.1,
    read: (row, text) => {
      const { intent } = Asked.parse(row);
      return {
        group: intent,
        isHeldOut: isPicked(text, 10),
        intent: intent === 'complaint' || intent === 'review' ? undefined : asksOrWants(text),
      };
    },
  },
  {
    name: 'asap_zh',
    file: 'asap_zh.jsonl.gz',
    language: 'zh',
    licence: 'Apache-2.0',
    weight: 0,
    // The only Chinese set that is no translation: all of it measures, none of it teaches.
    read: (row) => {
      const { sentiment, aspects } = Asap.parse(row);
      const named = new Set<Topic>(Object.keys(aspects).flatMap((aspect) => topicsOfAsap(aspect) ?? []));
      return { group: 'asap', isHeldOut: true, sentiment, topics: { named, covered: ASAP_COVERED } };
    },
  },
];
