const WORDS = [
  'The parcel came two weeks late and nobody answered my calls.',
  'Friendly staff, thank you! <img src=x onerror=alert(1)> "quotes" & more',
  '包裹晚到了两个星期，客服电话也一直打不通。',
  'مرحبا، وصل الطرد متأخرا جدا 📦',
  `=SUM(A1:A9) ${'A very long complaint that does not end. '.repeat(30)}`,
];

/** Feedback behind a mark: invented, with words as bad as they come. */
export function feedbackPage(query: URLSearchParams) {
  const value = Number(query.get('value') ?? 1);
  const metric = query.get('metric') ?? 'csat';
  return {
    items: WORDS.map((comment, i) => ({
      id: `f${i}`.padEnd(26, 'a'),
      ...{ source: 'form', channel: 'form', externalId: `x${i}`, revision: 0, survey: 'service', branch: i % 2 ? 'south' : 'east' },
      receivedAt: `2026-11-2${6 - i}T03:2${i}:00.000Z`,
      answers: [{ question: 'satisfaction', metric, value, min: metric === 'nps' ? 0 : 1, max: metric === 'nps' ? 10 : 5 }],
      ...{ reasons: i % 2 ? [] : ['delivery'], isReachable: true, recoveryReasons: [], contentHash: 'x' },
      ...(i === 3 ? { subject: 'Re: <b>late</b>' } : {}),
      comment,
      isExcerpt: i === 4,
      understanding: {
        ...{ language: 'en', sentiment: { label: 'negative', score: -0.8, confidence: 0.9 }, intent: 'complaint', severity: 2 },
        ...{ topics: [{ topic: 'waiting', polarity: 'negative', evidence: [] }], severityReasons: [], flags: [], engine: 'linear@1' },
      },
      ...(i % 2 ? {} : { caseNumber: `2026-000${i + 1}` }),
    })),
  };
}
