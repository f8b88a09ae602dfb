import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tallyOf } from '../../shared/domain/metrics/tally.ts';
import { DeskWorld } from '../functions/desk/world.ts';
import { serveDesk } from './desk-server.ts';
import { typed } from './in-process.ts';

let world = new DeskWorld();
let server: Awaited<ReturnType<typeof serveDesk>> | undefined;
beforeEach(async () => {
  world = new DeskWorld();
  world.series.set('all', [
    {
      start: '2026-11-20',
      tally: tallyOf({
        ...{ n: 100, csat5: 80, csat1: 20, csatTop2: 80, ces7v7: 9, ces7v1: 3, fcrYes: 4, fcrNo: 2 },
        ...{ casesOpened: 22, casesNotComplaints: 2, casesValid: 9, casesUnfounded: 6 },
        ...{ recoveryPairs: 10, recoveryBeforeSum: 20_000, recoveryAfterSum: 70_000, recoveryChangeSquareSum: 260_000_000 },
        ...{ answerTime10: 12, answerWork10: 12, solveTime22: 40, solveWork18: 9 },
        ...{
          invited: 60,
          invitationsWithheld: 5,
          invitationsNotReached: 5,
          invitationsSent: 50,
          invitationsBegun: 30,
          invitationsAnswered: 20,
        },
      }),
    },
  ]);
  server = await serveDesk({ desk: world });
});
afterEach(() => server?.close());

const metrics = async (...options: string[]) => (await typed(['metrics', ...options], server?.env('root') ?? {})).out;

describe('amends metrics', () => {
  it('shows every figure with n and interval, and only n where fewer than ten stand behind it (R19)', async () => {
    const out = await metrics();
    expect(out).toMatch(/80\.0 % \[71\.1 %, 86\.7 %\] n = 100/);
    expect(out).toMatch(/75\.0 % \[46\.8 %, 91\.1 %\] n = 12/);
    expect(out).toMatch(/– \(n = 6\)/);
    expect(out).toMatch(/20\.0 \[12\.2, 30\.9\]/);
    expect(out).toMatch(/50 \[\d+, \d+\] n = 10/);
    expect(out).toMatch(/40\.0 % \[27\.6 %, 53\.8 %\] n = 50/);
    expect(out).toMatch(/– \(n = 9\)/);
    expect(out).toMatch(/12\.9 h \[11\.1 h, 15\.2 h\], .* n = 40/);
    expect(out).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('shows a line for each period (R19)', async () => {
    const out = await metrics('--from', '2026-10-30', '--to', '2026-11-22', '--per', 'month');
    expect(out).toMatch(/^all 2026-10-30 – 2026-10-31 {2}0 /m);
    expect(out).toMatch(/^all 2026-11-01 – 2026-11-22 {2}100 /m);
  });
});
