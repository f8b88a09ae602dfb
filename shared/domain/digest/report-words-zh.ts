import type { PeriodKind } from '../metrics/period.ts';
import type { ReportWords, SampleWords } from './report-words.ts';

const number = (n: number) => n.toLocaleString('zh-CN');
const N_IS = 'n\u00A0=\u00A0';
const PERIODS = {
  day: { before: '前一天', many: '天', each: '每天' },
  week: { before: '前一周', many: '周', each: '每周' },
  month: { before: '前一个月', many: '个月', each: '每月' },
} as const satisfies Record<PeriodKind, object>;

function sample({ scope, responses, csat, nps, isInvitingKnown, invited }: SampleWords): string {
  const who = scope === undefined ? '期内全部作答客户' : `期内就${scope}作答的全部客户`;
  const said = `样本：${who}，共 ${number(responses)} 条反馈，其中满意度评分 ${number(csat)} 份，推荐意愿评分 ${number(nps)} 份。`;
  if (!isInvitingKnown) return said;
  if (invited === undefined) return `${said}均为客户主动反馈，未作答客户的看法可能不同。`;
  const rate = invited.rate === undefined ? '' : `，回收率 ${invited.rate.value}（${invited.rate.range}）`;
  return `${said}期内发出邀请 ${number(invited.sent)} 份，收到答卷 ${number(invited.answered)} 份${rate}。`;
}

export const chineseReport: ReportWords = {
  numbers: { satisfied: '客户满意率', nps: '净推荐值（NPS）', takenUp: '个案按时受理率', complaints: '每百条反馈的投诉数' },
  countOf: (n, of) => `${number(n)}/${number(of)}`,
  noneDue: '均未到期',

  trendTitle: (n, kind) => `近 ${n} ${PERIODS[kind].many}的满意率`,
  trendAlt: (values, kind) => `${PERIODS[kind].each}的客户满意率，由远及近：${values.join('、')}。`,
  tooFewShort: '回答太少',
  trendVerdict: (verdict, kind) => {
    switch (verdict.kind) {
      case 'normal':
        return '本期处于正常波动范围内。';
      case 'drop':
        return '本期确有下降：低于以往各期偶然波动所能解释的范围。';
      case 'rise':
        return '本期确有上升：高于以往各期偶然波动所能解释的范围。';
      case 'too-little':
        return `回答足够的期数太少，无法判断趋势（需 ${verdict.needed} ${PERIODS[kind].many}，现有 ${verdict.have}）。`;
    }
  },
  trendScale: (from, to) => `图中纵轴范围为 ${from} 至 ${to}：圆点为满意率，竖线为 95% 置信区间，最后一点为本期。`,

  driversTitle: '满意度因何变化',
  topicHeading: '主题',
  satisfiedHeading: '满意率',
  moveHeading: '对满意率的影响',
  moved: (points, range, kind) => `较${PERIODS[kind].before} ${points} 个百分点（${range}）`,
  upLabel: '拉升',
  downLabel: '拉低',
  weighing: (topics) => `目前拉低满意率的主题：${topics}。`,
  weighs: (topic, points, satisfied, n) => `${topic}（${points} 个百分点，满意率 ${satisfied}，${N_IS}${number(n)}）`,
  noneMoved: (compared, kind) => `与${PERIODS[kind].before}相比，没有主题对满意率的影响超出偶然波动（共比较 ${compared} 个主题）。`,
  tooFewTopics: (kind) => `本期或${PERIODS[kind].before}各主题的回答太少，无法判断满意率因何变化。`,
  topicsNotRead: '反馈数量过多，未能按主题统计该分支机构的反馈。',

  attentionTitle: '需要关注',
  nothing: '没有超期个案、重大个案，也没有骤增的主题。',
  serious: (opened) => `重大个案，${opened}立案`,
  moreSerious: (n) => `另有 ${number(n)} 个重大个案`,
  rise: (topic, n, usual, at) => `“${topic}”骤增：24 小时内 ${number(n)} 条不满反馈，平常约 ${usual} 条（${at}）`,

  original: '原文',

  standardsTitle: (kind) => (kind === 'month' ? '服务标准达成情况（月度监督）' : '服务标准达成情况'),
  standardHeading: '标准',
  targetHeading: '目标',
  reachedHeading: '实际',
  verdictHeading: '结论',
  standards: {
    satisfied: '客户满意率',
    firstAnswersInTime: '首次答复及时率',
    firstAnswerHours: '首次答复用时（中位数）',
    solvedInTime: '按时解决率',
    complaints: '有效投诉率',
  },
  target: (value, isAtLeast) => `${isAtLeast ? '不低于' : '不高于'} ${value}`,
  hours: (value) => `${value} 个工作小时`,
  verdicts: { met: '达标', 'not-met': '未达标', 'cannot-tell': '无法判定', 'not-known': '未知' },
  notKnown: (key) =>
    ({
      satisfied: '回答太少',
      firstAnswersInTime: '期内没有到期的答复',
      firstAnswerHours: '期内没有首次答复',
      solvedInTime: '期内没有到期的个案',
      complaints: '未录入服务的客户数或订单数',
    })[key],
  served: (n, of) => `${number(n)}/${number(of)} 笔服务`,
  serviceDone: ({ opened, closed, justified, firstAnswers, solutions }) =>
    `服务情况：新开个案 ${number(opened)} 件，结案 ${number(closed)} 件，其中投诉成立 ${number(justified)} 件。期内到期的首次答复 ${number(firstAnswers.of)} 件，按时 ${number(firstAnswers.met)} 件；到期应解决 ${number(solutions.of)} 件，按时 ${number(solutions.met)} 件。`,
  casesCut: '个案数量超出读取上限，服务数据仅为其中一部分。',

  standings: { above: '高于其他机构', below: '低于其他机构' },
  branchesAlike: (compared) => `${compared} 个分支机构之间的差异均未超出偶然波动，排列先后没有意义。`,
  branchesDiffer: (compared) =>
    `${compared} 个分支机构中，只有标明者与其他机构的差异超出偶然波动（已对全部比较校正），其余排列先后没有意义。`,

  methodTitle: '测量说明',
  sample,
  period: (name, zone, kind) => `期间：${name}，按 ${zone} 时区划分日期，与${PERIODS[kind].before}比较。`,
  method: (kind) => [
    '方法：满意率为按原题量表选择最好两档答案的客户所占比例。95% 置信区间为真实值很可能所在的范围（比例用 Wilson 法，NPS 用修正 Wald 法，投诉数用泊松法）。只有变化量的置信区间不含零，才称为“明显”变化。回答不足 10 份时不给出得分。',
    '主题：比较全体满意率与剔除提及该主题的客户之后的满意率，再与前一期的同一差值相比；只列出在全部主题中同时判定为明显的主题。它说明满意率在哪里变化，并不说明原因。',
    ...(kind === 'day'
      ? []
      : ['标准：满意率的整个置信区间位于目标一侧时，才判定达标或未达标，否则为无法判定。服务数据统计全部到期个案，并非抽样。']),
  ],
  owner: (name) => `测量负责人：${name}。`,
  noOwner: '测量负责人：未指定（amends.config.ts 中的 standards.owner）。',
  asOf: (at, zone) => `数据截至 ${at}，时间以 ${zone} 时区为准。`,

  stop: (address) => `本简报发送至 ${address}。`,
  stopLink: '停止接收',
  open: '查看',

  csv: {
    header: ['部分', '名称', '起', '止', 'n', '数值', '下限（95%）', '上限（95%）', '变化', '变化下限', '变化上限', '结论'],
    sections: {
      numbers: '主要数据',
      trend: '满意率趋势',
      topics: '各主题满意率',
      pulls: '主题对满意率的影响',
      branches: '各分支机构满意率',
      branchesShrunk: '各分支机构满意率（向总体均值收缩后）',
      csat: '满意程度分布',
      nps: '推荐意愿分布',
      sentiment: '留言情绪',
      standards: '服务标准',
    },
    csatAnswers: ['非常满意', '满意', '一般', '不满意', '非常不满意'],
    npsGroups: ['推荐者', '中立者', '贬损者'],
    sentiment: ['正面', '中性', '负面'],
    responses: '反馈数',
    changes: { 'clearly-up': '明显上升', 'clearly-down': '明显下降', 'no-clear-change': '无明显变化' },
    fileName: (kind, from) => `客户反馈${{ day: '日报', week: '周报', month: '月报' }[kind]}-${from}`,
  },
};
