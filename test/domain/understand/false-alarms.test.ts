import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../../models/corpus.ts';
import { understand } from '../../understand.ts';

/** What content customers say, in words that nobody trained on; and long plain reviews of clothes, of which a first model heard danger in every third. */
const content = readCorpus().texts.filter(({ isHeldOut, sentiment, severity }) => isHeldOut && sentiment === 'positive' && severity === 1);
const REVIEWS = [
  'I love this dress! The color is lovely and the fabric is soft. I am 5 ft 4 and usually wear a small, and the small fit me well, though it runs a little large at the waist. I will order it in navy too.',
  'This vest goes with almost everything I own. I wear it over a white tee with jeans, or zipped up with a skirt. The length is right for me and I get compliments every time.',
  'Bought the coat in grey for my sister and she wears it all the time. Warm without being heavy, with deep pockets. The sleeves were a bit long, so we had them taken up, which took ten minutes.',
  '裙子颜色很正，面料软软的，我一米六穿S码刚好，腰那里稍微有一点松，配白T恤和牛仔裤都好看，同事问了好几次链接，打算再买一条黑的给我妈。',
  '这家店开了十几年，从小吃到大，酸菜鱼还是原来的味道，鱼片滑，汤能喝。周末去要等位，服务员会端茶过来。停车在后面巷子里，二十块随便停。',
];

describe('what is harmless raises no alarm (R6, R22)', () => {
  it('hardly any content customer of the held-out authors is taken for a grave case', () => {
    const grave = content.filter(({ text }) => understand(text).severity >= 3);
    expect(content.length).toBeGreaterThan(400);
    expect(grave.length / content.length).toBeLessThan(0.03);
  });

  it.each(REVIEWS)('%s', (text) => {
    expect(understand(text)).toMatchObject({ severity: 1, flags: [] });
  });
});
