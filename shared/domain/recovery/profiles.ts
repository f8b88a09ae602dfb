import type { SlaPolicy } from './policy.ts';

type Profile = Omit<SlaPolicy, 'calendar'>;

const always = (duration: string) => ({ critical: duration, high: duration, normal: duration, low: duration });

/**
 * How fast a good house is, for who has no statute to follow. First human answer, solution, and what warns before them are the defaults of the
 * requirements ("Defaults"); the first finding within a working day is R2's. That the case is acknowledged by a person counts as long as the first
 * answer, since automatic mails go out at once and count for neither. Approval (R5), the report on serious matters (R6), the handling of a
 * follow-up's result (R7) and the times for `vip` are our choice: an approval must leave time for what waits for it.
 */
const HOUSE: Profile = {
  deadlines: {
    acknowledge: { critical: '1h', high: '4h', normal: '8h', low: '24h' },
    'first-answer': { critical: '1h', high: '4h', normal: '8h', low: '24h' },
    finding: always('1wd'),
    approval: { critical: '2h', high: '4h', normal: '8h', low: '8h' },
    solution: { critical: '1wd', high: '2wd', normal: '5wd', low: '10wd' },
    report: { critical: '2wd', high: '3wd', normal: '5wd', low: '5wd' },
    'follow-up': always('2wd'),
  },
  tiers: {
    vip: {
      'first-answer': { critical: '1h', high: '2h', normal: '4h', low: '8h' },
      solution: { critical: '1wd', high: '1wd', normal: '3wd', low: '5wd' },
    },
  },
};

/**
 * The complaint clock of the users' handbook (R2): first finding within 1 working day, handling and answer within 5, closing within 15 working
 * days of registration, for complex cases 20. The answer is the one with what is offered, so both have the 5 days. Approval within 1 is our choice.
 */
const HANDBOOK: Profile = {
  deadlines: {
    finding: always('1wd'),
    'first-answer': always('5wd'),
    offer: always('5wd'),
    approval: always('1wd'),
    solution: always('15wd'),
  },
  complex: { solution: always('20wd') },
};

/**
 * Firms under the Dispute Resolution sourcebook of the UK's Financial Conduct Authority: the final response by the end of eight weeks after
 * receipt (DISP 1.6.2R). The acknowledgement must be "prompt" (DISP 1.6.1R), without a figure; ours is the third business day, by whose end a
 * complaint may be resolved without one (DISP 1.5.1R).
 */
const UK_DISP: Profile = { deadlines: { acknowledge: always('3wd'), solution: always('8w') } };

/**
 * The same for complaints about payment services and electronic money: the final response within 15 business days, in exceptional circumstances
 * within 35 if a holding response went out within the 15 (DISP 1.6.2AR). The exceptional ones are the complex cases; their `first-answer` is the
 * holding response.
 */
const UK_DISP_PAYMENTS: Profile = {
  deadlines: { acknowledge: always('3wd'), 'first-answer': always('15wd'), solution: always('15wd') },
  complex: { solution: always('35wd') },
};

/**
 * Financial firms under Regulatory Guide 271 of the Australian Securities and Investments Commission: acknowledgement within 24 hours or as soon
 * as practicable (RG 271.51), the response within 30 calendar days (RG 271.56). Superannuation, hardship and credit matters have other figures: set
 * them in `deadlines`.
 */
const AU_RG271: Profile = { deadlines: { acknowledge: always('1d'), solution: always('30d') } };

/** Ready policies by their name in the config. What a profile does not name has no deadline until the config gives one. */
export const SLA_PROFILES = {
  default: HOUSE,
  handbook: HANDBOOK,
  'uk-disp': UK_DISP,
  'uk-disp-payments': UK_DISP_PAYMENTS,
  'au-rg271': AU_RG271,
} as const satisfies Record<string, Profile>;

export const SLA_PROFILE_NAMES = [
  'default',
  'handbook',
  'uk-disp',
  'uk-disp-payments',
  'au-rg271',
] as const satisfies readonly (keyof typeof SLA_PROFILES)[];
