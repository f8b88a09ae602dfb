import type { Topic } from './understanding.ts';

/** The five dimensions of service quality (Parasuraman, Zeithaml and Berry 1988, Journal of Retailing 64:12–40). */
export const SERVQUAL_DIMENSIONS = ['tangibles', 'reliability', 'responsiveness', 'assurance', 'empathy'] as const;
export type ServqualDimension = (typeof SERVQUAL_DIMENSIONS)[number];

/**
 * The dimension that each topic speaks to (R13), by the wording of the dimensions in the paper: tangibles are facilities, equipment and appearance;
 * reliability is doing what was promised, rightly; responsiveness is helping promptly; assurance is knowledge, courtesy, trust and safety; empathy
 * is individual attention, convenient access and rules that fit the customer.
 */
export const SERVQUAL_OF: Readonly<Record<Topic, ServqualDimension>> = {
  delivery: 'reliability',
  'product-quality': 'reliability',
  staff: 'assurance',
  'price-and-billing': 'reliability',
  waiting: 'responsiveness',
  reachability: 'empathy',
  'website-and-app': 'tangibles',
  'refund-and-after-sales': 'responsiveness',
  'premises-and-cleanliness': 'tangibles',
  safety: 'assurance',
  privacy: 'assurance',
  information: 'responsiveness',
  policy: 'empathy',
  availability: 'reliability',
};
