import { deadlineWords } from '../../words.ts';
import type { StatisticsWords } from './words.ts';

const number = (n: number) => n.toLocaleString('zh-CN');

export const chinese: StatisticsWords = {
  lang: 'zh-Hans',
  name: '个案月度统计',
  headline: (closed, inTime) =>
    closed === 0 ? '本月没有结案' : `结案 ${number(closed)} 件${inTime === undefined ? '' : `，时限按期率 ${inTime}`}`,
  subject: (closed, month) => `${month}个案统计：${closed === 0 ? '没有结案' : `结案 ${number(closed)} 件`}`,
  verdicts: (founded, partly, unfounded, undecided) =>
    `成立 ${number(founded)} 件，部分成立 ${number(partly)} 件，不成立 ${number(unfounded)} 件，未作认定即结案 ${number(undecided)} 件。`,
  reopened: (n) => (n === 0 ? '没有重新受理的个案。' : `其中 ${number(n)} 件曾重新受理。`),
  overdueNow: (n) => (n === 0 ? '目前没有超期未结的个案。' : `目前超期未结 ${number(n)} 件。`),
  isCut: '个案数量超出读取上限，以下数字只含其中一部分。',

  figures: '概览',
  foundedRatio: '投诉成立率（含部分成立）',
  inTime: '时限按期率',
  timeToSolve: '解决用时',
  compensation: '补偿金额',
  satisfaction: '处理前后满意度',
  reopenedLabel: '重新受理',
  interval: (low, high) => `95% 置信区间 ${low} 至 ${high}`,
  hours: (median, p90, n) => `半数在 ${median} 个工作小时内，九成在 ${p90} 个工作小时内（n\u00A0=\u00A0${number(n)}）`,
  beforeAfter: (before, after, change, interval, n) =>
    `处理前 ${before} 分，处理后 ${after} 分（满分 100），变化 ${change}（${interval}，n\u00A0=\u00A0${number(n)}）`,
  tooFew: (n) => `数量太少（n\u00A0=\u00A0${number(n)}）`,
  share: (percent) => `占 ${percent}`,
  of: (part, whole) => `${number(part)}/${number(whole)}`,

  byDepartment: '按责任部门',
  byCause: '按原因',
  byProduct: '按产品',
  byOwner: '按负责人',
  byTeam: '按团队',
  byDeadline: '按时限种类',
  deadline: (kind) => deadlineWords[kind]['zh-Hans'],
  closedCases: (n) => `结案 ${number(n)} 件`,
  foundedOf: (n, decided) => `成立 ${number(n)}/${number(decided)}`,
  kept: (met, of) => `时限按期 ${number(met)}/${number(of)}`,
  satisfiedAfter: (points, n) => `处理后满意度 ${points}（n\u00A0=\u00A0${number(n)}）`,
  moreRows: (n) => `另有 ${number(n)} 项，见 CSV`,

  overdueTitle: '目前超期未结',
  noneOverdue: '目前没有超期未结的个案。',
  overdue: (n) => `${number(n)} 件`,
  longest: (days) => `最长已超期 ${number(days)} 天`,

  measuresTitle: '纠正措施',
  noMeasures: '没有已计划、已完成或超期的措施。',
  withoutMeasure: (n, exempt) => `属我方责任且成立、尚无措施的个案 ${number(n)} 件；经认定免予采取措施的 ${number(exempt)} 件。`,
  state: (state) =>
    ({ planned: '已计划', overdue: '已超期', done: '已完成，待验证', effective: '已完成，验证有效', 'not-effective': '已完成，验证无效' })[
      state
    ],
  due: (day) => `期限 ${day}`,
  effect: ({ before, daysBefore, after, daysAfter, undecidedAfter, verdict }, ratio) => {
    const counts = `同一原因的个案：此前 ${number(daysBefore)} 天 ${number(before)} 件，此后 ${number(daysAfter)} 天 ${number(after)} 件`;
    const said = {
      fell: `明显减少（${ratio}）`,
      rose: `明显增多${ratio === undefined ? '' : `（${ratio}）`}`,
      'no-clear-change': `无明显变化${ratio === undefined ? '' : `（${ratio}）`}`,
      'too-early': '时间尚短，无法判断',
    }[verdict];
    return `${counts}；${said}${undecidedAfter === 0 ? '' : `；此后另有 ${number(undecidedAfter)} 件尚未认定原因`}`;
  },
  ratio: (value, interval) => `发生率之比 ${value}，${interval}`,
  caseLabel: (caseNumber) => `个案 ${caseNumber}`,

  separator: ' · ',
  sentenceSpace: '',
  methodTitle: '数据说明',
  method: (timeZone, at) => [
    '个案按结案月份统计。成立率以已作认定的个案为基数。补偿金额：客户已接受的，以及因违背承诺主动给付的。',
    '各项时限的结果一经记录即不再改变，重新受理也不影响。解决用时按工作时间计算，合并各轮，不含等待客户的时间；仅统计时限以工作时间计算的个案。',
    '满 10 件才给出比率或平均值，并附 95% 置信区间（比率用 Wilson 法，配对差值用 t 法）。',
    '措施成效：按开案日期，比较措施完成前后同一原因的个案数。发生率之比的区间以总数为条件、用 Wilson 法计算；其上限把尚未认定原因的个案全部计入。它说明数量是否减少，不说明减少的原因。',
    `月份和日期以 ${timeZone} 时区为准；未结个案和措施的情况截至 ${at}。`,
  ],
  columns: {
    month: '月份',
    list: '类别',
    id: '编号',
    name: '名称',
    closed: '结案数',
    share: '占比',
    founded: '成立',
    partlyFounded: '部分成立',
    unfounded: '不成立',
    undecided: '未作认定',
    compensation: '补偿金额',
    deadlinesMet: '时限按期数',
    deadlinesBreached: '时限超期数',
    reopened: '重新受理数',
    solved: '按工作时间解决数',
    medianHours: '解决用时中位数（小时）',
    p90Hours: '解决用时第 90 百分位数（小时）',
    satisfactionN: '满意度回答数',
    before: '处理前满意度',
    after: '处理后满意度',
    overdue: '超期未结数',
    longestDays: '最长超期天数',
    case: '个案编号',
    measure: '措施',
    cause: '原因',
    department: '责任部门',
    owner: '负责人',
    dueOn: '期限',
    state: '状态',
    doneAt: '完成时间',
    countBefore: '此前个案数',
    daysBefore: '此前天数',
    countAfter: '此后个案数',
    daysAfter: '此后天数',
    undecidedAfter: '此后未认定数',
    ratio: '发生率之比',
    ratioLow: '比值下限',
    ratioHigh: '比值上限',
    effect: '成效',
  },
  lists: { total: '合计', department: '责任部门', cause: '原因', product: '产品', owner: '负责人', team: '团队' },
};
