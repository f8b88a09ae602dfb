import type { Localized } from '../../language.ts';
import type { ServqualDimension } from '../../understand/servqual.ts';

/** The five dimensions as people are shown them. */
export const servqualDimensionWords: Readonly<Record<ServqualDimension, Localized>> = {
  tangibles: { en: 'Tangibles', 'zh-Hans': '有形性' },
  reliability: { en: 'Reliability', 'zh-Hans': '可靠性' },
  responsiveness: { en: 'Responsiveness', 'zh-Hans': '响应性' },
  assurance: { en: 'Assurance', 'zh-Hans': '保证性' },
  empathy: { en: 'Empathy', 'zh-Hans': '移情性' },
};

/** What each dimension is about, for those who are asked to divide 100 points between them. */
export const servqualDimensionMeanings: Readonly<Record<ServqualDimension, Localized>> = {
  tangibles: {
    en: 'How premises, equipment, printed matter and staff look',
    'zh-Hans': '又称可感知性：场所、设备、资料和服务人员的外观',
  },
  reliability: { en: 'Doing what was promised, dependably and without errors', 'zh-Hans': '说到做到，可靠而准确地完成承诺的服务' },
  responsiveness: { en: 'Willingness to help customers and to serve them promptly', 'zh-Hans': '又称反应性：乐于帮助客户，及时提供服务' },
  assurance: { en: 'Knowledge and courtesy of staff, and the trust they inspire', 'zh-Hans': '服务人员的专业知识、礼貌以及让人信赖的能力' },
  empathy: { en: 'Care and attention given to each customer individually', 'zh-Hans': '关心客户，给予个别的关注' },
};
