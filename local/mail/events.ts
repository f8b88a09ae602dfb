import * as z from 'zod';
import type { LocalClock } from '../clock.ts';
import type { Template } from '../template/template.ts';
import { ACCOUNT } from '../world.ts';
import { mailHeaders, readHeaders } from './headers.ts';
import type { SentMail } from './sent.ts';

const Destination = z.object({
  ConfigurationSetName: z.string(),
  EventDestination: z.object({
    Enabled: z.optional(z.boolean()),
    MatchingEventTypes: z.array(z.string()),
    SnsDestination: z.optional(z.object({ TopicARN: z.string() })),
  }),
});

/** Gives SES's event to the topics that the mail's configuration set names. */
export type MailEvents = (mail: SentMail) => void;

/**
 * What SES tells after a mail: `Send` and `Delivery`, or what its mailbox simulator stands for (bounce@, complaint@, suppressionlist@
 * simulator.amazonses.com, with any +label).
 * Shape: SES Developer Guide, "Examples of event data that Amazon SES publishes to Amazon SNS".
 */
export function mailEvents(
  template: Template,
  publish: (topicArn: string, message: string) => void,
  { now }: Pick<LocalClock, 'now'>,
): MailEvents {
  const destinations = template.ofType('AWS::SES::ConfigurationSetEventDestination').map((resource) => resource.read(Destination));
  return (mail) => {
    for (const { ConfigurationSetName, EventDestination: to } of destinations) {
      if (ConfigurationSetName !== mail.configurationSet || to.Enabled === false || to.SnsDestination === undefined) continue;
      const wanted = new Set(to.MatchingEventTypes.map((type) => type.toLowerCase()));
      for (const event of eventsOf(mail, now())) {
        if (wanted.has(event.eventType.toLowerCase())) publish(to.SnsDestination.TopicARN, JSON.stringify(event));
      }
    }
  };
}

function eventsOf(mail: SentMail, timestamp: string) {
  const common = {
    timestamp: mail.sentAt,
    source: mail.source,
    sendingAccountId: ACCOUNT,
    messageId: mail.messageId,
    destination: mail.destinations,
    ...mailHeaders(readHeaders(mail.raw)),
    tags: {
      'ses:configuration-set': [mail.configurationSet ?? ''],
      'ses:source-ip': ['127.0.0.1'],
      'ses:from-domain': [mail.source.slice(mail.source.indexOf('@') + 1)],
      ...Object.fromEntries(Object.entries(mail.tags).map(([name, value]) => [name, [value]])),
    },
  };
  const event = (eventType: string, detail: unknown) => ({ eventType, mail: common, [eventType.toLowerCase()]: detail });
  const events = [event('Send', {})];
  const bounced = mail.destinations.filter((address) => /^(bounce|suppressionlist)(\+.*)?@simulator\.amazonses\.com$/i.test(address));
  const delivered = mail.destinations.filter((address) => !bounced.includes(address));
  const complained = mail.destinations.filter((address) => /^complaint(\+.*)?@simulator\.amazonses\.com$/i.test(address));
  if (bounced.length > 0) {
    const recipients = bounced.map((emailAddress) => ({
      emailAddress,
      action: 'failed',
      status: '5.1.1',
      diagnosticCode: 'smtp; 550 5.1.1 user unknown',
    }));
    events.push(
      event('Bounce', {
        bounceType: 'Permanent',
        bounceSubType: 'General',
        bouncedRecipients: recipients,
        timestamp,
        feedbackId: `local-${mail.messageId}`,
      }),
    );
  }
  if (delivered.length > 0) {
    events.push(
      event('Delivery', {
        timestamp,
        processingTimeMillis: 1,
        recipients: delivered,
        smtpResponse: '250 2.6.0 Message received',
        reportingMTA: 'local',
      }),
    );
  }
  if (complained.length > 0) {
    const recipients = complained.map((emailAddress) => ({ emailAddress }));
    events.push(
      event('Complaint', {
        complainedRecipients: recipients,
        timestamp,
        feedbackId: `local-${mail.messageId}`,
        complaintFeedbackType: 'abuse',
      }),
    );
  }
  return events;
}
