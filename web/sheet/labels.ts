import type { Language } from '../../shared/domain/language.ts';
import type { Stage } from './words.ts';

/** The words that are printed on every sheet. */
export interface Labels {
  readonly title: string;
  readonly page: (number: string) => string;
  readonly fields: Readonly<
    Record<
      | 'number'
      | 'openedAt'
      | 'channel'
      | 'branch'
      | 'state'
      | 'round'
      | 'severity'
      | 'tier'
      | 'owner'
      | 'customer'
      | 'contact'
      | 'product'
      | 'order'
      | 'quantity'
      | 'occurredOn'
      | 'topics'
      | 'wish'
      | 'evidence'
      | 'words'
      | 'satisfaction',
      string
    >
  >;
  readonly stages: Readonly<Record<Stage, string>>;
  readonly columns: { readonly stage: string; readonly what: string; readonly who: string; readonly when: string };
  readonly deadlines: Readonly<Record<'title' | 'kind' | 'round' | 'due' | 'ended' | 'outcome' | 'running' | 'waiting', string>>;
  readonly nothing: string;
  readonly signatures: readonly string[];
  readonly printed: (time: string) => string;
  readonly roundOf: (n: number) => string;
  readonly before: (score: number | undefined, after: number | undefined) => string;
}

const points = (score: number | undefined) => (score === undefined ? '–' : String(Math.round(score)));

export const LABELS: Readonly<Record<Language, Labels>> = {
  en: {
    title: 'Complaint register sheet',
    page: (number) => `Complaint register sheet ${number}`,
    fields: {
      ...{
        number: 'Case',
        openedAt: 'Registered',
        channel: 'Came by',
        branch: 'Branch',
        state: 'State',
        round: 'Round',
        severity: 'Severity',
      },
      ...{ tier: 'Customer is', owner: 'Owner', customer: 'Customer', contact: 'Contact', product: 'Product', order: 'Order or batch' },
      ...{ quantity: 'Quantity', occurredOn: 'Happened on', topics: 'Reason', wish: 'The customer wants', evidence: 'Evidence' },
      ...{ words: 'What the customer said', satisfaction: 'Satisfaction' },
    },
    stages: {
      ...{ facts: 'Facts', liability: 'Liability', remedy: 'Remedy', approval: 'Approval', answer: 'Answer to the customer' },
      ...{ corrective: 'Corrective action', close: 'Follow-up and close', other: 'Other steps' },
    },
    columns: { stage: 'Stage', what: 'What', who: 'Who', when: 'When' },
    deadlines: {
      ...{ title: 'Deadlines', kind: 'Deadline', round: 'Round', due: 'Due', ended: 'Done', outcome: 'Outcome', running: 'running' },
      waiting: 'waits for the customer',
    },
    nothing: '–',
    signatures: ['Handled by', 'Reviewed by', 'Approved by'],
    printed: (time) => `Printed ${time} by Amends. Holds personal data: keep it as such.`,
    roundOf: (n) => `Round ${n}`,
    before: (score, after) => `before ${points(score)}, after ${points(after)} (of 100)`,
  },
  'zh-Hans': {
    title: '客诉处理表',
    page: (number) => `客诉处理表 ${number}`,
    fields: {
      ...{
        number: '编号',
        openedAt: '登记时间',
        channel: '来源渠道',
        branch: '分支机构',
        state: '状态',
        round: '轮次',
        severity: '严重程度',
      },
      ...{ tier: '客户等级', owner: '责任人', customer: '客户', contact: '联系方式', product: '产品', order: '订单／批次' },
      ...{ quantity: '数量', occurredOn: '发生日期', topics: '客诉事由', wish: '客户诉求', evidence: '证据' },
      ...{ words: '客户原话', satisfaction: '满意度' },
    },
    stages: {
      ...{ facts: '事实查明', liability: '责任判定', remedy: '补救方案', approval: '核决', answer: '答复客户' },
      ...{ corrective: '纠正措施', close: '回访与结案', other: '其他经过' },
    },
    columns: { stage: '环节', what: '内容', who: '经办人', when: '时间' },
    deadlines: {
      ...{ title: '时限', kind: '时限', round: '轮次', due: '应于', ended: '完成于', outcome: '结果', running: '进行中' },
      waiting: '等待客户',
    },
    nothing: '—',
    signatures: ['经办', '审核', '批准'],
    printed: (time) => `由 Amends 打印于 ${time}。本表含个人信息，请妥善保管。`,
    roundOf: (n) => `第${n}轮`,
    before: (score, after) => `处理前 ${points(score)}，处理后 ${points(after)}（满分 100）`,
  },
};
