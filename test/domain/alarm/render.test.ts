import { describe, expect, it } from 'vitest';
import { renderAlarm } from '../../../shared/domain/alarm/render.ts';
import { LANGUAGES } from '../../../shared/domain/language.ts';
import { anAlarm, anAlarmMail } from './an-alarm.ts';

const visible = (html: string) =>
  html
    .replace(/<head>.*<\/head>/s, '')
    .replaceAll(/<[^>]+>|&nbsp;/g, ' ')
    .replaceAll(/\s+/g, ' ');

describe('the mail of an alarm (R22)', () => {
  it.each(LANGUAGES)('says the same in HTML and in text (%s)', (language) => {
    const { html, text } = renderAlarm(anAlarmMail(language));
    const shown = visible(html);
    for (const line of text.split('\n').filter((one) => one !== '')) expect(shown).toContain(line.replaceAll(/\s+/g, ' '));
  });

  it('names topic, count, what is usual, the share, the chance and the false alarms that are to be expected', () => {
    const { subject, text } = renderAlarm(anAlarmMail('en'));
    expect(subject).toBe('Delivery: 42 unhappy responses in 24 hours, about 10 are usual · Example Company');
    expect(text).toContain('Sun 22 Nov, 10:00 to Mon 23 Nov, 10:00');
    expect(text).toContain('They are 21% of all feedback; 6% is usual.');
    expect(text).toContain('about one of 200,000 looks');
    expect(text).toContain('at most 4 false alarms a year would be expected, of all topics together');
  });

  it.each([
    [{ expected: 0.3 }, 'about 0.3 are usual', '平时约 0.3 条'],
    [{ expected: 0.96 }, 'about 1 is usual', '平时约 1 条'],
    [{ expected: 0.02 }, 'hardly any are usual', '平时几乎没有'],
    [{ pValue: 1e-9 }, 'less than one of 1,000,000 looks', '每 1,000,000 次检查还不到一次'],
    [{ usualShare: 0.004 }, '0.4% is usual', '平时为 0.4%'],
    [{ falseAlarmsPerYear: 1 }, 'at most 1 false alarm a year', '每年不超过 1 次'],
    [{ count: 1234 }, '1,234 unhappy responses', '不满反馈 1,234 条'],
  ])('reads well for %j', (overrides, en, zh) => {
    expect(renderAlarm(anAlarmMail('en', { alarm: anAlarm(overrides) })).text).toContain(en);
    expect(renderAlarm(anAlarmMail('zh-Hans', { alarm: anAlarm(overrides) })).text).toContain(zh);
  });

  it('shows words of customers masked, and never as markup (P22)', () => {
    const comments = anAlarmMail('en').comments.map((comment) => ({ ...comment, text: '<b>late</b>' }));
    expect(renderAlarm(anAlarmMail('en')).html).not.toContain('ana@example.com');
    expect(renderAlarm(anAlarmMail('en', { comments })).html).not.toContain('<b>');
  });

  it('says where there are no words behind it', () => {
    expect(renderAlarm(anAlarmMail('en', { comments: [] })).text).toContain('Nobody wrote any words: the topic was ticked.');
  });
});
