import { type Estimate, type Moments, meanOf, momentsOf, welchDifference } from '../../metrics/interval.ts';
import { SERVQUAL_DIMENSIONS, type ServqualDimension } from '../../understand/servqual.ts';
import { type LeftOut, type Measured, measured, NEEDED_ANSWERS, type Refusal, refused } from './figure.ts';
import { meanOfItems, numberOf } from './person-values.ts';
import { isFit, type Replies, readPair, type Scale, sift } from './reply.ts';
import { SERVQUAL_ITEMS, SERVQUAL_SCALE } from './servqual-items.ts';

export const GROUPS = ['customers', 'managers', 'staff'] as const;
export type Group = (typeof GROUPS)[number];

/** The questionnaires of the three groups, one set of replies per person. */
export type Questionnaires = Readonly<Record<Group, readonly Replies[]>>;

/**
 * What the replies of each group are named: `<id>.<aspect>`, where the id is a dimension (one question for all of it) or an item of SERVQUAL.
 * `belief`: what managers believe customers expect; `standard`: what our standards ask for; `delivery`: what is delivered by standard; `told`: what
 * customers were told they would get.
 */
export const ASPECTS = ['expectation', 'perception', 'belief', 'standard', 'delivery', 'told'] as const;
export type Aspect = (typeof ASPECTS)[number];

interface Side {
  readonly group: Group;
  readonly aspect: Aspect;
}

/** The five gaps: `later` less `earlier`; below 0 the later falls short of the earlier. */
export const ORGANISATION_GAPS = [
  { gap: 1, earlier: { group: 'customers', aspect: 'expectation' }, later: { group: 'managers', aspect: 'belief' } },
  { gap: 2, earlier: { group: 'managers', aspect: 'belief' }, later: { group: 'managers', aspect: 'standard' } },
  { gap: 3, earlier: { group: 'managers', aspect: 'standard' }, later: { group: 'staff', aspect: 'delivery' } },
  { gap: 4, earlier: { group: 'staff', aspect: 'told' }, later: { group: 'staff', aspect: 'delivery' } },
  { gap: 5, earlier: { group: 'customers', aspect: 'expectation' }, later: { group: 'customers', aspect: 'perception' } },
] as const satisfies readonly { gap: number; earlier: Side; later: Side }[];
export type GapNumber = (typeof ORGANISATION_GAPS)[number]['gap'];

/** Houses have few managers, and they answer for their office: fewer will do than of customers, but never so few that one could be told. */
export const NEEDED_IN: Readonly<Record<Group, number>> = { customers: NEEDED_ANSWERS, managers: 5, staff: 5 };

/** A refusal that says which group is missing (n = 0) or too small. */
export interface GroupRefusal extends Refusal {
  readonly group: Group;
}

/** How many stand behind one side of a gap. */
export interface SideBasis {
  readonly group: Group;
  readonly aspect: Aspect;
  readonly n: number;
  readonly leftOut: LeftOut;
}

export type OrganisationGap =
  | (Extract<Measured<{ readonly gap: Estimate }>, { kind: 'measured' }> & {
      /** `paired`: the same persons said both; `welch`: two groups, compared as independent samples. */
      readonly method: 'paired' | 'welch';
      readonly sides: readonly [SideBasis, SideBasis];
    })
  | GroupRefusal;

export interface OrganisationGapFigures {
  readonly gap: GapNumber;
  readonly dimensions: readonly { readonly dimension: ServqualDimension; readonly result: OrganisationGap }[];
}

/**
 * The five gaps of the organisation, each per dimension (R13). Parasuraman, Zeithaml & Berry (1985), Journal of Marketing 49(4):41–50; the questionnaires
 * follow Zeithaml, Parasuraman & Berry (1990), "Delivering Quality Service", appendices A and B. All three groups answer on the same scale. A person's
 * value is the mean of what they answered of the dimension, where that is at least half of what their group was asked of it.
 */
export function organisationGaps(questionnaires: Questionnaires, scale: Scale = SERVQUAL_SCALE): OrganisationGapFigures[] {
  return ORGANISATION_GAPS.map(({ gap, earlier, later }) => ({
    gap,
    dimensions: SERVQUAL_DIMENSIONS.map((dimension) => ({
      dimension,
      result: gapBetween(questionnaires, dimension, [earlier, later], scale),
    })),
  }));
}

function gapBetween(
  questionnaires: Questionnaires,
  dimension: ServqualDimension,
  [earlier, later]: readonly [Side, Side],
  scale: Scale,
): OrganisationGap {
  if (!isFit(scale)) return { ...refused('unfit-scale', 0), group: earlier.group };
  const first = valuesOf(questionnaires, dimension, earlier, scale);
  const second = valuesOf(questionnaires, dimension, later, scale);
  return earlier.group === later.group ? pairedGap(first, second, scale) : welchGap(first, second, scale);
}

interface Values {
  readonly side: Side;
  /** One per person of the group. */
  readonly values: readonly ReturnType<typeof meanOfItems>[];
}

function valuesOf(questionnaires: Questionnaires, dimension: ServqualDimension, side: Side, scale: Scale): Values {
  const people = questionnaires[side.group];
  const ids = [dimension, ...SERVQUAL_ITEMS.filter((item) => item.dimension === dimension).map(({ id }) => id)];
  const questions = ids.map((id) => `${id}.${side.aspect}`);
  // A house asks for a dimension in one question or item by item: what somebody of the group answered was asked.
  const asked = questions.filter((question) => people.some((person) => person.get(question) !== undefined));
  return { side, values: people.map((person) => ofPerson(person, asked, scale)) };
}

function ofPerson(person: Replies, asked: readonly string[], scale: Scale) {
  const replies = asked.map((question) => numberOf(person, question, scale));
  // With a single question its own reason says more than "too few items".
  const only = replies.length === 1 ? replies[0] : undefined;
  return only ?? meanOfItems(replies, asked.length);
}

function basisOf({ side, values }: Values): SideBasis & { readonly kept: readonly number[] } {
  const { kept, leftOut } = sift(values, (value) => value);
  return { group: side.group, aspect: side.aspect, n: kept.length, leftOut, kept };
}

const withoutValues = ({ group, aspect, n, leftOut }: SideBasis): SideBasis => ({ group, aspect, n, leftOut });

function pairedGap(first: Values, second: Values, { min, max }: Scale): OrganisationGap {
  const { group } = first.side;
  const pairs = sift([...first.values.entries()], ([person, value]) => readPairOf(value, second.values[person] ?? 'notAnswered'));
  const result = measured(
    pairs,
    (kept) => ({ gap: meanOf(momentsOf(kept.map(([earlier, later]) => later - earlier)), min - max, max - min) }),
    NEEDED_IN[group],
  );
  if (result.kind === 'refused') return { ...result, group };
  return { ...result, method: 'paired', sides: [withoutValues(basisOf(first)), withoutValues(basisOf(second))] };
}

/** As `readPair`; a half that stands on too few items is told as that. */
const readPairOf: typeof readPair = (first, second) =>
  first === 'tooFewItems' || second === 'tooFewItems' ? 'tooFewItems' : readPair(first, second);

function welchGap(first: Values, second: Values, { min, max }: Scale): OrganisationGap {
  const [earlier, later] = [basisOf(first), basisOf(second)];
  // The smaller part of what is needed is the one to be mended first.
  const lacking = [earlier, later]
    .filter(({ group, n }) => n < NEEDED_IN[group])
    .sort((a, b) => a.n / NEEDED_IN[a.group] - b.n / NEEDED_IN[b.group])[0];
  if (lacking !== undefined) {
    const { group, n, leftOut } = lacking;
    return { ...refused('too-few-answers', n, leftOut, NEEDED_IN[group]), group };
  }
  const [a, b]: readonly [Moments, Moments] = [momentsOf(later.kept), momentsOf(earlier.kept)];
  const gap = welchDifference(a, b, min - max, max - min);
  // Left out is told per side: the two groups are different people.
  return {
    kind: 'measured',
    n: earlier.n + later.n,
    leftOut: {},
    gap,
    method: 'welch',
    sides: [withoutValues(earlier), withoutValues(later)],
  };
}
