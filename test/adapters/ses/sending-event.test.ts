import { describe, expect, it } from 'vitest';
import { readSendingEvent } from '../../../shared/adapters/ses/sending-event.ts';
import { bounce, complaint, sendingEventBody } from '../../mail-samples.ts';

const TAG = '2611-0001.acknowledgement';

describe('readSendingEvent', () => {
  it.each(['Send', 'Delivery', 'DeliveryDelay'])('%s shows that SES took the mail of an action (P26)', (type) => {
    expect(readSendingEvent(sendingEventBody(type, {}, { tag: TAG }))).toEqual({
      actionId: '2611-0001:acknowledgement',
      sesMessageId: '0100018f-0000-ses',
      at: '2026-11-22T08:31:00.000Z',
      isSent: true,
      refusal: undefined,
      suppressed: undefined,
    });
  });

  it.each(['eventType', 'notificationType'] as const)('a permanent bounce, told by %s, names who must not be written to', (form) => {
    expect(readSendingEvent(sendingEventBody('Bounce', bounce('Permanent', 'Ruth <ruth@example.com>'), { form }))).toMatchObject({
      actionId: undefined,
      isSent: true,
      at: '2026-11-22T08:32:00.000Z',
      suppressed: { reason: 'bounce', addresses: ['ruth@example.com'] },
    });
  });

  it.each(['Transient', 'Undetermined'])('a bounce that is %s silences nobody', (type) => {
    expect(readSendingEvent(sendingEventBody('Bounce', bounce(type))).suppressed).toBeUndefined();
  });

  it('a complaint does, unless it says "not spam"', () => {
    expect(readSendingEvent(sendingEventBody('Complaint', complaint())).suppressed).toEqual({
      reason: 'complaint',
      addresses: ['ruth@example.com'],
    });
    expect(readSendingEvent(sendingEventBody('Complaint', complaint('ruth@example.com', null))).suppressed).toBeDefined();
    expect(readSendingEvent(sendingEventBody('Complaint', complaint('ruth@example.com', 'not-spam'))).suppressed).toBeUndefined();
  });

  it.each([
    ['Reject', 'ses-reject'],
    ['Rendering Failure', 'ses-rendering-failure'],
  ])('%s: it was not sent after all', (type, refusal) => {
    expect(readSendingEvent(sendingEventBody(type, {}, { tag: TAG }))).toMatchObject({ isSent: false, refusal });
  });

  it('a type that is new to us changes nothing', () => {
    expect(readSendingEvent(sendingEventBody('Subscription', {}, { tag: TAG }))).toMatchObject({
      isSent: false,
      refusal: undefined,
      suppressed: undefined,
    });
  });

  it.each(['', '{}', '{"mail":{}}', sendingEventBody('Send').replace('eventType', 'x')])(
    'anything else fails without values (P33): %s',
    (body) => {
      expect(() => readSendingEvent(body)).toThrow(/SES event: expected .* missing or malformed: [\w., ]+$/);
    },
  );
});
