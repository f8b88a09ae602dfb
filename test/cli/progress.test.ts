import { describe, expect, it } from 'vitest';
import { Progress } from '../../local/cli/progress.ts';

function shown({ isLive = true, total, columns }: { isLive?: boolean; total?: number; columns?: number }) {
  let now = 5000;
  const written: string[] = [];
  const progress = new Progress({ columns, write: (text) => written.push(text) }, { isLive, total, now: () => now });
  const pass = (seconds: number, lines: number, bytes: number) => {
    now += seconds * 1000;
    progress.add(lines, bytes);
  };
  return { progress, written, pass };
}

describe('progress', () => {
  it('tells the share of bytes, the count, the speed and about how long it still takes', () => {
    const { written, pass } = shown({ total: 1000 });
    pass(2, 2400, 250);
    expect(written).toEqual(['\r\u001b[K25 % [#####---------------] 2,400 lines, 1,200 a second, about 6 s left']);
  });

  it('tells count and speed where the size is not known', () => {
    const { written, pass } = shown({});
    pass(2, 2400, 250);
    expect(written).toEqual(['\r\u001b[K2,400 lines, 1,200 a second']);
  });

  it('is drawn at most ten times a second, and no wider than the terminal', () => {
    const { written, pass } = shown({ total: 1000, columns: 20 });
    for (let i = 0; i < 100; i += 1) pass(0.01, 1, 1);
    expect(written.length).toBeLessThanOrEqual(11);
    expect(Math.max(...written.map((text) => text.replace('\r\u001b[K', '').length))).toBe(19);
  });

  it('is as wide as usual on a terminal that says it has no columns', () => {
    const { written, pass } = shown({ total: 1000, columns: 0 });
    pass(1, 1, 500);
    expect(written[0]).toContain('50 %');
  });

  it('makes room for what is said, and goes', () => {
    const { progress, written, pass } = shown({});
    pass(1, 10, 10);
    progress.say('file:3: odd');
    progress.clear();
    expect(written.slice(1)).toEqual(['\r\u001b[K', 'file:3: odd\n']);
  });

  it('draws nothing where it is not to be live, and sums up', () => {
    const { progress, written, pass } = shown({ isLive: false, total: 1000 });
    pass(65, 130_000, 1000);
    progress.clear();
    expect({ written, summary: progress.summary() }).toEqual({ written: [], summary: '130,000 lines in 65.0 s, 2,000 a second' });
  });
});
