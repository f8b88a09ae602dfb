import { describe, expect, it } from 'vitest';
import { MASKS } from '../../../shared/domain/redact/masks.ts';
import { redact } from '../../../shared/domain/redact/redact.ts';

const orderNumbers = ['SO-########', '@@####-*', '订单######'];
const english = (text: string) => redact(text, { masks: MASKS.en, orderNumbers });
const chinese = (text: string) => redact(text, { masks: MASKS['zh-Hans'], orderNumbers });

describe('what leads to a customer is masked by what it is (R17, P33)', () => {
  it.each([
    // E-mail addresses.
    ['write to jane.roe+shop@mail.example.co.uk, please', 'write to [e-mail], please'],
    ['mailto:ana@example.com?subject=late', '[e-mail]?subject=late'],
    ['me＠example．com', '[e-mail]'],
    ['josé.núñez@example.com and ana@bücher.example', '[e-mail] and [e-mail]'],
    ['"jane roe"@example.com or root@[192.0.2.1]', '[e-mail] or [e-mail]'],
    ['ana @ example.com', '[e-mail]'],
    ['(ana@example.com)', '([e-mail])'],
    // Telephone numbers.
    ['call +44 (0)20 7946 0018 now', 'call [telephone] now'],
    ['+1-212-555-0123, +86 138 0013 8000', '[telephone], [telephone]'],
    ['(+49) 30 901820', '[telephone]'],
    ['00 44 20 7946 0018', '[telephone]'],
    ['020 7946 0018 or 07700 900123', '[telephone] or [telephone]'],
    ['(212) 555-0123', '[telephone]'],
    ['1-800-555-0199', '[telephone]'],
    ['01 23 45 67 89', '[telephone]'],
    ['612 34 56 78, 612 345 678', '[telephone], [telephone]'],
    ['030/901820', '[telephone]'],
    ['called 020.7946.0018 ext. 12', 'called [telephone]'],
    ['I rang 2 13800138000', 'I rang 2 [telephone]'],
    ['1\u20e33\u20e38\u20e30\u20e30\u20e31\u20e33\u20e38\u20e30\u20e30\u20e30\u20e3', '[telephone]'],
    // Identity numbers, cards, other long numbers.
    ['my id is 110105 19491231 002x, ok', 'my id is [identity number], ok'],
    ['old id 110105491231002', 'old id [identity number]'],
    ['card 4929 1234 5678 9012.', 'card [number].'],
    ['card 4111-1111-1111-1111, 4111111111111111', 'card [card], [card]'],
    ['amex 3782 822463 10005', 'amex [card]'],
    ['account 31926819', 'account [number]'],
    ['from 192.168.100.200', 'from [number]'],
    ['since 2026-11-02 I call 13800138000', 'since 2026-11-02 I call [telephone]'],
    ['on 20261126', 'on [number]'],
    ['IBAN DE89 3704 0044 0532 0130 00', 'IBAN DE[number]'],
    // Houses.
    ['12 Baker Street', '[house number] Baker Street'],
    ['Flat 3, 14B High St', 'Flat [house number], [house number] High St'],
    ["221B Baker Street and 7, St Mary's Road", "[house number] Baker Street and [house number], St Mary's Road"],
    ['350 5th Avenue', '[house number] 5th Avenue'],
    ['12-14 HIGH STREET', '[house number] HIGH STREET'],
    ['i live at 9 mill lane', 'i live at [house number] mill lane'],
    ['Apt 4C, P.O. Box 122, 110 Baker Street', 'Apt [house number], P.O. Box [house number], [house number] Baker Street'],
    // Order numbers of this house.
    ['Where is SO-12345678?', 'Where is [order number]?'],
    ['so-12345678 and ab1234-z', '[order number] and [order number]'],
  ])('%s', (text, expected) => {
    expect(english(text)).toBe(expected);
  });

  it.each([
    ['请联系zhang.san@example.cn谢谢', '请联系［邮箱］谢谢'],
    ['邮箱：王小明@例子.中国', '邮箱：［邮箱］'],
    ['电话13800138000', '电话［电话］'],
    ['打138-0013-8000或+86 138 0013 8000', '打［电话］或［电话］'],
    ['008613800138000', '［电话］'],
    ['１３８００１３８０００', '［电话］'],
    ['1​3​8​0​0​1​3​8​0​0​0', '［电话］'],
    ['座机010-65529988转8012', '座机［电话］'],
    ['０７５５－１２３４５６７８', '［电话］'],
    ['021-65529988-123', '［电话］'],
    ['拨打400-800-1234和8008101234', '拨打［电话］和［电话］'],
    ['13800138000/13900139000', '［电话］/［电话］'],
    ['身份证11010519491231002X号', '身份证［身份证号］号'],
    ['身份证１１０１０５１９４９１２３１００２Ｘ', '身份证［身份证号］'],
    ['身份证110105194912310021', '身份证［号码］'],
    ['老身份证110105491231002', '老身份证［身份证号］'],
    ['卡号 6222 0212 3456 7890 128', '卡号 ［银行卡号］'],
    ['卡号 6222-0212-3456-7890-123', '卡号 ［号码］'],
    ['电话一三八零零一三八零零零', '电话［号码］'],
    ['我住中山路18号3栋502室', '我住中山路［门牌号］'],
    ['中山路１８号', '中山路［门牌号］'],
    ['朝阳区某某胡同5号院2号楼3单元602', '朝阳区某某胡同［门牌号］'],
    ['延安路弄堂里，88弄6号501室', '延安路弄堂里，［门牌号］'],
    ['阳光花园B座1203室停水', '阳光花园［门牌号］停水'],
    ['住12幢', '住［门牌号］'],
    ['中山路18号之二', '中山路［门牌号］之二'],
    ['订单SO-12345678没到', '订单［订单号］没到'],
    ['订单123456没到', '［订单号］没到'],
    ['ＳＯ－１２３４５６７８', '［订单号］'],
  ])('%s', (text, expected) => {
    expect(chinese(text)).toBe(expected);
  });
});

describe('what leads to nobody stays', () => {
  it.each([
    'I waited 3 hours and paid 45.50 for 2 items in 2026',
    'ordered on 2026-11-02, still nothing on 22/11',
    'on 11/26/2026 at 14:30, or 26.11.2026',
    'from 2026-11-26 - 2026-12-01, season 2026-2027, open 9.00-17.30',
    '2026-11-26 14:30:15',
    'paid £1,250 and $1,234,567.89 and €1.234.567,89',
    'a turnover of 1,234,567 or $1299000',
    '1299000 USD',
    'flight MU5137, room 1208, floor 14',
    'iPhone 15 Pro, 256 GB, 99.5% and 98.2%',
    'I am @home and rate it 5/5',
    'waited 20 minutes on the road, 3 times in a lane',
    'a flat 20% off, a flat 5 pounds fee',
    'My 2 children loved Oxford Street',
    'SO-123456x and ABC1234-zz',
    'call 999 or 112',
  ])('%s', (text) => {
    expect(english(text)).toBe(text);
  });

  it.each([
    '2026.11.02下单，11月22日还没到，等了20天',
    '2026年11月26日14:30',
    '¥1,299.00，￥1299000，1299元，12999900元',
    '已打12315，也打了12345和110',
    '12315 12345 110',
    '10月18号下单，3号线，5号窗口',
    '3楼的服务员，1208房间',
    '三室一厅，3室2厅',
    '每月18号送到',
    '我知道18号会到',
    '１２９９元，２０２６年',
    '九九八十一，二〇二六年',
  ])('%s', (text) => {
    expect(chinese(text)).toBe(text);
  });
});

describe('redact', () => {
  it('takes out what turns or hides text, and keeps emoji whole', () => {
    expect(english('good\u202Edab\u202C\u0000 \u0007service\n\n\tand 👨‍👩‍👧 👍🏽')).toBe('gooddab service and 👨‍👩‍👧 👍🏽');
    expect(english('half \uD83D of one, \uFFFF')).toBe('half \uFFFD of one,');
  });

  it('names the most specific of two forms, and leaves order numbers to the config', () => {
    expect(redact('SO-12345678', { masks: MASKS.en, orderNumbers: [] })).toBe('SO-[number]');
    expect(redact('A-1234-56', { masks: MASKS.en, orderNumbers: ['A-####', 'A-####-##'] })).toBe('[order number]');
  });
});
