import { Temporal } from 'temporal-polyfill';
import type { Verdict } from '../metrics/figures.ts';
import type { PeriodKind } from '../metrics/period.ts';
import type { DeadlineKind } from '../recovery/policy.ts';
import type { DigestWords, Unit } from './words.ts';

/** `n = 143` is not to be torn apart at a line's end. */
const N_IS = 'n\u00A0=\u00A0';
const number = (n: number) => n.toLocaleString('zh-CN');
const BEFORE = { day: '前一天', week: '前一周', month: '前一个月' } as const satisfies Record<PeriodKind, string>;
const before = (kind: PeriodKind) => BEFORE[kind];
const NAMES = { day: '客户反馈日报', week: '客户反馈与服务周报', month: '客户反馈与服务监督月报' } as const satisfies Record<
  PeriodKind,
  string
>;
const VERDICTS: Readonly<Record<Verdict, string>> = {
  'clearly-up': '明显上升',
  'clearly-down': '明显下降',
  'no-clear-change': '无明显变化',
};

/** A share changes by percentage points, a score by points. */
const UNITS = { share: '个百分点', score: '分', rate: '件' } as const satisfies Record<Unit, string>;

const monthDay = (day: Temporal.PlainDate) => `${day.month}月${day.day}日`;

function dates(from: string, to: string, isYearNamed: boolean): string {
  const first = Temporal.PlainDate.from(from);
  const last = Temporal.PlainDate.from(to);
  const year = isYearNamed ? `${first.year}年` : '';
  if (first.day === 1 && last.day === last.daysInMonth && first.toPlainYearMonth().equals(last.toPlainYearMonth())) {
    return `${first.year}年${first.month}月`;
  }
  if (first.equals(last)) return `${year}${monthDay(first)}`;
  if (isYearNamed && first.year !== last.year) return `${year}${monthDay(first)}至${last.year}年${monthDay(last)}`;
  return `${year}${monthDay(first)}至${first.month === last.month ? `${last.day}日` : monthDay(last)}`;
}

const weekday = (day: Temporal.PlainDate) => `周${'一二三四五六日'.charAt(day.dayOfWeek - 1)}`;

function duration(minutes: number): string {
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  if (days > 0) return hours === 0 ? `${days} 天` : `${days} 天 ${hours} 小时`;
  return hours > 0 ? `${hours} 小时 ${minutes % 60} 分钟` : `${minutes} 分钟`;
}

const MISSED: Readonly<Record<DeadlineKind, string>> = {
  acknowledge: '尚未受理',
  'first-answer': '尚未答复',
  finding: '尚无调查结论',
  offer: '尚未提出方案',
  solution: '尚未解决',
  approval: '尚未批复',
  report: '尚未提交报告',
  'follow-up': '尚未回访',
};

export const chinese: DigestWords = {
  lang: 'zh-Hans',
  reportName: (kind, isRunning) => `${NAMES[kind]}${isRunning ? '（截至目前）' : ''}`,
  periodName: (from, to) => (from === to ? `${dates(from, to, true)}（${weekday(Temporal.PlainDate.from(from))}）` : dates(from, to, true)),
  periodNameShort: (from, to) => dates(from, to, false),
  dateTime: (local) => {
    const at = Temporal.PlainDateTime.from(local);
    const day = at.toPlainDate();
    return `${monthDay(day)}（${weekday(day)}）${at.toPlainTime().toString({ smallestUnit: 'minute' })}`;
  },
  duration,
  range: (low, high) => `${low} 至 ${high}`,

  subjectSatisfaction: (score, n, verdict) =>
    `满意率 ${score}（${N_IS}${number(n)}）${verdict === undefined ? '' : `，${VERDICTS[verdict]}`}`,
  subjectNps: (score, n, verdict) => `NPS ${score}（${N_IS}${number(n)}）${verdict === undefined ? '' : `，${VERDICTS[verdict]}`}`,
  subjectFew: (feedback) => (feedback === 0 ? '没有收到反馈' : `${number(feedback)} 条反馈`),
  subjectOverdue: (n) => `${number(n)} 个个案已超期`,

  satisfied: '客户满意率',
  nps: '净推荐值（NPS）',
  tooFew: (n) => `回答太少（${N_IS}${number(n)}）`,
  notShown: '回答太少，不予显示',
  basedOn: (n) => `${N_IS}${number(n)}`,
  interval: (range) => `95% 置信区间 ${range}`,
  verdict: (verdict) => VERDICTS[verdict],
  change: (signed, unit, range, verdict, kind) => `较${before(kind)} ${signed} ${UNITS[unit]}（${range}）：${VERDICTS[verdict]}`,
  incomparable: (kind) => `${before(kind)}回答太少，无法比较。`,
  npsBand: (band) => ({ low: '偏低', fair: '一般', good: '良好' })[band],

  byBranch: '按分支机构',
  branchHeading: '分支机构',
  changeHeading: '变化',
  moreRows: (n) => `另有 ${number(n)} 项`,

  overdueTitle: '超期个案',
  caseHeading: '个案编号',
  severityHeading: '严重程度',
  ownerHeading: '负责人',
  overdueHeading: '超期情况',
  missed: (missed, over, due) => `${MISSED[missed]}，已超期 ${over}（时限：${due}）`,
  moreCases: (n) => `另有 ${number(n)} 个个案已超期`,

  commentsTitle: (shown, read) => (read > shown ? `客户留言：${number(read)} 条中的 ${shown} 条` : '客户留言'),
  commentsRule: (hasBest, isCut, read) =>
    `按严重程度由重到轻排列${hasBest ? '，最后一条为最好的评价' : ''}${isCut ? `，选自最新的 ${number(read)} 条` : ''}。邮箱、门牌号、订单号和长号码已隐去。`,
  best: '最好的评价',
  rating: (value, max) => `满意度 ${value}/${max}`,
  npsRating: (value) => `推荐意愿 ${value}/10`,
  caseLabel: (caseNumber) => `个案 ${caseNumber}`,
  separator: ' · ',
  colon: '：',
  listComma: '、',
  sentenceSpace: '',
};
