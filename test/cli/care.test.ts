import { beforeEach, describe, expect, it } from 'vitest';
import { CallPlan } from '../../shared/domain/customer/call.ts';
import type { Customer } from '../../shared/domain/customer/file.ts';
import { type WholeFile, wholeFile } from '../../shared/domain/customer/whole.ts';
import { DeskWorld } from '../functions/desk/world.ts';
import { aCase, opened } from '../samples.ts';
import { serveDesk } from './desk-server.ts';
import { typed } from './in-process.ts';

const customerKey = 'customer-key-1';
const ana: Customer = {
  ...{ customerKey, name: 'Ana Silva', phone: '+86 138 0000 0000', language: 'en', since: '2026-10-20T08:00:00.000Z' },
  consent: { contact: true, care: false, at: '2026-10-20T08:00:00.000Z', by: 'agent:lin', source: 'visit' },
};

let world: DeskWorld;
let desk: Awaited<ReturnType<typeof serveDesk>>;
let whole: WholeFile;
beforeEach(async () => {
  world = new DeskWorld();
  whole = wholeFile([ana]);
  Object.assign(world.ports.config.customers, { calls: [CallPlan.parse({})] });
  Object.assign(world.ports.customers.files, {
    whole: async () => whole,
    history: async () => ({ items: [] }),
    save: async ({ writes: [write] }: { writes: readonly { set: Partial<Customer> }[] }) => {
      whole = wholeFile([{ ...ana, ...write?.set, version: 2 }]);
    },
  });
  Object.assign(world.ports.customers, { calls: { callsUntil: async () => ({ items: [{ customerKey, on: '2026-10-20', whole }] }) } });
  desk = await serveDesk({ desk: world });
  return () => desk.close();
});
const amends = (...line: string[]) => typed(line, desk.env('lin'));

describe('amends calls (R7)', () => {
  it('list says whom to call, with number and telephone', async () => {
    const { code, out } = await amends('calls', 'list');
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringMatching(/2026-11-20 +customer-key-1 +Ana Silva +\+86 138 0000 0000 +en +new/),
    });
  });

  it('done writes it down', async () => {
    const { code, out } = await amends('calls', 'done', customerKey, '--outcome', 'not-reached', '--note', 'Voice box.');
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('Written down: not-reached, 2026-11-23T02:00.') });
    expect(whole.calls).toMatchObject([{ outcome: 'not-reached', note: 'Voice box.' }]);
  });

  it('done needs an outcome, one of two', async () => {
    expect(await amends('calls', 'done', customerKey)).toMatchObject({ code: 2, err: expect.stringContaining('--outcome') });
    expect(await amends('calls', 'done', customerKey, '--outcome', 'perhaps')).toMatchObject({ code: 2 });
  });
});

describe('amends cases replies (R25)', () => {
  it('shows answers for the case, those that fit first, and sends nothing', async () => {
    const value = aCase({ topics: ['delivery'] });
    world.cases.set(value.number, { case: value, history: [opened(value)] });
    const { code, out } = await amends('cases', 'replies', value.number, '--language', 'zh-Hans');
    expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^\* late-delivery: 配送延误\n\n/) });
    expect(world.sent).toEqual([]);
  });
});
