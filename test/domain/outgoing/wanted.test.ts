import { describe, expect, it } from 'vitest';
import { MAX_PAYLOAD_BYTES, newDelivery } from '../../../shared/domain/outgoing/delivery.ts';
import type { NoticeDestination } from '../../../shared/domain/outgoing/endpoint.ts';
import { endpointsFor, isFor, lineOf, roomsFor, withGist } from '../../../shared/domain/outgoing/wanted.ts';

const AT = '2026-11-23T02:00:00.000Z';
const happening = (type: string, data: object) => ({
  id: `case:2611-0042:1`,
  type,
  occurredAt: AT,
  data: { caseNumber: '2611-0042', ...data },
});
const opened = happening('CaseOpened', { severity: 3, branch: 'east', acknowledgeDueAt: '2026-11-24T01:10:00.000Z' });
const endpoint = (id: string, events: 'all' | string[], isEnabled = true) => ({ id, url: 'https://hooks.example.com/', events, isEnabled });
const room = (id: string, rest: Partial<NoticeDestination> = {}): NoticeDestination => ({
  id,
  kind: 'slack',
  language: 'en',
  events: 'all',
  isEnabled: true,
  ...rest,
});

describe('which events go where', () => {
  it('endpoints hear of the types they asked for, unless they are turned off', () => {
    const endpoints = [
      endpoint('all', 'all'),
      endpoint('opened', ['CaseOpened']),
      endpoint('other', ['NoteAdded']),
      endpoint('off', 'all', false),
    ];
    expect(endpointsFor(opened, endpoints)).toEqual(['all', 'opened']);
  });

  it('chat rooms hear by type, severity and branch', () => {
    const rooms = [
      room('all'),
      room('opened', { events: ['CaseOpened'] }),
      room('notes', { events: ['NoteAdded'] }),
      room('high', { severityAtLeast: 3 }),
      room('critical', { severityAtLeast: 4 }),
      room('east', { branch: 'east' }),
      room('south', { branch: 'south' }),
      room('off', { isEnabled: false }),
    ];
    expect(roomsFor(opened, rooms)).toEqual(['all', 'opened', 'high', 'east']);
  });

  it('an event that says neither branch nor severity is noted down, and judged by its case when it is said (P29)', () => {
    const reached = happening('DeadlineReached', { kind: 'offer', percent: 100 });
    const rooms = [room('east', { branch: 'east' }), room('critical', { severityAtLeast: 4 }), room('all')];
    expect(roomsFor(reached, rooms)).toEqual(['east', 'critical', 'all']);
    const said = (gist: Parameters<typeof withGist>[1]) =>
      rooms.filter((one) => isFor(one, withGist(lineOf(reached), gist))).map(({ id }) => id);
    expect(said({ severity: 2, branch: 'east' })).toEqual(['east', 'all']);
    expect(said({ severity: 4, branch: 'south' })).toEqual(['critical', 'all']);
    expect(said({ severity: 4 })).toEqual(['critical', 'all']);
    // A case that is not there any more: better one message more than a missed deadline unheard, but none in another branch's room.
    expect(said(undefined)).toEqual(['critical', 'all']);
  });

  it('what an event says itself comes before what its case says', () => {
    expect(withGist(lineOf(opened), { severity: 1, branch: 'south' })).toMatchObject({ severity: 3, branch: 'east' });
  });

  it('a raised severity is judged by what it is now', () => {
    const raised = happening('SeverityChanged', { from: 2, to: 4, isSerious: true });
    expect(roomsFor(raised, [room('critical', { severityAtLeast: 4 })])).toEqual(['critical']);
    expect(lineOf(raised)).toMatchObject({ severity: 4, isSerious: true });
  });
});

describe('a line of a notice', () => {
  it('holds number, severity, branch and deadline, and no words, whatever else the event has (P33)', () => {
    const wordy = happening('CaseOpened', {
      severity: 3,
      branch: 'east',
      acknowledgeDueAt: AT,
      comment: 'secret',
      owner: 'ana@example.com',
      to: 'somebody',
      kind: { a: 1 },
    });
    expect(lineOf(wordy)).toEqual({
      eventId: 'case:2611-0042:1',
      eventType: 'CaseOpened',
      at: AT,
      caseNumber: '2611-0042',
      severity: 3,
      branch: 'east',
      dueAt: AT,
    });
  });

  it('is made of an event of a shape nobody knows too', () => {
    expect(lineOf(happening('Unheard', { caseNumber: 7, severity: 'high', dueAt: 'soon' }))).toEqual({
      eventId: 'case:2611-0042:1',
      eventType: 'Unheard',
      at: AT,
    });
  });
});

describe('a delivery', () => {
  it('carries the event as it is, under an id of endpoint and event', () => {
    expect(newDelivery(opened, 'crm', AT)).toMatchObject({
      id: 'crm:case:2611-0042:1',
      eventId: 'case:2611-0042:1',
      state: 'due',
      dueAt: AT,
      payload: JSON.stringify(opened),
    });
  });

  it('of more than 256 KB has failed before it goes out, and shows why', () => {
    const large = happening('CaseOpened', { x: '值'.repeat(MAX_PAYLOAD_BYTES / 3) });
    expect(newDelivery(large, 'crm', AT)).toMatchObject({ state: 'failed', reason: 'payload-too-large', payload: '' });
    const empty = JSON.stringify(happening('CaseOpened', { x: '' })).length;
    const fits = happening('CaseOpened', { x: 'x'.repeat(MAX_PAYLOAD_BYTES - empty) });
    expect(newDelivery(fits, 'crm', AT)).toMatchObject({ state: 'due' });
  });
});
