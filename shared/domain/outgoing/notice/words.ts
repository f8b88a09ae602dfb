import type { Language } from '../../language.ts';
import { DEADLINE_KINDS } from '../../recovery/policy.ts';
import type { Severity } from '../../understand/understanding.ts';
import { deadlineWords } from '../../words.ts';

export interface NoticeWords {
  title(count: number): string;
  more(count: number): string;
  readonly severity: Readonly<Record<Severity, string>>;
  readonly serious: string;
  /** What happened, by the type of the event. One that is not here is told by its type. */
  readonly events: Readonly<Record<string, string>>;
  /** A deadline of a kind that is near (75 %) or was missed. */
  deadline(kind: string | undefined, isMissed: boolean): string;
  due(moment: string): string;
}

const nameOf = (kind: string, language: Language): string | undefined =>
  DEADLINE_KINDS.flatMap((known) => (known === kind ? [deadlineWords[known][language]] : []))[0];

const en: NoticeWords = {
  title: (count) => (count === 1 ? 'Amends: 1 event' : `Amends: ${count} events`),
  more: (count) => `and ${count} more`,
  severity: { 1: 'low', 2: 'normal', 3: 'high', 4: 'critical' },
  serious: 'serious',
  events: {
    FeedbackRecorded: 'New feedback',
    FeedbackRevised: 'Feedback revised',
    CaseOpened: 'New case',
    CaseAcknowledged: 'Taken up',
    CaseAssigned: 'Handed over',
    NoteAdded: 'Note added',
    FactsRegistered: 'Facts registered',
    SeverityChanged: 'Severity changed',
    CustomerAnswered: 'Customer answered',
    CustomerAsked: 'Customer asked',
    CustomerHeard: 'The customer has written',
    CasePaused: 'Waiting for the customer',
    CaseResumed: 'Going on',
    InvestigationBegan: 'Investigation begun',
    FindingMade: 'Finding made',
    CaseDecided: 'Decided',
    ApprovalRequested: 'Approval wanted',
    ApprovalGiven: 'Approved',
    ApprovalRefused: 'Not approved',
    OfferMade: 'Offer made',
    OfferAccepted: 'Offer accepted',
    OfferRefused: 'Offer refused',
    OfferWithdrawn: 'Offer withdrawn',
    CaseSolved: 'Solved',
    CommitmentMade: 'Time promised',
    CommitmentKept: 'Promise kept',
    CommitmentMoved: 'Promised time moved',
    CommitmentReminded: 'Promised time is near',
    CommitmentBroken: 'Promise broken',
    FollowUpAsked: 'Follow-up sent',
    FollowUpAnswered: 'Follow-up answered',
    CaseReopened: 'Reopened',
    CaseClosed: 'Closed',
    CaseMerged: 'Joined to another case',
    CaseTakenIn: 'Another case joined this one',
    ReportFiled: 'Report filed',
    MeasurePlanned: 'Corrective action planned',
    MeasureReminded: 'Corrective action is due soon',
    MeasureCompleted: 'Corrective action done',
    MeasureChecked: 'Corrective action checked',
    MeasureExempted: 'No corrective action owed',
    MailUndeliverable: 'Mail cannot be delivered',
    CustomerReachable: 'Mail reaches the customer again',
    DeadlinesSet: 'Deadlines set',
    DeadlineEnded: 'Deadline ended',
    DeadlineReached: 'Deadline',
  },
  deadline: (kind = '', isMissed) => `${isMissed ? 'Deadline missed' : 'Deadline near'}: ${nameOf(kind, 'en') ?? 'other'}`,
  due: (moment) => `due ${moment}`,
};

const zh: NoticeWords = {
  title: (count) => `Amends：${count} 条动态`,
  more: (count) => `另有 ${count} 条`,
  severity: { 1: '低', 2: '一般', 3: '高', 4: '紧急' },
  serious: '重大',
  events: {
    FeedbackRecorded: '收到新反馈',
    FeedbackRevised: '反馈已更新',
    CaseOpened: '新个案',
    CaseAcknowledged: '已有专人跟进',
    CaseAssigned: '已移交',
    NoteAdded: '新增备注',
    FactsRegistered: '已登记情况',
    SeverityChanged: '严重程度已调整',
    CustomerAnswered: '已答复客户',
    CustomerAsked: '已请客户补充',
    CustomerHeard: '客户来信',
    CasePaused: '等待客户答复',
    CaseResumed: '继续处理',
    InvestigationBegan: '开始调查',
    FindingMade: '已有调查结论',
    CaseDecided: '已作出决定',
    ApprovalRequested: '待核准',
    ApprovalGiven: '已核准',
    ApprovalRefused: '未获核准',
    OfferMade: '已提出补救方案',
    OfferAccepted: '客户已接受方案',
    OfferRefused: '客户未接受方案',
    OfferWithdrawn: '方案已撤回',
    CaseSolved: '已解决',
    CommitmentMade: '已承诺时间',
    CommitmentKept: '承诺已兑现',
    CommitmentMoved: '承诺时间已调整',
    CommitmentReminded: '承诺时间将至',
    CommitmentBroken: '承诺未兑现',
    FollowUpAsked: '已发出回访',
    FollowUpAnswered: '客户已答复回访',
    CaseReopened: '重新立案',
    CaseClosed: '已结案',
    CaseMerged: '已并入另一个案',
    CaseTakenIn: '另一个案已并入',
    ReportFiled: '已提交报告',
    MeasurePlanned: '已制定纠正措施',
    MeasureReminded: '纠正措施即将到期',
    MeasureCompleted: '纠正措施已完成',
    MeasureChecked: '纠正措施已核查',
    MeasureExempted: '无需纠正措施',
    MailUndeliverable: '邮件无法送达',
    CustomerReachable: '邮件恢复送达',
    DeadlinesSet: '期限已确定',
    DeadlineEnded: '期限已了结',
    DeadlineReached: '期限',
  },
  deadline: (kind = '', isMissed) => `${isMissed ? '已逾期' : '期限将至'}：${nameOf(kind, 'zh-Hans') ?? '其他'}`,
  due: (moment) => `期限 ${moment}`,
};

export const noticeWords: Readonly<Record<Language, NoticeWords>> = { en, 'zh-Hans': zh };
