import { LOYALTIES, loyaltyFigures } from '../../measures/loyalty.ts';
import { loyaltyWords } from '../../measures/words.ts';
import { count, decimal, percent } from '../../number-words.ts';
import type { AnswerTable } from '../../pivot.ts';
import type { Analysed } from '../analysed.ts';
import type { RequestOf } from '../request.ts';
import { repliesTo, scaleOf } from '../table.ts';
import { INTERVAL, inBoth, leftOutNotes, refusalCell, text } from '../words.ts';

type Asked = Pick<RequestOf<'loyalty'>, 'attitude' | 'behaviour' | 'behaviourFrom' | 'attitudeFrom'>;

const TITLE = text('Loyalty: attitude and behaviour', '忠诚度：态度与行为');
const NO_SCALE = { min: 0, max: 0 };

/** Loyalty by attitude and behaviour (R15). */
export function loyalty(table: AnswerTable, { attitude, behaviour, behaviourFrom, attitudeFrom }: Asked): Analysed {
  const [fond, buys] = [attitude, behaviour].map((question) => {
    const column = table.numbers.get(question);
    return column === undefined ? [] : repliesTo(column);
  });
  const figures = loyaltyFigures(
    Array.from({ length: table.rows }, (_, row) => ({ attitude: fond?.[row], behaviour: buys?.[row] })),
    {
      attitude: scaleOf(table, [attitude]) ?? NO_SCALE,
      behaviour: scaleOf(table, [behaviour]) ?? NO_SCALE,
      behaviourFrom,
      ...(attitudeFrom !== undefined && { attitudeFrom }),
    },
  );
  const method = [
    text(
      `Attitude by “${attitude}”, behaviour by “${behaviour}” from ${decimal(behaviourFrom, 2)} on (Dick and Basu 1994); intervals hold at once (Goodman 1965).`,
      `态度取自“${attitude}”，行为取自“${behaviour}”，以 ${decimal(behaviourFrom, 2)} 为界（Dick 与 Basu，1994）；各区间同时成立（Goodman，1965）。`,
    ),
  ];
  if (figures.kind === 'refused')
    return { result: figures, report: { title: TITLE, sentences: [refusalCell(figures)], sections: [], method } };
  const { loyal, spurious } = figures;
  return {
    result: figures,
    report: {
      title: TITLE,
      sentences: [
        inBoth((language) =>
          language === 'en'
            ? `${percent(loyal.share.value)} of customers are loyal; ${percent(spurious.share.value)} buy without liking us and leave as soon as they can (${count(figures.n)}).`
            : `${percent(loyal.share.value)} 的客户属于忠诚客户；${percent(spurious.share.value)} 虽购买却并不认同，一有机会就会离开（${count(figures.n)}）。`,
        ),
      ],
      sections: [
        {
          heading: TITLE,
          head: [text('Group', '类型'), text('Customers', '人数'), text('Share', '占比'), INTERVAL],
          rows: LOYALTIES.map((one) => {
            const { count: customers, share } = figures[one];
            return [loyaltyWords[one], String(customers), percent(share.value), `${percent(share.low)} … ${percent(share.high)}`];
          }),
          notes: leftOutNotes(undefined, figures.leftOut),
        },
      ],
      method,
    },
  };
}
