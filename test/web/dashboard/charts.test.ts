import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresBody } from '../../../shared/api/figures-body.ts';
import { figuresOf } from '../../../shared/domain/metrics/figures.ts';
import { tallyOf } from '../../../shared/domain/metrics/tally.ts';
import { behind } from '../../../web/dashboard/analyses/behind.ts';
import { EDGE, endsOf, pointAt, SIZE } from '../../../web/dashboard/analyses/places.ts';
import { requestOf, surveysFor } from '../../../web/dashboard/analyses/requests.ts';
import { distributionsOf, distributionTable } from '../../../web/dashboard/charts/distributions.ts';
import { funnelBars, funnelTable } from '../../../web/dashboard/charts/funnel.ts';
import { placeOf } from '../../../web/dashboard/charts/place.ts';
import { axisOf, trendPoints } from '../../../web/dashboard/charts/trend-points.ts';
import { describe as describeMark } from '../../../web/dashboard/marks/describe.ts';
import { trendTable } from '../../../web/dashboard/panels/trend-table.ts';
import { speechIn } from '../../../web/dashboard/speech.ts';
import { HOUSE } from './places.ts';

const speech = speechIn('en');
const days = { from: '2026-11-01', to: '2026-11-27' };
const figuresFor = (counters: Parameters<typeof tallyOf>[0]) => figuresBody(figuresOf(tallyOf(counters)));
const figures = figuresFor({
  n: 40,
  csat1: 4,
  csat3: 6,
  csat4: 10,
  csat5: 20,
  csatTop2: 30,
  nps0: 5,
  nps6: 5,
  nps8: 10,
  nps10: 20,
  ces7v7: 3,
});

describe('distributions', () => {
  it('have a bar for every answer, the best on top, each leading to what it counts', () => {
    const [csat, nps, ces] = distributionsOf(figures, { ...days, branch: 'east' }, speech);
    expect([csat?.id, nps?.id, ces?.id]).toEqual(['csat', 'nps', 'ces7']);
    expect(csat?.bars.map(({ key, amount, tone }) => [key, amount, tone])).toEqual([
      ['5', '20 · 50%', 'good'],
      ['4', '10 · 25%', 'good'],
      ['3', '6 · 15%', 'plain'],
      ['2', '0 · 0%', 'bad'],
      ['1', '4 · 10%', 'bad'],
    ]);
    expect(csat?.bars.at(-1)?.mark).toEqual({ ...days, branch: 'east', metric: 'csat', value: 1 });
    expect(csat?.bars[3]?.mark).toBeUndefined();
    expect(nps?.bars.map(({ tone }) => tone).toReversed()).toEqual([...Array(7).fill('bad'), 'plain', 'plain', 'good', 'good']);
    expect(ces?.bars[0]?.mark).toMatchObject({ metric: 'ces', max: 7, value: 7 });
  });

  it('stand in the table with the same counts', () => {
    const { rows } = distributionTable(figures, days, speech);
    expect(rows).toHaveLength(5 + 11 + 7);
    expect(rows.reduce((sum, { cells }) => sum + Number(cells[2]), 0)).toBe(40 + 40 + 3);
  });
});

describe('the trend', () => {
  const few = figuresFor({ n: 9, csat5: 9, csatTop2: 9 });
  const steps = [
    { from: '2026-11-01', to: '2026-11-01', isPartial: false, figures },
    { from: '2026-11-02', to: '2026-11-02', isPartial: false, figures: few },
    { from: '2026-11-03', to: '2026-11-03', isPartial: true },
  ];

  it('gives no score below ten answers, and nothing at all of what is hidden', () => {
    const [first, second, third] = trendPoints(steps, 'csat');
    expect(first).toMatchObject({ n: 40, value: 75 });
    expect(second).toMatchObject({ n: 9 });
    expect(second?.value).toBeUndefined();
    expect(third).toMatchObject({ isHidden: true, isPartial: true });
    expect(trendPoints(steps, 'n').map(({ value }) => value)).toEqual([40, 9, undefined]);
  });

  it('has every point in the table beside it, with the reason where there is none', () => {
    const table = trendTable({ points: trendPoints(steps, 'csat'), measure: 'csat', mark: days, suppressedBelow: 10 }, speech);
    expect(table.rows.map(({ cells }) => cells.at(-1))).toEqual([
      '',
      'Fewer than 10 answers: no score is shown.',
      'fewer than 5 answers, hidden, not whole',
    ]);
    expect(table.rows.map(({ mark }) => mark?.from)).toEqual(['2026-11-01', '2026-11-02', undefined]);
    expect(table.rows.every(({ cells }) => cells.length === table.columns.length)).toBe(true);
  });

  it('is drawn on the whole scale', () => {
    expect([axisOf('csat', []), axisOf('nps', [])]).toEqual([
      [0, 100],
      [-100, 100],
    ]);
    expect(axisOf('n', trendPoints(steps, 'n'))[1]).toBeGreaterThan(40);
  });
});

describe('the funnel (R19)', () => {
  const { funnel } = figuresFor({ n: 40, unhappy: 12, casesOpened: 10, funnelAnswered: 8, funnelOffered: 5, complaintsOffered: 6 });

  it('says each step as a part of all complaints, and leads to the feedback behind it', () => {
    const bars = funnelBars(funnel, days, speech);
    expect(bars.map(({ amount }) => amount)).toEqual(['12', '10', '8 · 80%', '5 · 50%', '0 · 0%', '0 · 0%', '0 · 0%']);
    expect([bars[0]?.mark, bars[2]?.mark, bars[4]?.mark]).toEqual([{ ...days, unhappy: 'true' }, { ...days, hasCase: 'true' }, undefined]);
  });

  it('tells beside it what was reached whatever came before', () => {
    expect(funnelTable(funnel, days, speech).rows.map(({ cells }) => cells[3])).toEqual([undefined, undefined, undefined, 6, 0, 0, 0]);
  });
});

describe('places in pictures', () => {
  it('never lie outside', () => {
    const scale = fc.tuple(fc.double({ min: -1e3, max: 1e3, noNaN: true }), fc.double({ min: 0.01, max: 1e3, noNaN: true }));
    fc.assert(
      fc.property(scale, fc.double({ min: -1e4, max: 1e4, noNaN: true }), ([min, length], value) => {
        const max = min + length;
        const at = placeOf(value, min, max);
        expect(at >= 0 && at <= 100).toBe(true);
        const { start, width } = endsOf({ min, max, from: Math.min(max, Math.max(min, 0)) }, value);
        expect(start >= 0 && start + width <= 100.5).toBe(true);
        const { x, y } = pointAt({ x: { min, max }, y: { min, max } }, { x: value, y: value });
        expect(x).toBeGreaterThanOrEqual(EDGE);
        expect(x).toBeLessThanOrEqual(SIZE - EDGE);
        expect(Math.abs(x + y - SIZE)).toBeLessThan(0.2);
      }),
    );
  });
});

describe('analyses of surveys', () => {
  it('are asked for where a survey can bear them', () => {
    expect(surveysFor('drivers', HOUSE).map(({ id }) => id)).toEqual(['service']);
    expect(surveysFor('ipa', HOUSE).map(({ id }) => id)).toEqual(['dual-rating']);
    expect(surveysFor('servqual', HOUSE)).toEqual([]);
    const [service] = surveysFor('drivers', HOUSE);
    expect(service && requestOf('drivers', service, days)).toEqual({ kind: 'drivers', survey: 'service', ...days, target: 'satisfaction' });
  });

  it('lead from a label to those who answered its question, or to all who answered', () => {
    const dual = HOUSE.surveys[1];
    expect(behind({ en: 'Speed', 'zh-Hans': 'Speed' }, dual, days)).toEqual({
      ...days,
      survey: 'dual-rating',
      question: 'items.speed.satisfaction',
    });
    expect(behind('items.speed', dual, days)?.question).toBe('items.speed.satisfaction');
    expect(behind('Reliability', dual, days)).toEqual({ ...days, survey: 'dual-rating' });
    expect(behind('x', undefined, days)).toBeUndefined();
    // No more days than the list of feedback takes.
    expect(behind('x', dual, { from: '2024-01-01', to: '2026-11-27' })?.from).toBe('2025-11-27');
  });

  it('marks are told in words', () => {
    const told = describeMark({ ...days, metric: 'ces', value: 6, max: 7, branch: 'east', topic: 'delivery' }, HOUSE, speech);
    expect(told).toEqual({ what: 'Effort = 6 of 7', within: `${speech.days(days)} · East · Delivery` });
    const question = describeMark({ ...days, survey: 'dual-rating', question: 'items.speed.satisfaction' }, HOUSE, speech);
    expect(question.what).toBe('Answers to “Speed”');
    expect(describeMark(days, HOUSE, speechIn('zh-Hans'))).toEqual({ what: '全部反馈', within: speechIn('zh-Hans').days(days) });
  });
});
