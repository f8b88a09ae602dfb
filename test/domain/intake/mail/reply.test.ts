import { describe, expect, it } from 'vitest';
import { replyOf, replyText } from '../../../../shared/domain/intake/mail/reply.ts';

const OWN = 'It is still broken.\nPlease call me.';

/** What clients put below somebody's words. */
const BELOW: Record<string, string> = {
  'Gmail in English': 'On Wed, Nov 11, 2026 at 9:30 AM Care <care@example.com> wrote:\n\n> Dear you,\n> is it solved?',
  'Gmail, wrapped over three lines':
    'On Wed, Nov 11, 2026 at 9:30 AM A Very Long Name Of A Company <\ncare@example.com>\nwrote:\n\n> Dear you',
  'Gmail in Chinese': '示例公司 <care@example.com> 于2026年11月10日周二 09:30写道：\n\n> 您好',
  'Gmail in Chinese, wrapped': '示例公司 <\ncare@example.com> 于2026年11月10日周二\n09:30写道：\n\n> 您好',
  'Apple Mail in Chinese': '> 在 2026年11月12日，下午8:45，Care <care@example.com> 写道：\n> \n> 您好',
  'Apple Mail in Chinese, unmarked': '在 2026年11月12日，下午8:45，Care <care@example.com> 写道：\n\n您好',
  'NetEase in Chinese': '在 2026-11-08 09:20:11，"示例公司" <care@example.com> 写道：\n\n您好，退款已经办理。',
  'NetEase in English': 'At 2026-11-08 09:20:11, "Care" <care@example.com> wrote:\n>Dear you,',
  'Outlook in English':
    '________________________________\nFrom: Care <care@example.com>\nSent: 12 November 2026 09:01\nTo: You\nSubject: Hello\n\nDear you',
  'Outlook without a rule': 'From: Care <care@example.com>\nSent: 12 November 2026 09:01\nTo: You\nSubject: Hello\n\nDear you',
  'Outlook in Chinese': '发件人: 示例公司 <care@example.com>\n发送时间: 2026年11月5日 17:20\n收件人: 高翔\n主题: 质保\n\n您好',
  'Outlook in traditional Chinese': '寄件者: 示例公司 <care@example.com>\n寄件日期: 2026年11月5日\n收件者: 高翔\n主旨: 保固\n\n您好',
  'Outlook, bold': '*From:* Care\n*Sent:* 2026-11-12\n*To:* you@example.com\n*Subject:* Hello\n\nDear you',
  'old Outlook': '-----Original Message-----\nFrom: Care\nSent: Monday\n\nDear you',
  'QQ Mail':
    '------------------ 原始邮件 ------------------\n发件人: "示例公司" <care@example.com>;\n发送时间: 2026年11月9日(星期一) 上午10:00\n\n您好',
  'QQ Mail with hard spaces': '------------------\u00a0原始邮件\u00a0------------------\n您好',
  'QQ Mail on a telephone': '---Original---\nFrom: "Care"<care@example.com>\nDate: Mon, Nov 9, 2026 10:00 AM\n\nDear you',
  Foxmail: '发件人： 示例公司\n发送时间： 2026-11-05 14:02\n收件人： qc@example.cn\n主题： 补货通知\n您好',
  'Foxmail, spaced': '发件人： 示例公司\n发送时间： 2026-11-05 14:02\n收件人： qc@example.cn\n主　题： 补货通知\n您好',
  'NetEase Mail Master': '---- 回复的原邮件 ----\n发件人 示例公司<care@example.com>\n\n您好',
  'an iPhone': 'Sent from my iPhone\n\n> On 7 Nov 2026, at 10:15, Care <care@example.com> wrote:\n> \n> Dear you',
  'an iPhone in Chinese': '发自我的iPhone\n\n在 2026年11月12日，下午8:45，Care <care@example.com> 写道：\n\n您好',
  'Outlook for iOS':
    'Get Outlook for iOS<https://aka.ms/o0ukef>\n________________________________\nFrom: Care <care@example.com>\nSent: Thursday\nTo: You\nSubject: x\n\nHello',
  'Outlook for Android in Chinese':
    '获取 Outlook for Android\n________________________________\n发件人: Care <care@example.com>\n发送时间: 星期四\n收件人: x\n主题: x\n\n您好',
  'a Huawei telephone': '发自我的华为手机',
  'NetEase Mail Master, signing': '| 签名由 网易邮箱大师 定制 |',
  'RFC 3676': '-- \nRuth Calder\nHead of nothing\n+44 113 496 0000',
  'two dashes': '--\nRuth',
  Zoho: '---- On Wed, 24 Feb 2027 14:02:50 +0530 care@example.com wrote ----\n\nDear you',
  German: 'Am 20.11.2026 um 10:00 schrieb Care <care@example.com>:\n\n> Hallo',
  French: 'Le jeu. 20 nov. 2026 à 10:00, Care <care@example.com> a écrit :\n\n> Bonjour',
  'Yahoo, old': 'Care <care@example.com> wrote:\n\nDear you',
  'a forward of Gmail': '---------- Forwarded message ---------\nFrom: Care <care@example.com>\nDate: Tue\nSubject: x\nTo: y\n\nDear you',
  'Apple forwarding': 'Begin forwarded message:\n\nFrom: Care <care@example.com>\nSubject: x\nDate: Tue\n\nDear you',
};

describe('replyOf', () => {
  it.each(Object.entries(BELOW))('keeps what this person wrote above the marks of %s', (_, below) => {
    expect(replyText(`${OWN}\n\n${below}\n`)).toBe(OWN);
    expect(replyText(`${OWN}\r\n\r\n${below.replaceAll('\n', '\r\n')}`)).toBe(OWN);
  });

  it('does not cut answers between and below quotes', () => {
    expect(replyText('On 1 May 2026, Care wrote:\n> When?\nOn Monday.\n> Where?\nIn Leeds.\n> Bye\nThat is all.')).toBe(
      'On Monday.\n\nIn Leeds.\n\nThat is all.',
    );
  });

  it.each([
    ['From: Paris\nTo: Rome\nDate: 3 May\nand my suitcase went to Oslo.'],
    ['On Monday I wrote to you twice and nobody wrote back.'],
    ['On 5 May your agent wrote:\nwe will refund you.\nBut nobody did.'],
    ['Order: 17\nSize: 40\nColour: red\nAll three are wrong.'],
    ['Sent from my desk, is much easier then my mobile phone.'],
    ['来自客服的邮件没有解决问题，反而更糟'],
    ['>_< 等了三个小时'],
    ['收件人：我\n电话：打不通\n快递员把件扔了'],
    ['It costs:\n\n--- 10 for delivery\n--- 20 for nothing'],
    ['One outstanding question:\n\nwhen do you open?'],
  ])("leaves somebody's own words alone: %s", (text) => {
    expect(replyText(text)).toBe(text);
  });

  it('keeps a long text below two dashes: that is no signature', () => {
    const long = Array.from({ length: 30 }, (_, i) => `Point ${i} of my complaint.`).join('\n');
    expect(replyText(`Dear all,\n--\n${long}`)).toContain('Point 0 of my complaint.');
  });

  it('is empty where nothing but quotes and signatures is there', () => {
    expect(replyText('> We are sorry.\n> Yours')).toBe('');
    expect(replyText('Sent from my iPhone\n\nOn 7 Nov 2026, at 10:15, Care <care@example.com> wrote:\n\nWe are sorry.')).toBe('');
  });

  it('keeps the words of a mail that was only forwarded: they are what was meant to be read', () => {
    const forward =
      'FYI\n'.slice(4) +
      '-------- 转发邮件信息 --------\n发件人：李四 <li@example.cn>\n发送日期：2026-11-06\n主题：退款\n\n等了两个月没有退款。';
    expect(replyText(forward)).toBe('等了两个月没有退款。');
  });

  it('takes NUL, control characters, lone surrogates and odd line breaks (issue 2: bad input)', () => {
    expect(replyText('a\0b\u0007c\ud800d\u2028e\rf')).toBe('abc\ufffdd\ne\nf');
  });

  it('says where it looked at a part only', () => {
    expect(replyOf('x'.repeat(200_000))).toMatchObject({ isTruncated: true });
    expect(replyOf('x'.repeat(100_000))).toMatchObject({ isTruncated: false });
    expect(replyOf('y\n'.repeat(10_000))).toMatchObject({ isTruncated: true });
    expect(replyOf(`${OWN}\n\n-----Original Message-----\n${'z'.repeat(300_000)}`)).toEqual({ text: OWN, isTruncated: false });
  });
});
