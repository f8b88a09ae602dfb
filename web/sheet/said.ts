import type { Localized } from '../../shared/domain/language.ts';
import type { CaseEvent } from '../../shared/domain/recovery/event.ts';
import { severityWords, verdictWords } from '../../shared/domain/words.ts';
import type { Say } from './matter.ts';
import { CLOSINGS, DISPUTES, RESPONSIBLE, type Stage, WAYS } from './words.ts';

/** What an event says on the sheet, and at which stage of R1; `undefined` for what the table of deadlines tells. */
export interface Entry {
  readonly stage: Stage;
  readonly text: Localized;
}

type Of<Type extends CaseEvent['type']> = Extract<CaseEvent, { type: Type }>;
type Told = { readonly [Type in CaseEvent['type']]: (event: Of<Type>, say: Say) => Entry | undefined };

const at = (stage: Stage, en: string, chinese: string): Entry => ({ stage, text: { en, 'zh-Hans': chinese } });
const way = (via: keyof typeof WAYS, { language }: Say) => WAYS[via][language];
const because = (reason: string | undefined): readonly [string, string] =>
  reason === undefined ? ['', ''] : [`: ${reason}`, `：${reason}`];

const FIRST: Pick<
  Told,
  'CaseOpened' | 'CaseAcknowledged' | 'CaseAssigned' | 'NoteAdded' | 'FactsRegistered' | 'SeverityChanged' | 'CustomerHeard'
> = {
  CaseOpened: (event, say) =>
    at('other', `Registered, owner ${say.name('agents', event.case.owner)}`, `登记立案，责任人${say.name('agents', event.case.owner)}`),
  CaseAcknowledged: ({ inTime }) => at('other', inTime ? 'Taken up in time' : 'Taken up late', inTime ? '按时受理' : '逾期受理'),
  CaseAssigned(event, say) {
    const [from, to] = [say.name('agents', event.from), say.name('agents', event.to)];
    const [en, chinese] = because(event.note);
    return at('other', `Handed over from ${from} to ${to}${en}`, `由${from}移交${to}${chinese}`);
  },
  NoteAdded: ({ text }) => at('other', `Note: ${text}`, `备注：${text}`),
  FactsRegistered: () => at('other', 'Register completed', '补充登记信息'),
  SeverityChanged({ from, to, reason, isSerious }) {
    const [en, chinese] = because(reason);
    return at(
      'other',
      `Severity ${severityWords[from].en} → ${severityWords[to].en}${isSerious ? ', serious: head told' : ''}${en}`,
      `严重程度由${severityWords[from]['zh-Hans']}改为${severityWords[to]['zh-Hans']}${isSerious ? '，列为重大，已报主管' : ''}${chinese}`,
    );
  },
  CustomerHeard: ({ heard }) =>
    heard.isUnhappy
      ? at('other', 'The customer wrote again, unhappy', '客户再次来信，仍不满意')
      : at('other', 'The customer wrote again', '客户再次来信'),
};

const ANSWERS: Pick<
  Told,
  | 'CustomerAnswered'
  | 'CustomerAsked'
  | 'CasePaused'
  | 'CaseResumed'
  | 'InvestigationBegan'
  | 'FindingMade'
  | 'CaseDecided'
  | 'CaseSolved'
  | 'MailUndeliverable'
  | 'CustomerReachable'
> = {
  CustomerAnswered: ({ text, via }, say) => at('answer', `${text} (${way(via, say)})`, `${text}（${way(via, say)}）`),
  CustomerAsked: ({ question, via }, say) => at('answer', `Asked: ${question} (${way(via, say)})`, `询问：${question}（${way(via, say)}）`),
  CasePaused: () => at('other', 'Waits for the customer', '等待客户回复'),
  CaseResumed: () => at('other', 'Waits no longer', '恢复计时'),
  InvestigationBegan: ({ isComplex }) =>
    at(
      'facts',
      isComplex ? 'Investigation by the team for complex cases' : 'Investigation begun',
      isComplex ? '转专项调查组调查' : '开始调查',
    ),
  FindingMade: ({ finding }) => at('facts', finding, finding),
  CaseDecided({ decision: { verdict, department, cause, dispute, responsibility, explanation } }, say) {
    const { language } = say;
    const parts = [
      verdictWords[verdict][language],
      say.name('departments', department),
      say.name('causes', cause),
      DISPUTES[dispute][language],
    ];
    const liable = { en: `caused by ${RESPONSIBLE[responsibility].en}`, 'zh-Hans': `责任方：${RESPONSIBLE[responsibility]['zh-Hans']}` }[
      language
    ];
    return at('liability', `${[...parts, liable].join('; ')}. ${explanation}`, `${[...parts, liable].join('；')}。${explanation}`);
  },
  CaseSolved: ({ resolution, via }, say) =>
    at('answer', `Solved: ${resolution} (${way(via, say)})`, `已解决：${resolution}（${way(via, say)}）`),
  MailUndeliverable: () => at('other', 'Our mail comes back: another way is needed', '邮件被退回，须另行联系'),
  CustomerReachable({ note }) {
    const [en, chinese] = because(note);
    return at('other', `Mail goes out again${en}`, `恢复邮件联系${chinese}`);
  },
};

const OFFERS: Pick<
  Told,
  'ApprovalRequested' | 'ApprovalGiven' | 'ApprovalRefused' | 'OfferMade' | 'OfferAccepted' | 'OfferRefused' | 'OfferWithdrawn'
> = {
  ApprovalRequested({ offer }, say) {
    const what = `${say.name('remedies', offer.remedy)}${say.sum(offer.money)}`;
    return at('approval', `Asked for ${offer.id}, ${what}`, `报请核决 ${offer.id}：${what}`);
  },
  ApprovalGiven: ({ offerId }) => at('approval', `${offerId} approved`, `核准 ${offerId}`),
  ApprovalRefused: ({ offerId, reason }) => at('approval', `${offerId} not approved: ${reason}`, `未核准 ${offerId}：${reason}`),
  OfferMade({ offer }, say) {
    const what = `${say.name('remedies', offer.remedy)}${say.sum(offer.money)}`;
    if (offer.isAutomatic === true)
      return at('remedy', `Given for a broken promise, ${offer.id}, ${what}`, `失约补偿 ${offer.id}：${what}`);
    return at('remedy', `Offered ${offer.id}, ${what}`, `提出方案 ${offer.id}：${what}`);
  },
  OfferAccepted: ({ offerId }) => at('remedy', `${offerId} accepted`, `客户接受 ${offerId}`),
  OfferRefused({ offerId, reason }) {
    const [en, chinese] = because(reason);
    return at('remedy', `${offerId} refused${en}`, `客户未接受 ${offerId}${chinese}`);
  },
  OfferWithdrawn: ({ offerId, reason }) => at('remedy', `${offerId} withdrawn: ${reason}`, `撤回 ${offerId}：${reason}`),
};

const PROMISES: Pick<Told, 'CommitmentMade' | 'CommitmentKept' | 'CommitmentMoved' | 'CommitmentReminded' | 'CommitmentBroken'> = {
  CommitmentMade({ commitment: { id, what, dueAt } }, say) {
    return at('answer', `Promised ${id}: ${what} by ${say.time(dueAt)}`, `承诺 ${id}：${what}，不晚于 ${say.time(dueAt)}`);
  },
  CommitmentKept: ({ commitmentId }) => at('answer', `Promise ${commitmentId} kept`, `承诺 ${commitmentId} 已兑现`),
  CommitmentMoved: ({ commitmentId, to, reason }, say) =>
    at('answer', `Promise ${commitmentId} moved to ${say.time(to)}: ${reason}`, `承诺 ${commitmentId} 改至 ${say.time(to)}：${reason}`),
  CommitmentReminded: ({ commitmentId }) => at('other', `Reminded of promise ${commitmentId}`, `提醒承诺 ${commitmentId} 将到期`),
  CommitmentBroken: ({ commitmentId }) => at('answer', `Promise ${commitmentId} BROKEN`, `承诺 ${commitmentId} 未兑现`),
};

const MEASURES: Pick<
  Told,
  'ReportFiled' | 'MeasurePlanned' | 'MeasureReminded' | 'MeasureCompleted' | 'MeasureChecked' | 'MeasureExempted'
> = {
  ReportFiled: ({ report: { cause, prevention } }) => at('corrective', `Report: ${cause} ${prevention}`, `专项报告：${cause}${prevention}`),
  MeasurePlanned({ measure: { id, what, owner, dueOn } }, say) {
    return at(
      'corrective',
      `${id}: ${what} (${say.name('agents', owner)}, by ${dueOn})`,
      `${id}：${what}（${say.name('agents', owner)}，${dueOn} 前）`,
    );
  },
  MeasureReminded: ({ measureId }) => at('other', `Reminded of ${measureId}`, `提醒 ${measureId} 到期`),
  MeasureCompleted: ({ measureId }) => at('corrective', `${measureId} done`, `${measureId} 已完成`),
  MeasureChecked: ({ measureId, isEffective }) =>
    at('corrective', `${measureId} ${isEffective ? 'works' : 'does not work'}`, `${measureId} 经验证${isEffective ? '有效' : '无效'}`),
  MeasureExempted: ({ reason }) => at('corrective', `No measure owed: ${reason}`, `免于整改：${reason}`),
};

const ENDINGS: Pick<
  Told,
  | 'FollowUpAsked'
  | 'FollowUpAnswered'
  | 'CaseReopened'
  | 'CaseClosed'
  | 'CaseMerged'
  | 'CaseTakenIn'
  | 'DeadlinesSet'
  | 'DeadlineEnded'
  | 'DeadlineReached'
> = {
  FollowUpAsked: ({ n }) => at('close', `Follow-up ${n} asked`, `发出第 ${n} 次回访询问`),
  FollowUpAnswered({ n, isSolved, comment }) {
    const [en, chinese] = comment === undefined ? ['', ''] : [` (“${comment}”)`, `（“${comment}”）`];
    return at(
      'close',
      `Follow-up ${n}: ${isSolved ? 'solved' : 'NOT solved'}${en}`,
      `第 ${n} 次回访：${isSolved ? '已解决' : '未解决'}${chinese}`,
    );
  },
  CaseReopened({ reason }) {
    const [en, chinese] = because(reason);
    return at('close', `Reopened${en}`, `重新立案${chinese}`);
  },
  CaseClosed({ reason, note }) {
    const [en, chinese] = because(note);
    return at('close', `Closed: ${CLOSINGS[reason].en}${en}`, `结案：${CLOSINGS[reason]['zh-Hans']}${chinese}`);
  },
  CaseMerged: ({ into }) => at('close', `Merged into ${into}`, `并入 ${into}`),
  CaseTakenIn: ({ from }) => at('other', `Took in ${from}`, `并入个案 ${from}`),
  DeadlinesSet: () => undefined,
  DeadlineEnded: () => undefined,
  DeadlineReached: () => undefined,
};

const TOLD: Told = { ...FIRST, ...ANSWERS, ...OFFERS, ...PROMISES, ...MEASURES, ...ENDINGS };

const tell = <Type extends CaseEvent['type']>(event: Of<Type>, told: Told[Type], say: Say): Entry | undefined => told(event, say);

export const entryOf = (event: CaseEvent, say: Say): Entry | undefined => tell(event, TOLD[event.type], say);
