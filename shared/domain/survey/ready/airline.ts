import type { SurveyDefinition } from '../survey.ts';
import { AIRLINE_GROUPS } from './airline-items.ts';
import { both, comment, row } from './texts.ts';

const profile = (id: string, en: string, zh: string, options: ReturnType<typeof row>[]) => ({
  kind: 'choice' as const,
  id,
  text: both(en, zh),
  options,
});

/** The airline questionnaire of R11: ten subjects with their items on 1–10 with "cannot say", then the profile, which nobody must give. */
export const airline: SurveyDefinition = {
  id: 'airline',
  title: both('How was your flight?', '您的这次飞行怎么样？'),
  introduction: both(
    'It takes about eight minutes, page by page, on a scale of 1 to 10. What you did not use or notice, leave at “cannot say”.',
    '大约需要八分钟，分页填写，采用 1 至 10 分评价。没有用到或没有留意的，请选“无法回答”。',
  ),
  questions: [
    ...AIRLINE_GROUPS.map(({ id, text, ends, rows }, i) => ({
      kind: 'matrix' as const,
      id,
      startsPage: i > 0,
      metric: 'rating' as const,
      text,
      rows,
      min: 1,
      max: 10,
      ...ends,
      hasCannotSay: true,
    })),
    { ...comment('What should we do better?', '您希望我们在哪些方面改进？'), startsPage: true },
    {
      ...profile('age', 'Your age', '您的年龄', [
        row('under-18', 'Under 18', '18 岁以下'),
        row('from-18', '18 to 24', '18–24 岁'),
        row('from-25', '25 to 34', '25–34 岁'),
        row('from-35', '35 to 44', '35–44 岁'),
        row('from-45', '45 to 59', '45–59 岁'),
        row('from-60', '60 or older', '60 岁及以上'),
      ]),
      startsPage: true,
      hint: both(
        'These last questions help us to compare. Answer only what you like to.',
        '以下问题仅供统计比较，您可以只回答愿意回答的。',
      ),
    },
    profile('sex', 'Your sex', '您的性别', [row('female', 'Female', '女'), row('male', 'Male', '男'), row('other', 'Other', '其他')]),
    profile('occupation', 'Your occupation', '您的职业', [
      row('employee', 'Employee', '企业员工'),
      row('manager', 'Manager', '管理人员'),
      row('public', 'Public service', '公务员或事业单位人员'),
      row('self-employed', 'Self-employed', '个体经营或自由职业'),
      row('student', 'Student', '学生'),
      row('retired', 'Retired', '退休'),
      row('other', 'Other', '其他'),
    ]),
    profile('schooling', 'Your schooling', '您的文化程度', [
      row('school', 'Secondary school or less', '高中及以下'),
      row('college', 'College', '大专'),
      row('bachelor', 'Bachelor’s degree', '本科'),
      row('master', 'Master’s degree or higher', '硕士及以上'),
    ]),
    profile('income', 'Your income, compared with others in your country', '您的收入水平（与当地多数人相比）', [
      row('lower', 'Lower than most', '较低'),
      row('middle', 'About the middle', '中等'),
      row('higher', 'Higher than most', '较高'),
    ]),
    profile('flights', 'Flights that you took in the last year', '过去一年您乘机的次数', [
      row('first', 'This was the first', '这是第一次'),
      row('few', '2 to 5', '2–5 次'),
      row('several', '6 to 12', '6–12 次'),
      row('many', 'More than 12', '12 次以上'),
    ]),
  ],
};
