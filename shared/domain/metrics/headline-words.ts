import type { Language } from '../language.ts';
import type { Verdict } from './figures.ts';
import type { PeriodKind } from './period.ts';

/** What a headline speaks of: a whole period, or any days, which are compared with as many before them. */
export type HeadlineKind = PeriodKind | 'days';

/** A headline score, already formatted: `71%`, `+12`. */
export interface Headline {
  readonly score: string;
  readonly n: number;
  readonly kind: HeadlineKind;
  /** Absent where the period before had too few answers to compare with. `points` without sign, `0` where it rounds to nothing. */
  readonly change?: { readonly verdict: Verdict; readonly points: number } | undefined;
}

/** The sentences that digests and dashboard begin with. They are read in the browser too: nothing heavy may be imported here. */
export interface HeadlineWords {
  satisfaction(headline: Headline): string;
  nps(headline: Headline): string;
  /** There is feedback but too few ratings for any score. */
  few(ratings: number): string;
  /** Nobody said anything. */
  quiet(kind: HeadlineKind): string;
  overdue(count: number): string;
  feedback(n: number, nBefore: number, kind: HeadlineKind, isRunning: boolean): string;
  /** Without anything to compare with. */
  feedbackAlone(n: number, isRunning: boolean): string;
  /** Between two sentences. */
  readonly space: string;
}

/** `n = 143` is not to be torn apart at a line's end. */
const N_IS = 'n\u00A0=\u00A0';

const english = (): HeadlineWords => {
  const number = (n: number) => n.toLocaleString('en-GB');
  const count = (n: number, one: string, many = `${one}s`) => `${number(n)} ${n === 1 ? one : many}`;
  const before = (kind: HeadlineKind) => (kind === 'days' ? 'the equal period before' : `the ${kind} before`);
  const points = (n: number) => (n === 0 ? 'less than a point' : count(n, 'point'));
  const quiet: Readonly<Record<HeadlineKind, string>> = {
    day: 'on this day',
    week: 'this week',
    month: 'this month',
    days: 'in these days',
  };
  /** A sentence that names the change first, because that is what is read. */
  const headline = (subject: string, said: string, { kind, change }: Headline) => {
    switch (change?.verdict) {
      case undefined:
        return `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
      case 'clearly-up':
        return `${subject} rose clearly: ${said}, ${points(change?.points ?? 0)} more than ${before(kind)}`;
      case 'clearly-down':
        return `${subject} fell clearly: ${said}, ${points(change?.points ?? 0)} less than ${before(kind)}`;
      case 'no-clear-change':
        return `No clear change in ${subject.charAt(0).toLowerCase()}${subject.slice(1)}: ${said}`;
    }
  };
  const responses = (n: number, isRunning: boolean) => `${count(n, 'response')}${isRunning ? ' so far' : ''}`;
  return {
    satisfaction: (of) => headline('Satisfaction', `${of.score} satisfied (${N_IS}${number(of.n)})`, of),
    nps: (of) => headline('Willingness to recommend', `NPS ${of.score} (${N_IS}${number(of.n)})`, of),
    few: (ratings) => `Too few ratings for a score (${N_IS}${number(ratings)})`,
    quiet: (kind) => `No feedback ${quiet[kind]}`,
    overdue: (n) =>
      n === 0 ? 'No case is past its deadline.' : `${count(n, 'case is', 'cases are')} past ${n === 1 ? 'its' : 'their'} deadline.`,
    feedback: (n, nBefore, kind, isRunning) => `${responses(n, isRunning)}, ${number(nBefore)} ${before(kind)}.`,
    feedbackAlone: (n, isRunning) => `${responses(n, isRunning)}.`,
    space: ' ',
  };
};

const chinese = (): HeadlineWords => {
  const number = (n: number) => n.toLocaleString('zh-CN');
  const before: Readonly<Record<HeadlineKind, string>> = { day: '前一天', week: '前一周', month: '前一个月', days: '此前同等时段' };
  const quiet: Readonly<Record<HeadlineKind, string>> = {
    day: '当日没有收到反馈',
    week: '本周没有收到反馈',
    month: '本月没有收到反馈',
    days: '所选日期内没有收到反馈',
  };
  const headline = (subject: string, said: string, unit: string, { kind, change }: Headline) => {
    if (change === undefined) return said;
    const points = change.points === 0 ? `不到 1 ${unit}` : ` ${number(change.points)} ${unit}`;
    switch (change.verdict) {
      case 'clearly-up':
        return `${subject}明显上升：${said}，比${before[kind]}高${points}`;
      case 'clearly-down':
        return `${subject}明显下降：${said}，比${before[kind]}低${points}`;
      case 'no-clear-change':
        return `${subject}无明显变化：${said}`;
    }
  };
  const responses = (n: number, isRunning: boolean) => `${isRunning ? '目前' : '共'}收到 ${number(n)} 条客户反馈`;
  return {
    satisfaction: (of) => headline('满意度', `${of.score} 的客户满意（${N_IS}${number(of.n)}）`, '个百分点', of),
    nps: (of) => headline('推荐意愿', `NPS ${of.score}（${N_IS}${number(of.n)}）`, '分', of),
    few: (ratings) => `评分太少，暂不计算得分（${N_IS}${number(ratings)}）`,
    quiet: (kind) => quiet[kind],
    overdue: (n) => (n === 0 ? '没有超期的个案。' : `有 ${number(n)} 个个案已超过时限。`),
    feedback: (n, nBefore, kind, isRunning) => `${responses(n, isRunning)}，${before[kind]}为 ${number(nBefore)} 条。`,
    feedbackAlone: (n, isRunning) => `${responses(n, isRunning)}。`,
    space: '',
  };
};

export const headlineWords: Readonly<Record<Language, HeadlineWords>> = { en: english(), 'zh-Hans': chinese() };
