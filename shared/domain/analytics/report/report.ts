import * as z from 'zod/mini';
import { Localized } from '../../language.ts';

/** Figures and names that are the same in every language, or words in each. */
const Cell = z.union([z.string(), Localized]);
export type Cell = z.infer<typeof Cell>;

const Finite = z.number();

/** A line of bars, each with its interval: gaps, indices, importances. */
export const BarsPicture = z.strictObject({
  kind: z.literal('bars'),
  label: Localized,
  min: Finite,
  max: Finite,
  /** Where bars begin: 0 of gaps, the bottom of an index. */
  from: Finite,
  bars: z.array(
    z.strictObject({
      label: Cell,
      value: Finite,
      low: z.optional(Finite),
      high: z.optional(Finite),
      /** Said with colour and pattern, and in the table by a word. */
      tone: z.enum(['plain', 'good', 'bad']),
    }),
  ),
});
export type BarsPicture = z.infer<typeof BarsPicture>;

const Axis = z.strictObject({ label: Localized, min: Finite, max: Finite, line: Finite });

/** Points in four quadrants. */
export const ScatterPicture = z.strictObject({
  kind: z.literal('scatter'),
  label: Localized,
  x: Axis,
  y: Axis,
  /** Names of the quadrants: top left, top right, bottom left, bottom right. */
  quadrants: z.tuple([Localized, Localized, Localized, Localized]),
  points: z.array(z.strictObject({ label: Cell, x: Finite, y: Finite })),
});
export type ScatterPicture = z.infer<typeof ScatterPicture>;

/** Values over group sizes, with the limits between which groups differ by chance alone. */
export const FunnelPicture = z.strictObject({
  kind: z.literal('funnel'),
  label: Localized,
  x: z.strictObject({ label: Localized, max: Finite }),
  y: z.strictObject({ label: Localized, min: Finite, max: Finite, line: Finite }),
  /** By growing n. */
  limits: z.array(z.strictObject({ n: Finite, low: Finite, high: Finite })),
  points: z.array(z.strictObject({ label: Cell, n: Finite, value: Finite, tone: z.enum(['plain', 'good', 'bad']) })),
});
export type FunnelPicture = z.infer<typeof FunnelPicture>;

export const Picture = z.discriminatedUnion('kind', [BarsPicture, ScatterPicture, FunnelPicture]);
export type Picture = z.infer<typeof Picture>;

/** A table, and a picture of it beside; the table holds all that the picture shows. */
export const Section = z.strictObject({
  heading: Localized,
  picture: z.optional(Picture),
  head: z.array(Localized),
  rows: z.array(z.array(Cell)),
  notes: z.array(Localized),
});
export type Section = z.infer<typeof Section>;

/** An analysis for people: what it says in a sentence or two, the figures behind, and how they came about. */
export const Report = z.strictObject({
  title: Localized,
  sentences: z.array(Localized).check(z.minLength(1)),
  sections: z.array(Section),
  /** Sample, period, method, as ISO 10004 asks; whoever renders it adds the owner. */
  method: z.array(Localized),
});
export type Report = z.infer<typeof Report>;
