import type { SurveyDefinition } from '../survey.ts';
import { agreement, both, comment, contact } from './texts.ts';

/**
 * After a contact with the service: effort (CES 2.0, Dixon, Toman & DeLisi 2013: agreement on 1–7, so that the top is the least effort), whether one
 * contact was enough, and what stood in the way.
 */
export const effort: SurveyDefinition = {
  id: 'effort',
  title: both('How easy was it?', '这次办理顺利吗？'),
  introduction: both(
    'You were in touch with us a short while ago. Three questions, less than a minute.',
    '您最近联系过我们。只有三个问题，用不了一分钟。',
  ),
  questions: [
    {
      kind: 'scale',
      id: 'effort',
      metric: 'ces',
      text: both('The company made it easy for me to handle my matter.', '这家企业让我很容易地办好了自己的事。'),
      min: 1,
      max: 7,
      ...agreement,
      isRequired: true,
    },
    {
      kind: 'scale',
      id: 'first-contact',
      metric: 'fcr',
      text: both('Was it solved the first time you contacted us?', '您第一次联系我们时，问题就解决了吗？'),
      min: 0,
      max: 1,
      minLabel: both('No', '没有'),
      maxLabel: both('Yes', '解决了'),
      isRequired: false,
    },
    comment('What made it easy, or hard?', '哪些地方让您觉得顺利，或者不顺利？'),
    contact,
  ],
};
