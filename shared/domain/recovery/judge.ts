import type { Answer } from '../feedback.ts';
import { isRating, scoreOf } from '../score.ts';
import type { Understanding } from '../understand/understanding.ts';
import type { RecoveryRule } from './policy.ts';

/** What a rule may look at. */
export interface Judged {
  readonly answers: readonly Answer[];
  /** 0–100 over all ratings; absent where nothing was rated. */
  readonly score?: number | undefined;
  readonly understanding: Understanding;
}

/** The names of the rules that find this customer unhappy, in the order of the config, each once; empty for the others (R4). */
export function judge(judged: Judged, rules: readonly RecoveryRule[]): string[] {
  return [...new Set(rules.filter((rule) => holds(rule, judged)).map((rule) => rule.name))];
}

function holds(rule: RecoveryRule, { answers, score, understanding }: Judged): boolean {
  switch (rule.when) {
    case 'rating':
      return answers.some((answer) => answer.metric === rule.metric && scoreOf(answer) <= rule.scoreAtMost);
    case 'item':
      return answers.some((answer) => isRating(answer) && scoreOf(answer) <= rule.scoreAtMost);
    case 'sentiment': {
      const { label, confidence } = understanding.sentiment;
      // Confidence 0 is "not read": no words were found negative, whatever the rule asks for.
      const isNegative = label === 'negative' && confidence > 0 && confidence >= rule.confidenceAtLeast;
      const isOverruled = rule.unlessScoreAtLeast !== undefined && score !== undefined && score >= rule.unlessScoreAtLeast;
      return isNegative && !isOverruled;
    }
    case 'severity':
      return understanding.severity >= rule.severityAtLeast;
    case 'flag':
      return rule.flags.some((flag) => understanding.flags.includes(flag));
  }
}
