import { describe, expect, it } from 'vitest';
import { automaticKind, type MailSigns } from '../../../../shared/domain/intake/mail/automatic.ts';

const kindOf = (headers: Record<string, string> = {}, rest: Partial<MailSigns> = {}) =>
  automaticKind({
    header: (name) => headers[name],
    from: 'ruth@example.com',
    subject: 'My parcel',
    partTypes: [],
    ownAddresses: ['care@example.com'],
    ...rest,
  });

describe('automaticKind (P18)', () => {
  it.each([
    [{ 'auto-submitted': 'auto-replied' }, 'auto-reply'],
    [{ 'auto-submitted': 'auto-generated; owner-email="x"' }, 'auto-reply'],
    [{ 'x-auto-response-suppress': 'All' }, 'auto-reply'],
    [{ precedence: 'auto_reply' }, 'auto-reply'],
    [{ 'x-autoreply': 'yes' }, 'auto-reply'],
    [{ 'return-path': '<>' }, 'auto-reply'],
    [{ 'content-type': 'multipart/report; report-type=disposition-notification; boundary=x' }, 'auto-reply'],
    [{ precedence: 'bulk' }, 'list'],
    [{ 'list-id': '<news.example.com>' }, 'list'],
    [{ 'content-type': 'multipart/report; report-type="delivery-status"; boundary=x' }, 'bounce'],
    [{ 'content-type': 'multipart/report; report-type=feedback-report; boundary=x' }, 'bounce'],
    [{ 'x-failed-recipients': 'nobody@example.com' }, 'bounce'],
    [{ 'x-amends': '1' }, 'own'],
  ])('tells %j as %s', (headers, kind) => {
    expect(kindOf(headers)).toBe(kind);
  });

  it.each([
    'Automatic reply: My parcel',
    'Auto-Reply: hello',
    'Out of office: Ruth',
    'Out of Office Re: How did we do?',
    'Out of office until 3 May',
    '自动回复：您的反馈',
    '自动回复:Re: 您好',
    '[自动回复] 已收到',
    '【自动回复】已收到',
    '自動回覆: 您好',
    '外出自动回复：',
    'Abwesenheitsnotiz: Urlaub',
  ])('tells an answering machine by its subject: %s', (subject) => {
    expect(kindOf({}, { subject })).toBe('auto-reply');
  });

  it.each([
    'Re: Automatic reply: My parcel',
    'Out of office hours nobody answers',
    '自动回复太慢，根本没人管',
    '你们的自动回复：毫无用处',
    'Vacation ruined',
    'I was on vacation when it came',
    '退信？为什么退我的货',
  ])("leaves a person's subject alone: %s", (subject) => {
    expect(kindOf({}, { subject })).toBeUndefined();
  });

  it('Auto-Submitted: no is a person (RFC 3834 §5)', () => {
    expect(kindOf({ 'auto-submitted': 'no', 'x-auto-response-suppress': 'None' })).toBeUndefined();
  });

  it('a daemon that reports is a bounce, with whatever parts', () => {
    expect(kindOf({ 'return-path': '<>' }, { from: 'MAILER-DAEMON@mx.example.com' })).toBe('bounce');
    expect(kindOf({}, { from: 'postmaster@qq.example.com', subject: '系统退信' })).toBe('bounce');
    expect(kindOf({}, { partTypes: ['message/delivery-status'] })).toBe('bounce');
  });

  it('our own addresses are ours, in any case of letters', () => {
    expect(kindOf({}, { from: 'Care@Example.com' })).toBe('own');
  });

  it('a person is a person', () => {
    expect(kindOf({ 'return-path': '<ruth@example.com>', precedence: 'first-class' })).toBeUndefined();
  });
});
