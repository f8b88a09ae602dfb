import type { Localized } from '../../language.ts';
import type { ServqualDimension } from '../../understand/servqual.ts';

/** One of the 22 statements, in both forms, with a short label for tables. */
export interface ServqualItem {
  /** Answers are named `<id>.expectation` and `<id>.perception`; the id is `<dimension>.<row>`, the row of the dimension's question. */
  readonly id: string;
  readonly dimension: ServqualDimension;
  readonly label: Localized;
  /** Of an excellent provider of such services. */
  readonly expectation: Localized;
  /** Of us. */
  readonly perception: Localized;
}

/** Both statements are answered on 1 "strongly disagree" … 7 "strongly agree". */
export const SERVQUAL_SCALE = { min: 1, max: 7 } as const;

/** The two halves of an item, as its answers are named in the register. */
export const expectationOf = (item: Pick<ServqualItem, 'id'>) => `${item.id}.expectation`;
export const perceptionOf = (item: Pick<ServqualItem, 'id'>) => `${item.id}.perception`;

/** The question that asks how much a dimension matters: its share of 100 points, or points of 0–10; only the proportion counts. */
export const importanceOf = (dimension: ServqualDimension) => `importance.${dimension}`;

/**
 * The 22 items of SERVQUAL (R13) in their published order: 4 of tangibles, 5 of reliability, 4 each of responsiveness and assurance, 5 of empathy.
 * Parasuraman, Zeithaml & Berry (1988), Journal of Retailing 64:12–40; all worded positively, and expectations asked of excellent firms, as revised
 * in Parasuraman, Berry & Zeithaml (1991), Journal of Retailing 67:420–450. The topics of the items are theirs, the words are ours.
 */
export const SERVQUAL_ITEMS: readonly ServqualItem[] = [
  {
    id: 'tangibles.equipment',
    dimension: 'tangibles',
    label: { en: 'Up-to-date equipment', 'zh-Hans': '设备先进' },
    expectation: { en: 'An excellent company has up-to-date equipment.', 'zh-Hans': '优秀的企业拥有先进的设备。' },
    perception: { en: 'This company has up-to-date equipment.', 'zh-Hans': '这家企业拥有先进的设备。' },
  },
  {
    id: 'tangibles.premises',
    dimension: 'tangibles',
    label: { en: 'Pleasant premises', 'zh-Hans': '场所美观' },
    expectation: { en: 'The premises of an excellent company are pleasant to look at.', 'zh-Hans': '优秀的企业，服务场所看上去令人舒适。' },
    perception: { en: 'The premises of this company are pleasant to look at.', 'zh-Hans': '这家企业的服务场所看上去令人舒适。' },
  },
  {
    id: 'tangibles.appearance',
    dimension: 'tangibles',
    label: { en: 'Neat staff', 'zh-Hans': '员工仪表整洁' },
    expectation: { en: 'The staff of an excellent company look neat.', 'zh-Hans': '优秀的企业，员工仪表整洁。' },
    perception: { en: 'The staff of this company look neat.', 'zh-Hans': '这家企业的员工仪表整洁。' },
  },
  {
    id: 'tangibles.materials',
    dimension: 'tangibles',
    label: { en: 'Attractive materials', 'zh-Hans': '资料美观清楚' },
    expectation: {
      en: 'Brochures, bills and web pages of an excellent company look good.',
      'zh-Hans': '优秀的企业，宣传册、账单、网页等资料美观清楚。',
    },
    perception: {
      en: 'Brochures, bills and web pages of this company look good.',
      'zh-Hans': '这家企业的宣传册、账单、网页等资料美观清楚。',
    },
  },
  {
    id: 'reliability.promises',
    dimension: 'reliability',
    label: { en: 'Promises kept', 'zh-Hans': '信守承诺' },
    expectation: {
      en: 'When an excellent company promises something by a certain time, it does it.',
      'zh-Hans': '优秀的企业答应在某个时间办好的事，到时一定办好。',
    },
    perception: {
      en: 'When this company promises something by a certain time, it does it.',
      'zh-Hans': '这家企业答应在某个时间办好的事，到时一定办好。',
    },
  },
  {
    id: 'reliability.problems',
    dimension: 'reliability',
    label: { en: 'Sincere help with problems', 'zh-Hans': '诚心解决问题' },
    expectation: {
      en: 'When a customer has a problem, an excellent company sincerely wants to solve it.',
      'zh-Hans': '客户遇到问题时，优秀的企业会诚心帮助解决。',
    },
    perception: {
      en: 'When a customer has a problem, this company sincerely wants to solve it.',
      'zh-Hans': '客户遇到问题时，这家企业会诚心帮助解决。',
    },
  },
  {
    id: 'reliability.first-time',
    dimension: 'reliability',
    label: { en: 'Right the first time', 'zh-Hans': '一次做对' },
    expectation: { en: 'An excellent company gets the service right the first time.', 'zh-Hans': '优秀的企业第一次就把服务做对。' },
    perception: { en: 'This company gets the service right the first time.', 'zh-Hans': '这家企业第一次就把服务做对。' },
  },
  {
    id: 'reliability.on-time',
    dimension: 'reliability',
    label: { en: 'Service on time', 'zh-Hans': '准时提供服务' },
    expectation: { en: 'An excellent company gives its service at the time agreed.', 'zh-Hans': '优秀的企业按约定的时间提供服务。' },
    perception: { en: 'This company gives its service at the time agreed.', 'zh-Hans': '这家企业按约定的时间提供服务。' },
  },
  {
    id: 'reliability.records',
    dimension: 'reliability',
    label: { en: 'Records without errors', 'zh-Hans': '记录准确' },
    expectation: { en: 'An excellent company keeps its records free of errors.', 'zh-Hans': '优秀的企业，各项记录准确无误。' },
    perception: { en: 'This company keeps its records free of errors.', 'zh-Hans': '这家企业的各项记录准确无误。' },
  },
  {
    id: 'responsiveness.when',
    dimension: 'responsiveness',
    label: { en: 'Says when', 'zh-Hans': '告知服务时间' },
    expectation: {
      en: 'The staff of an excellent company say exactly when a service will be done.',
      'zh-Hans': '优秀的企业，员工会明确告知何时提供服务。',
    },
    perception: {
      en: 'The staff of this company say exactly when a service will be done.',
      'zh-Hans': '这家企业的员工会明确告知何时提供服务。',
    },
  },
  {
    id: 'responsiveness.prompt',
    dimension: 'responsiveness',
    label: { en: 'Prompt service', 'zh-Hans': '服务及时' },
    expectation: { en: 'The staff of an excellent company serve customers promptly.', 'zh-Hans': '优秀的企业，员工服务及时。' },
    perception: { en: 'The staff of this company serve customers promptly.', 'zh-Hans': '这家企业的员工服务及时。' },
  },
  {
    id: 'responsiveness.willing',
    dimension: 'responsiveness',
    label: { en: 'Always willing to help', 'zh-Hans': '乐于帮助' },
    expectation: { en: 'The staff of an excellent company are always willing to help.', 'zh-Hans': '优秀的企业，员工总是乐于帮助客户。' },
    perception: { en: 'The staff of this company are always willing to help.', 'zh-Hans': '这家企业的员工总是乐于帮助客户。' },
  },
  {
    id: 'responsiveness.never-too-busy',
    dimension: 'responsiveness',
    label: { en: 'Never too busy', 'zh-Hans': '再忙也回应' },
    expectation: {
      en: 'The staff of an excellent company are never too busy to answer a request.',
      'zh-Hans': '优秀的企业，员工再忙也会回应客户的请求。',
    },
    perception: {
      en: 'The staff of this company are never too busy to answer a request.',
      'zh-Hans': '这家企业的员工再忙也会回应客户的请求。',
    },
  },
  {
    id: 'assurance.confidence',
    dimension: 'assurance',
    label: { en: 'Inspires confidence', 'zh-Hans': '令人信赖' },
    expectation: {
      en: 'The way the staff of an excellent company act inspires confidence.',
      'zh-Hans': '优秀的企业，员工的言行令人信赖。',
    },
    perception: { en: 'The way the staff of this company act inspires confidence.', 'zh-Hans': '这家企业员工的言行令人信赖。' },
  },
  {
    id: 'assurance.safety',
    dimension: 'assurance',
    label: { en: 'Feels safe', 'zh-Hans': '交易放心' },
    expectation: {
      en: 'Customers of an excellent company feel safe in their dealings with it.',
      'zh-Hans': '与优秀的企业打交道，客户感到放心。',
    },
    perception: { en: 'I feel safe in my dealings with this company.', 'zh-Hans': '与这家企业打交道，我感到放心。' },
  },
  {
    id: 'assurance.courtesy',
    dimension: 'assurance',
    label: { en: 'Always courteous', 'zh-Hans': '始终有礼' },
    expectation: { en: 'The staff of an excellent company are always courteous.', 'zh-Hans': '优秀的企业，员工始终礼貌待人。' },
    perception: { en: 'The staff of this company are always courteous.', 'zh-Hans': '这家企业的员工始终礼貌待人。' },
  },
  {
    id: 'assurance.knowledge',
    dimension: 'assurance',
    label: { en: 'Knows the answers', 'zh-Hans': '知识足够' },
    expectation: {
      en: 'The staff of an excellent company know enough to answer questions.',
      'zh-Hans': '优秀的企业，员工有足够的知识解答客户的问题。',
    },
    perception: {
      en: 'The staff of this company know enough to answer my questions.',
      'zh-Hans': '这家企业的员工有足够的知识解答我的问题。',
    },
  },
  {
    id: 'empathy.individual',
    dimension: 'empathy',
    label: { en: 'Individual attention', 'zh-Hans': '关注每位客户' },
    expectation: { en: 'An excellent company gives each customer individual attention.', 'zh-Hans': '优秀的企业会关注每一位客户。' },
    perception: { en: 'This company gives me individual attention.', 'zh-Hans': '这家企业会关注到我这位客户。' },
  },
  {
    id: 'empathy.hours',
    dimension: 'empathy',
    label: { en: 'Convenient hours', 'zh-Hans': '营业时间方便' },
    expectation: { en: 'An excellent company has hours that suit all its customers.', 'zh-Hans': '优秀的企业，营业时间方便所有客户。' },
    perception: { en: 'This company has hours that suit all its customers.', 'zh-Hans': '这家企业的营业时间方便所有客户。' },
  },
  {
    id: 'empathy.personal',
    dimension: 'empathy',
    label: { en: 'Personal care by staff', 'zh-Hans': '员工贴心' },
    expectation: {
      en: 'The staff of an excellent company care for each customer personally.',
      'zh-Hans': '优秀的企业，员工会贴心地照顾每位客户。',
    },
    perception: { en: 'The staff of this company care for me personally.', 'zh-Hans': '这家企业的员工会贴心地照顾我。' },
  },
  {
    id: 'empathy.interests',
    dimension: 'empathy',
    label: { en: 'Customers’ interests first', 'zh-Hans': '为客户着想' },
    expectation: { en: 'An excellent company puts its customers’ interests first.', 'zh-Hans': '优秀的企业把客户的利益放在首位。' },
    perception: { en: 'This company puts my interests first.', 'zh-Hans': '这家企业把我的利益放在首位。' },
  },
  {
    id: 'empathy.needs',
    dimension: 'empathy',
    label: { en: 'Understands needs', 'zh-Hans': '了解需要' },
    expectation: {
      en: 'The staff of an excellent company understand what each customer needs.',
      'zh-Hans': '优秀的企业，员工了解每位客户的具体需要。',
    },
    perception: { en: 'The staff of this company understand what I need.', 'zh-Hans': '这家企业的员工了解我的具体需要。' },
  },
];
