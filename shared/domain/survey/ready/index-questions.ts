import type { Localized } from '../../language.ts';
import type { SurveyDefinition } from '../survey.ts';
import { agreement, both, comment, contact, row } from './texts.ts';

const quality = { minLabel: both('Very poor', '非常差'), maxLabel: both('Very good', '非常好') };

interface Ends {
  readonly minLabel: Localized;
  readonly maxLabel: Localized;
}

const onTen = (id: string, metric: 'rating' | 'expectation', text: Localized, ends: Ends, rows: ReturnType<typeof row>[]) => ({
  kind: 'matrix' as const,
  id,
  startsPage: true,
  metric,
  text,
  rows,
  min: 1,
  max: 10,
  ...ends,
  hasCannotSay: true,
});

/**
 * The 24 questions of the European index on 1–10 with "cannot say" (R11, R14), after Tenenhaus, Esposito Vinzi, Chatelin & Lauro (2005), table 1, put
 * for any trade. The answers are named as the items of the model `ECSI`: `image.imag1` … `loyalty.cusl3`. The words are ours.
 */
export const index: SurveyDefinition = {
  id: 'index',
  title: both('How do you see us?', '您怎么看我们？'),
  introduction: both(
    'It takes about six minutes, on a scale of 1 to 10 throughout. Where you have no opinion, choose “cannot say”.',
    '大约需要六分钟，全部采用 1 至 10 分评价。没有看法的题目，请选“无法回答”。',
  ),
  questions: [
    {
      ...onTen('image', 'rating', both('What we stand for', '我们的形象'), agreement, [
        row('imag1', 'This company can be trusted.', '这家企业值得信赖。'),
        row('imag2', 'This company is firmly established.', '这家企业根基牢固。'),
        row('imag3', 'This company does something for society.', '这家企业对社会有所贡献。'),
        row('imag4', 'This company cares about its customers.', '这家企业关心客户。'),
        row('imag5', 'This company is innovative.', '这家企业勇于创新。'),
      ]),
      startsPage: false,
    },
    onTen(
      'expectation',
      'expectation',
      both('Before you became our customer: what did you expect?', '成为我们的客户之前，您的期望如何？'),
      { minLabel: both('Very little', '期望很低'), maxLabel: both('Very much', '期望很高') },
      [
        row('cuex1', 'Quality on the whole', '总体质量'),
        row('cuex2', 'How well we would suit your needs', '符合您需要的程度'),
        row('cuex3', 'Reliability: how rarely something would go wrong', '可靠性，即很少出差错'),
      ],
    ),
    onTen('quality', 'rating', both('And how is it really?', '实际感受如何？'), quality, [
      row('perq1', 'Quality on the whole', '总体质量'),
      row('perq2', 'Technical quality', '技术质量'),
      row('perq3', 'Advice in person', '客户服务人员的咨询'),
      row('perq4', 'Quality of the services that you use', '您所用各项服务的质量'),
      row('perq5', 'Range of what we offer', '可供选择的种类'),
      row('perq6', 'Reliability', '可靠性'),
      row('perq7', 'Clarity of information', '信息清晰程度'),
    ]),
    onTen('value', 'rating', both('What it is worth', '是否物有所值'), quality, [
      row('perv1', 'The quality, for the price you pay', '以您支付的价格来看，质量如何'),
      row('perv2', 'The price, for the quality you get', '以您得到的质量来看，价格如何'),
    ]),
    onTen('satisfaction', 'rating', both('All in all', '总的来说'), agreement, [
      row('cusa1', 'I am satisfied with this company.', '我对这家企业感到满意。'),
      row('cusa2', 'It has met my expectations.', '它达到了我的期望。'),
      row('cusa3', 'It comes close to what I would call ideal.', '它接近我心目中的理想水平。'),
    ]),
    onTen('complaints', 'rating', both('When something goes wrong', '出现问题的时候'), quality, [
      row(
        'cusco',
        'If you have complained: how was it handled? If not: how well do you think it would be?',
        '如果您投诉过，处理得如何？如果没有，您认为会处理得如何？',
      ),
    ]),
    onTen(
      'loyalty',
      'rating',
      both('How likely is it?', '以下情况的可能性有多大？'),
      { minLabel: both('Very unlikely', '非常不可能'), maxLabel: both('Very likely', '非常可能') },
      [
        row('cusl1', 'That you would choose us again', '如果重新选择，您仍会选我们'),
        row('cusl2', 'That you would stay if a competitor were somewhat cheaper', '竞争对手稍便宜一些，您也不会离开'),
        row('cusl3', 'That you recommend us to others', '您会把我们推荐给他人'),
      ],
    ),
    comment('Is there something you want to tell us?', '您还有什么想对我们说的？'),
    contact,
  ],
};
