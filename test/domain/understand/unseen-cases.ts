import type { HardCase } from './hard-cases.ts';

/**
 * Written and labelled after the phrase lists of `phrases@1`, and not used to widen them: the honest measure of the reader on texts that tell
 * facts in words nobody listed. First reading: 15 of 32 right in English, 13 of 32 in Chinese, nearly all the rest taken as neutral; two false
 * hits that it showed ("they said", 呵呵 in 乐呵呵) were mended afterwards. When a later engine has learned from these, write new ones.
 */
const LABELS = { '-': 'negative', '0': 'neutral', '+': 'positive' } as const;
type Row = readonly [label: '-' | '0' | '+', text: string];
const rows = (list: readonly Row[]): HardCase[] => list.map(([label, text]) => ({ label: LABELS[label], text, kind: 'hard' }));

export const UNSEEN_EN: readonly HardCase[] = rows([
  ['-', 'The sofa came in the wrong fabric and they want me to pay for collection.'],
  ['-', 'Boarding was chaos and the crew could not be bothered.'],
  ['-', 'I was put through to five departments and ended where I began.'],
  ['-', 'Your machine swallowed my card on Friday evening and the helpline only opens on Monday.'],
  ['-', 'The estate agent did not show up for the viewing, again no message.'],
  ['-', 'Paid for express, got snail mail.'],
  ['-', 'The nurse talked over me as though I was not in the room.'],
  ['-', 'They closed the claim because I “failed to respond” to a letter that was never posted.'],
  ['-', 'My steak was grey and my wine was warm.'],
  ['-', 'Two stars, and one of those is for the parking.'],
  ['-', 'The engineer left wires hanging out of the wall.'],
  ['-', 'We will not be renewing our policy.'],
  ['-', 'Took them a fortnight to send a password.'],
  ['-', 'Neighbours above have flooded us three times and management shrugs.'],
  ['-', 'Website says in stock, e-mail says four weeks.'],
  ['-', 'How do you mess up a plain omelette?'],
  ['+', 'From booking to check-out everything just worked.'],
  ['+', 'My daughter cannot stop talking about the tour.'],
  ['+', 'They rang me back within the hour, exactly as they said they would.'],
  ['+', 'Replaced without a single question.'],
  ['+', 'Doctor Osei took the time to draw me a diagram.'],
  ['+', 'Cheaper than my old insurer and they answer the phone.'],
  ['+', 'We left full and happy.'],
  ['+', 'Best haircut I have had in years.'],
  ['+', 'You can tell they care about what they do.'],
  ['+', 'The porter ran after us with the passport we had left behind.'],
  ['+', 'Not once did I feel rushed.'],
  ['0', 'Can I change the delivery slot to Thursday?'],
  ['0', 'The room was fine, nothing more to say.'],
  ['0', 'I bought this for a colleague who has not opened it yet.'],
  ['0', 'Good food, bad service.'],
  ['0', 'It would help to have the menu in Polish as well.'],
]);

export const UNSEEN_ZH: readonly HardCase[] = rows([
  ['-', '沙发颜色发错了，还要我自己掏运费退回去。'],
  ['-', '登机口换了三次，广播一次都没播。'],
  ['-', '转了五个部门，最后又转回第一个。'],
  ['-', '取款机吞了我的卡，客服说周一才上班。'],
  ['-', '约好上午看房，中介人影都没见着。'],
  ['-', '加急的钱收了，走的还是慢件。'],
  ['-', '护士当着全病房的人训我。'],
  ['-', '说我没回函就结案，可那封信我压根没收到过。'],
  ['-', '牛排端上来是灰的，红酒是温的。'],
  ['-', '给两颗星，其中一颗是给停车场的。'],
  ['-', '师傅走的时候电线还露在墙外面。'],
  ['-', '明年的保险不在你们家买了。'],
  ['-', '重置个密码用了半个月。'],
  ['-', '楼上漏水泡了我家三回，物业就会说“在协调”。'],
  ['-', '页面写着现货，付完款告诉我要等四周。'],
  ['-', '一个蛋炒饭也能做成这样？'],
  ['+', '从预订到退房一路顺下来，没操一点心。'],
  ['+', '女儿到现在还念叨那天的讲解员。'],
  ['+', '说一小时内回电，四十分钟就打来了。'],
  ['+', '二话不说就给换了新的。'],
  ['+', '王大夫画着图给我讲，一听就明白。'],
  ['+', '比原来那家便宜，电话一打就通。'],
  ['+', '吃得饱饱的，一家人都乐呵呵。'],
  ['+', '这些年剪得最称心的一次。'],
  ['+', '看得出来他们是真把事当事。'],
  ['+', '门童追出来把落下的护照还给我们。'],
  ['+', '全程没人催我，问什么答什么。'],
  ['0', '能不能把送货时间改到周四？'],
  ['0', '房间就那样，没别的可说。'],
  ['0', '买来送同事的，还没拆。'],
  ['0', '味道好，服务差。'],
  ['0', '菜单要是有英文版就更方便了。'],
]);
