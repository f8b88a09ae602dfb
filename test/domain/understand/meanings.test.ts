import { describe, expect, it } from 'vitest';
import { FLAGS, type Flag, type Intent, type Topic } from '../../../shared/domain/understand/understanding.ts';
import { understand } from '../../understand.ts';

const FLAGGED: readonly (readonly [flag: Flag, text: string])[] = [
  ['danger', 'The charger caught fire on the first night.'],
  ['danger', 'My son had an allergic reaction after the meal.'],
  ['danger', 'There is a gas leak in the flat and nobody comes.'],
  ['danger', 'All of us got food poisoning.'],
  ['danger', '电饭煲漏电，差点出人命。'],
  ['danger', '热水器起火了，我老婆受伤。'],
  ['danger', '吃完全家食物中毒送急诊。'],
  ['danger', 'Your engineer did not stop the gas leak.'],
  ['danger', 'I burnt my hand on the handle of the kettle.'],
  ['danger', 'My father slipped on the wet tiles and broke his hip.'],
  ['danger', 'There was a piece of glass in the soup.'],
  ['danger', '孩子被滑梯划破了腿。'],
  ['danger', '吃了以后全身过敏了。'],
  ['danger', '插座冒烟，吓死人。'],
  ['danger', '刹车突然失灵。'],
  ['law', 'You will hear from my lawyer.'],
  ['law', 'I will sue you.'],
  ['law', 'We are taking you to court.'],
  ['law', '我会找律师起诉你们。'],
  ['law', 'The small claims papers are ready.'],
  ['law', '不退钱我就报警。'],
  ['law', '已经申请仲裁。'],
  ['regulator', 'I have written to the ombudsman.'],
  ['regulator', 'Next stop is Trading Standards, then the FCA.'],
  ['regulator', '再不处理我就打12315。'],
  ['regulator', '已经向银保监投诉。'],
  ['regulator', '消协见。'],
  ['regulator', 'The aviation authority has my complaint.'],
  ['regulator', '已向市监局举报。'],
  ['regulator', '准备打12378。'],
  ['press', 'I will contact the local newspaper.'],
  ['press', 'The video is going viral.'],
  ['press', '不解决就找媒体曝光。'],
  ['press', '我要发到抖音上。'],
  ['press', 'A journalist will call you about this.'],
  ['press', 'I am posting the video on tiktok tonight.'],
  ['press', '挂到小红书上让大家都知道。'],
  ['discrimination', 'She refused to serve us because we are black.'],
  ['discrimination', '明显歧视外地人。'],
  ['discrimination', 'The clerk mocked my accent.'],
  ['discrimination', '保安拦着导盲犬不让进。'],
  ['privacy-breach', 'I received somebody else’s medical records.'],
  ['privacy-breach', '你们泄露了我的手机号。'],
  ['privacy-breach', 'I opened the envelope and found someone else’s bank statement.'],
  ['privacy-breach', '骑手私下加我微信。'],
  ['fraud', 'This is a scam.'],
  ['fraud', '就是骗子公司。'],
  ['fraud', 'That is not my signature on the form.'],
  ['fraud', '偷偷给我开通了会员。'],
  ['vulnerable-person', 'My mother is in a wheelchair.'],
  ['vulnerable-person', '家里有卧床的老人。'],
  ['vulnerable-person', 'She is 84 and lives alone.'],
  ['vulnerable-person', '我妈腿脚不便。'],
  ['vulnerable-person', 'The shelf fell on my daughter.'],
  ['several-customers', 'I am not the only one, the whole building is without water.'],
  ['several-customers', '很多业主都反映过。'],
  ['several-customers', 'Fifty passengers were stranded.'],
  ['several-customers', '整栋楼都停电了。'],
  ['repeated-contact', 'This is the third time I call.'],
  ['repeated-contact', 'I have called you five times.'],
  ['repeated-contact', '打了三次电话都没人管。'],
  ['repeated-contact', 'No reply to my four emails.'],
  ['repeated-contact', '第四次来信，请回复。'],
  ['repeated-contact', '多次反映没人处理。'],
  ['will-leave', 'I am closing my account.'],
  ['will-leave', '我要销户，换别家银行。'],
  ['will-leave', 'We are taking our business elsewhere.'],
  ['will-leave', 'I won’t be coming back.'],
  ['will-leave', '以后不会再来。'],
  ['money-at-stake', 'You owe me £1,250.'],
  ['money-at-stake', '多扣了我三千块。'],
  ['money-at-stake', '损失1.5万元。'],
  ['money-at-stake', 'They charged me 240 for nothing.'],
  ['money-at-stake', 'Four hundred dollars, gone.'],
  ['money-at-stake', '押金扣了五百。'],
];

const NOT_FLAGGED: readonly (readonly [flag: Flag, text: string])[] = [
  ['danger', 'The team was really fired up and helpful.'],
  ['danger', 'Luckily nobody was hurt.'],
  ['danger', 'It hit me that I had forgotten the voucher.'],
  ['danger', '幸好没有人受伤。'],
  ['danger', '好吃到爆炸！'],
  ['danger', '晚上经常被打扰。'],
  ['danger', 'He talked me through bleeding the radiator.'],
  ['danger', '漏电保护器装得很规范。'],
  ['danger', '刚被打脸，真香。'],
  ['law', 'Sue was lovely.'],
  ['law', 'I spoke to Sue the receptionist.'],
  ['law', 'The suede sofa is beautiful.'],
  ['law', '他们没有告诉我要告知客户经理。'],
  ['law', 'Registering the power of attorney took ten minutes.'],
  ['law', '报警器低电量会响。'],
  ['fraud', 'I thought it was a scam but it is not a scam.'],
  ['fraud', '不骗你，真的好用。'],
  ['fraud', '担心是假货，结果是正品。'],
  ['fraud', 'I look like a fraud in this jacket.'],
  ['fraud', '热水器的烟管冒烟。'],
  ['press', '曝光度很高的一家店'],
  ['press', '抖音上买的团购，很划算。'],
  ['will-leave', 'I would never go elsewhere.'],
  ['will-leave', 'You never return phone calls.'],
  ['will-leave', 'The lid won’t go back on.'],
  ['vulnerable-person', 'My gran loves this lovely armchair.'],
  ['vulnerable-person', '老人很喜欢，按键很大，非常好用。'],
  ['privacy-breach', '请帮我合并两个账户。'],
  ['repeated-contact', 'The third time we stayed here, still wonderful.'],
  ['repeated-contact', '第三次回购了。'],
  ['money-at-stake', 'It cost £12.'],
  ['money-at-stake', 'Order 45012 arrived on day 3.'],
  ['money-at-stake', '三块钱的水。'],
  ['money-at-stake', 'They charged me twice in 2023.'],
  ['money-at-stake', 'I was billed for 300 minutes.'],
  ['money-at-stake', '千万别退。'],
];

describe('circumstances (R4, R6, R22)', () => {
  it.each(FLAGGED)('%s in: %s', (flag, text) => {
    expect(understand(text).flags).toContain(flag);
  });

  it.each(NOT_FLAGGED)('no %s in: %s', (flag, text) => {
    expect(understand(text).flags).not.toContain(flag);
  });

  it('has samples of every flag in both languages', () => {
    const seen = (isChinese: boolean) =>
      new Set(FLAGGED.filter(([, text]) => /\p{Script=Han}/u.test(text) === isChinese).map(([flag]) => flag));
    expect([...seen(true)].sort()).toEqual([...FLAGS].sort());
    expect([...seen(false)].sort()).toEqual([...FLAGS].sort());
  });

  it('sets a floor under the severity whatever the words and the rating feel like (R6, promise 38)', () => {
    const kind = understand('Wonderful people, lovely shop! By the way the heater caught fire. Thank you, excellent!', { score: 100 });
    expect(kind).toMatchObject({ severity: 4, flags: ['danger'] });
    expect(kind.severityReasons).toContain('danger');
    expect(understand('谢谢，很满意。另外我已向消协反映。', { score: 100 }).severity).toBe(3);
    expect(understand('律师函已发，消协也去了，明天找媒体曝光。').severity).toBe(4);
  });

  it('calls an ordinary complaint normal and praise low', () => {
    expect(understand('The room was dirty.').severity).toBe(2);
    expect(understand('房间很脏。').severity).toBe(2);
    expect(understand('Lovely room.').severity).toBe(1);
    expect(understand('', { score: 25 })).toMatchObject({ severity: 2, severityReasons: ['rating'] });
  });
});

describe('topics (R13, R22)', () => {
  it.each<readonly [text: string, topic: Topic, polarity: string]>([
    ['The parcel never arrived.', 'delivery', 'negative'],
    ['The fabric is beautiful.', 'product-quality', 'positive'],
    ['The waiter was rude.', 'staff', 'negative'],
    ['You overcharged me.', 'price-and-billing', 'negative'],
    ['I waited three hours.', 'waiting', 'negative'],
    ['Nobody answers the phone.', 'reachability', 'negative'],
    ['The app keeps crashing.', 'website-and-app', 'negative'],
    ['I am still waiting for my refund.', 'refund-and-after-sales', 'negative'],
    ['The toilets were filthy.', 'premises-and-cleanliness', 'negative'],
    ['My personal data was shared without asking.', 'privacy', 'negative'],
    ['The cancellation policy is unfair.', 'policy', 'negative'],
    ['快递太慢了。', 'delivery', 'negative'],
    ['质量很好。', 'product-quality', 'positive'],
    ['服务员态度恶劣。', 'staff', 'negative'],
    ['乱收费。', 'price-and-billing', 'negative'],
    ['排队两小时，太久了。', 'waiting', 'negative'],
    ['客服电话打不通。', 'reachability', 'negative'],
    ['小程序老是闪退。', 'website-and-app', 'negative'],
    ['退款一直没到账。', 'refund-and-after-sales', 'negative'],
    ['房间很干净。', 'premises-and-cleanliness', 'positive'],
    ['消防通道被堵，存在安全隐患。', 'safety', 'negative'],
    ['泄露个人信息，太过分。', 'privacy', 'negative'],
    ['没人通知，说法不一，很失望。', 'information', 'negative'],
    ['霸王条款，不合理。', 'policy', 'negative'],
    ['又缺货，失望。', 'availability', 'negative'],
  ])('%s → %s %s', (text, topic, polarity) => {
    expect(understand(text).topics).toContainEqual(expect.objectContaining({ topic, polarity }));
  });

  it.each<readonly [text: string, topic: Topic]>([
    ['The wiring is unsafe.', 'safety'],
    ['The instructions were unclear.', 'information'],
    ['Sadly out of stock again.', 'availability'],
  ])('%s: is known to be missed as %s; a change that mends it moves it up', (text, topic) => {
    expect(understand(text).topics.map((one) => one.topic)).not.toContain(topic);
  });

  it('gives each topic the feeling of its own clause, and quotes the words as written', () => {
    const { topics } = understand('The Ｆｏｏｄ was delicious, but the Waiter was rude.');
    expect(topics).toEqual([
      { topic: 'product-quality', polarity: 'positive', evidence: ['Ｆｏｏｄ', 'delicious'] },
      { topic: 'staff', polarity: 'negative', evidence: ['Waiter', 'rude'] },
    ]);
    expect(understand('菜很好吃，服務態度卻很差。').topics).toContainEqual({
      topic: 'staff',
      polarity: 'negative',
      evidence: ['服務態度', '態度'],
    });
  });

  it('learns phrases from the config', () => {
    const topicPhrases = { availability: { en: ['Blue Counter'], 'zh-Hans': ['蓝柜台'] } };
    const named = (text: string, hints = {}) => understand(text, hints).topics.map(({ topic }) => topic);
    expect(named('The blue counter, bad.', { topicPhrases })).toContain('availability');
    expect(named('蓝柜台，差。', { topicPhrases })).toContain('availability');
    expect(named('The blue counter, bad.')).not.toContain('availability');
    expect(named('蓝柜台，差。')).not.toContain('availability');
  });
});

describe('intent', () => {
  it.each<readonly [text: string, intent: Intent]>([
    ['The food was cold and nobody apologised.', 'complaint'],
    ['I want to make a formal complaint.', 'complaint'],
    ['我要投诉你们的司机。', 'complaint'],
    ['Excellent service, thank you!', 'praise'],
    ['师傅很专业，谢谢。', 'praise'],
    ['It would be nice if you could offer oat milk.', 'suggestion'],
    ['建议增加素食选项。', 'suggestion'],
    ['What time do you open on Sunday?', 'question'],
    ['请问周日几点开门', 'question'],
    ['Please send me a copy of the invoice.', 'request'],
    ['麻烦帮我修改一下地址。', 'request'],
    ['Get your site on the first page of Google! SEO services, click here https://spam.example', 'spam'],
    ['代开发票，加微信，日赚千元', 'spam'],
    ['N/A', 'not-feedback'],
    ['无', 'not-feedback'],
  ])('%s → %s', (text, intent) => {
    expect(understand(text).intent).toBe(intent);
  });
});
