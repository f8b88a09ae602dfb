import { createHmac } from 'node:crypto';
import type { Comment } from './comment.ts';

/** A request as its sender makes it: the demo plays the browsers and the providers, with its own signing. */
export interface Delivery {
  readonly name: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Where a sender's secrets and pages come from. */
export interface SenderWorld {
  /** Secret of a source, as its provider knows it. */
  readonly secret: (source: string) => string;
  /** Fields that the form page hid in itself when this person opened it: the submission id, and the proof of when that was. */
  readonly hiddenFields: (comment: Comment) => Readonly<Record<string, string>>;
  readonly now: () => number;
}

type Sender = (comment: Comment, world: SenderWorld) => Delivery;

/** One sender per `via` of the comments. Fields are those of the default config. */
export const senders: Readonly<Record<Comment['via'], Sender>> = {
  form: (comment) => ({
    name: comment.id,
    path: '/f/service',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      // A browser's script would make a random one; this one makes sending everything again the same submissions.
      submissionId: `demo-submission-${comment.id}`,
      language: comment.language,
      branch: comment.branch,
      answers: {
        satisfaction: comment.satisfaction ?? 3,
        recommendation: comment.recommendation,
        reasons: comment.reasons,
        comment: comment.comment,
        contact: comment.customer,
      },
    }),
  }),

  'form-urlencoded': (comment, world) => {
    const fields = new URLSearchParams(world.hiddenFields(comment));
    fields.set('satisfaction', String(comment.satisfaction ?? 3));
    if (comment.recommendation !== undefined) fields.set('recommendation', String(comment.recommendation));
    for (const reason of comment.reasons) fields.append('reasons', reason);
    if (comment.comment !== undefined) fields.set('comment', comment.comment);
    if (comment.branch !== undefined) fields.set('branch', comment.branch);
    if (comment.customer !== undefined) {
      fields.set('contact.name', comment.customer.name ?? '');
      fields.set('contact.email', comment.customer.email);
      if (comment.customer.consent) fields.set('contact.consent', 'yes');
    }
    return {
      name: comment.id,
      path: '/f/service',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
      body: fields.toString(),
    };
  },

  shop: (comment, world) => {
    const { satisfaction, recommendation, customer } = comment;
    const body = JSON.stringify({
      type: 'feedback.created',
      timestamp: new Date(world.now()).toISOString(),
      data: {
        id: `shop-${comment.id}`,
        satisfaction,
        recommendation,
        comment: comment.comment,
        locale: comment.language,
        branch: comment.branch,
        customer: customer && { email: customer.email, name: customer.name, contactAllowed: customer.consent },
      },
    });
    const id = `msg_${comment.id}`;
    const timestamp = String(Math.floor(world.now() / 1000));
    const key = Buffer.from(world.secret('shop').replace(/^whsec_/, ''), 'base64');
    const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
    return {
      name: comment.id,
      path: '/hooks/shop',
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        'webhook-signature': `v1,${signature}`,
      },
      body,
    };
  },

  typeform: (comment, world) => {
    const { satisfaction, recommendation, customer } = comment;
    const answer = (ref: string, type: string, value: unknown) => ({ type, [type]: value, field: { id: `field-${ref}`, type, ref } });
    const body = JSON.stringify({
      event_id: `event-${comment.id}`,
      event_type: 'form_response',
      form_response: {
        form_id: 'serviceForm',
        token: `token-${comment.id}`,
        submitted_at: new Date(world.now()).toISOString(),
        landed_at: new Date(world.now() - 90_000).toISOString(),
        definition: { id: 'serviceForm', title: 'Service', fields: [] },
        answers: [
          ...(satisfaction === undefined ? [] : [answer('satisfaction', 'number', satisfaction)]),
          ...(recommendation === undefined ? [] : [answer('recommendation', 'number', recommendation)]),
          ...(comment.comment === undefined ? [] : [answer('comment', 'text', comment.comment)]),
          ...(customer === undefined ? [] : [answer('email', 'email', customer.email), answer('consent', 'boolean', customer.consent)]),
          ...(customer?.name === undefined ? [] : [answer('name', 'text', customer.name)]),
        ],
      },
    });
    return signedBody(comment.id, '/hooks/typeform', 'typeform-signature', 'sha256=', 'base64', world.secret('typeform'), body);
  },

  tally: (comment, world) => {
    const { satisfaction, customer } = comment;
    const field = (label: string, type: string, value: unknown) => ({ key: `question_${label}`, label, type, value });
    const body = JSON.stringify({
      eventId: `event-${comment.id}`,
      eventType: 'FORM_RESPONSE',
      createdAt: new Date(world.now()).toISOString(),
      data: {
        responseId: `response-${comment.id}`,
        submissionId: `response-${comment.id}`,
        respondentId: `respondent-${comment.id}`,
        formId: 'serviceForm',
        formName: 'Service',
        createdAt: new Date(world.now()).toISOString(),
        fields: [
          ...(satisfaction === undefined ? [] : [field('satisfaction', 'LINEAR_SCALE', satisfaction)]),
          ...(comment.comment === undefined ? [] : [field('comment', 'TEXTAREA', comment.comment)]),
          ...(customer === undefined
            ? []
            : [
                field('email', 'INPUT_EMAIL', customer.email),
                field('name', 'INPUT_TEXT', customer.name ?? null),
                field('consent', 'CHECKBOXES', customer.consent),
              ]),
        ],
      },
    });
    return signedBody(comment.id, '/hooks/tally', 'tally-signature', '', 'base64', world.secret('tally'), body);
  },

  delighted: (comment, world) => {
    const seconds = Math.floor(world.now() / 1000);
    const body = JSON.stringify({
      event_type: 'survey_response.created',
      event_id: `event-${comment.id}`,
      event_data: {
        id: `response-${comment.id}`,
        person: comment.customer && {
          id: `person-${comment.id}`,
          email: comment.customer.email,
          name: comment.customer.name ?? null,
          created_at: seconds,
        },
        survey_type: 'nps',
        score: comment.recommendation ?? 5,
        comment: comment.comment ?? null,
        created_at: seconds - 60,
        updated_at: seconds,
        person_properties: null,
        notes: [],
        tags: [],
      },
    });
    return signedBody(comment.id, '/hooks/delighted', 'x-delighted-webhook-signature', 'sha256=', 'hex', world.secret('delighted'), body);
  },
};

function signedBody(
  name: string,
  path: string,
  header: string,
  prefix: string,
  encoding: 'base64' | 'hex',
  secret: string,
  body: string,
): Delivery {
  const signature = prefix + createHmac('sha256', secret).update(body).digest(encoding);
  return { name, path, headers: { 'content-type': 'application/json', [header]: signature }, body };
}
