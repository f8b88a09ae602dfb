import { type Estimate, simultaneousProportion } from '../../metrics/interval.ts';
import { isTopTwo } from '../../metrics/rating.ts';
import { type Measured, measured, refused } from './figure.ts';
import { isFit, type Reply, read, readPair, type Scale, sift } from './reply.ts';

export const LOYALTIES = ['loyal', 'latent', 'spurious', 'none'] as const;
/** Likes us and buys; likes us and does not buy; buys without liking us; neither. */
export type Loyalty = (typeof LOYALTIES)[number];

/** One customer: how they think of us, and what they do. */
export interface AttitudeAndBehaviour {
  /** Recommendation, or another answer about attitude. */
  readonly attitude: Reply;
  /** Repurchases, or the share of their spending that comes to us. */
  readonly behaviour: Reply;
}

export interface LoyaltyOptions {
  readonly attitude: Scale;
  /** Least favourable attitude; by default the top two boxes of the scale, so 9 and 10 of 0–10. */
  readonly attitudeFrom?: number;
  readonly behaviour: Scale;
  /** Least strong behaviour: 0.5 of spending, or 2 purchases a year, as the trade has it. No default could fit all. */
  readonly behaviourFrom: number;
}

export type LoyaltyFigures = Readonly<Record<Loyalty, { readonly count: number; readonly share: Estimate }>>;

/**
 * Loyalty by attitude and behaviour (R15). Dick & Basu (1994), Journal of the Academy of Marketing Science 22:99–113. Shares of customers 0 … 1 with
 * intervals that hold at once at 95 % (Goodman 1965). Satisfied customers are not loyal ones: the latent would buy and are kept from it, the spurious
 * leave as soon as they can.
 */
export function loyaltyFigures(customers: readonly AttitudeAndBehaviour[], options: LoyaltyOptions): Measured<LoyaltyFigures> {
  const { attitude, behaviour, behaviourFrom, attitudeFrom = attitude.max } = options;
  const areFit = isFit(attitude) && isFit(behaviour) && Number.isFinite(behaviourFrom) && Number.isFinite(attitudeFrom);
  if (!areFit) return refused('unfit-scale', 0);
  const placed = sift(customers, (customer) => {
    const pair = readPair(read(customer.attitude, attitude), read(customer.behaviour, behaviour));
    return typeof pair === 'string' ? pair : { loyalty: loyaltyOf(pair, options) };
  });
  return measured(placed, (kept) => {
    const of = (loyalty: Loyalty) => {
      const count = kept.filter((customer) => customer.loyalty === loyalty).length;
      return { count, share: simultaneousProportion(count, kept.length, LOYALTIES.length) };
    };
    return { loyal: of('loyal'), latent: of('latent'), spurious: of('spurious'), none: of('none') };
  });
}

function loyaltyOf([attitude, behaviour]: readonly [number, number], options: LoyaltyOptions): Loyalty {
  const { attitude: scale, attitudeFrom, behaviourFrom } = options;
  const isFond = attitudeFrom === undefined ? isTopTwo({ metric: 'rating', value: attitude, ...scale }) : attitude >= attitudeFrom;
  if (behaviour >= behaviourFrom) return isFond ? 'loyal' : 'spurious';
  return isFond ? 'latent' : 'none';
}
