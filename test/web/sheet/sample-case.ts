import { Temporal } from 'temporal-polyfill';
import config from '../../../shared/config/current.ts';
import { recoverySettings } from '../../../shared/config/recovery-settings.ts';
import type { Case } from '../../../shared/domain/recovery/case.ts';
import { CaseCommand } from '../../../shared/domain/recovery/command.ts';
import { decide } from '../../../shared/domain/recovery/decide.ts';
import type { CaseEvent } from '../../../shared/domain/recovery/event.ts';
import { openCase } from '../../../shared/domain/recovery/open-case.ts';
import type { AuthorityRole } from '../../../shared/domain/recovery/policy.ts';
import type { SheetHouse, SheetMatter } from '../../../web/sheet/matter.ts';
import type { Sent } from '../../functions/desk/case-desk.ts';
import { aFeedback } from '../../samples.ts';

const settings = recoverySettings(config);
const { brand, branches, recovery } = config;
export const house: SheetHouse = {
  brand: brand.name,
  timeZone: brand.timeZone,
  printedAt: '2026-12-16T03:00:00.000Z',
  names: {
    branches,
    ...{ agents: recovery.agents, teams: recovery.teams, departments: recovery.departments, causes: recovery.causes },
    remedies: recovery.remedies.map(({ id, title }) => ({ id, name: title })),
  },
};

/** Hours since the case was opened, who, and what. */
type Step = readonly [hours: number, by: string, sent: Sent, role?: AuthorityRole];
const cny = (amount: number) => ({ amount, currency: 'CNY' });

/** One case as cases are: an offer above the limit, approved and refused, a second one, a measure, and a customer who says that it is solved. */
const ORDINARY: readonly Step[] = [
  [
    0.5,
    'agent:lin',
    {
      type: 'register',
      facts: {
        product: '青瓷茶壶 1.2 升',
        order: 'SO-20261109',
        quantity: '2 件',
        occurredOn: '2026-11-22',
        wish: '全额退款并补发一件。',
        evidence: '照片 3 张，见附件编号 A-17。',
      },
    },
  ],
  [1, 'agent:lin', { type: 'answer', text: '您好，我是林悦，已在查询包裹去向，今天下班前给您回复。', via: 'telephone' }],
  [3, 'agent:lin', { type: 'find', finding: '包裹在中转仓积压 14 天，外箱受潮，两件均有裂纹。' }],
  [
    4,
    'agent:lin',
    {
      type: 'decide',
      verdict: 'founded',
      department: 'logistics',
      cause: 'transport-damage',
      dispute: 'quality',
      responsibility: 'company',
      explanation: '中转仓未按规定转运，责任在我方。',
    },
  ],
  [5, 'agent:lin', { type: 'offer', remedy: 'refund', money: cny(25_700) }],
  [6, 'agent:chen', { type: 'approve', offerId: 'o1' }, 'head'],
  [7, 'customer', { type: 'refuse', offerId: 'o1', reason: '我更希望换一件新的。' }],
  [7.5, 'agent:lin', { type: 'offer', remedy: 'replacement' }],
  [8, 'customer', { type: 'accept', offerId: 'o2' }],
  [9, 'agent:lin', { type: 'solve', resolution: '新茶壶两件已发出，单号已告知客户。' }],
  [26, 'agent:chen', { type: 'plan-measure', what: '中转仓每日盘点积压包裹，超过 3 天上报。', owner: 'lin', dueOn: '2026-12-10' }, 'head'],
  [73, 'customer', { type: 'follow-up', isSolved: true, satisfaction: 75, comment: '收到了，谢谢。' }],
  [380, 'customer', { type: 'follow-up', isSolved: true, satisfaction: 80 }],
  [400, 'agent:lin', { type: 'complete-measure', measureId: 'm1' }],
  [401, 'agent:chen', { type: 'check-measure', measureId: 'm1', isEffective: true }, 'head'],
];

const OPENED_AT = '2026-11-23T01:00:00.000Z';
const later = (hours: number) =>
  Temporal.Instant.from(OPENED_AT)
    .add({ minutes: Math.round(hours * 60) })
    .toString({ fractionalSecondDigits: 3 });

export function sampleCase(steps: readonly Step[] = ORDINARY): SheetMatter {
  const feedback = aFeedback({ branch: 'east', comment: '两个茶壶都裂了！等了两个星期，打电话也没人接。我们下周就要用，请尽快给个说法。' });
  const opening = openCase(
    { feedback, month: '2611', running: 42, now: OPENED_AT, tier: 'vip', board: { loads: {}, absent: [] }, facts: {} },
    settings,
  );
  let value: Case = opening.after;
  const history: CaseEvent[] = [...opening.events];
  for (const [hours, by, sent, role = 'agent'] of steps) {
    const { events, next } = decide(CaseCommand.parse(sent), value, { by, now: later(hours), role, settings });
    history.push(...events);
    value = next;
  }
  return { case: value, history, feedback: [feedback], customer: { name: '王芳', email: 'wang.fang@example.cn', phone: '138 0000 0000' } };
}

/** A second round upon the first: the customer said that it was not solved. */
export const REOPENED: readonly Step[] = [
  ...ORDINARY.slice(0, 10),
  [50, 'customer', { type: 'follow-up', isSolved: false, comment: '新的壶盖不合。' }],
  [52, 'agent:lin', { type: 'solve', resolution: '上门更换壶盖并致歉。', via: 'visit' }],
];
