import * as z from 'zod/mini';
import { member } from '../json.ts';
import type { WebhookSource } from '../source.ts';
import { notUnderstood, type Open } from './provider.ts';

const Answer = z.looseObject({
  type: z.string(),
  field: z.looseObject({ id: z.string(), ref: z.optional(z.string()) }),
});

const FormResponse = z.looseObject({
  token: z.string().check(z.minLength(1), z.maxLength(200)),
  answers: z.optional(z.array(Answer)),
  hidden: z.optional(z.record(z.string(), z.unknown())),
});

const Event = z.looseObject({ event_type: z.string(), form_response: z.optional(z.unknown()) });

/**
 * Typeform: fields are named by their `ref` (or id), hidden fields by their name. The response is its `token`, which retries keep;
 * `event_id` would be the delivery. Only `form_response` is a response: partial ones are not finished and may still change.
 */
export const openTypeform: Open<Extract<WebhookSource, { provider: 'typeform' }>> = (body, source) => {
  const event = Event.safeParse(body);
  if (!event.success) return notUnderstood('event_type', 'expected an event of Typeform');
  if (event.data.event_type !== 'form_response') return { kind: 'no-response' };
  const response = FormResponse.safeParse(event.data.form_response);
  if (!response.success) {
    return notUnderstood(
      ['form_response', ...(response.error.issues[0]?.path ?? [])].join('.'),
      'expected a response as Typeform documents it',
    );
  }
  const { token, answers = [], hidden } = response.data;
  return {
    kind: 'response',
    externalId: token,
    revision: 0,
    fields: source.fields,
    read(name) {
      const answer = answers.find(({ field }) => field.ref === name || field.id === name);
      return answer === undefined ? member(hidden, name) : answered(answer);
    },
  };
};

/** An answer's value stands under the name of its type; choices carry labels. */
function answered(answer: z.infer<typeof Answer>): unknown {
  const value = member(answer, answer.type);
  if (answer.type === 'choice') return member(value, 'label') ?? member(value, 'other');
  if (answer.type !== 'choices') return value;
  const labels = member(value, 'labels');
  const other = member(value, 'other');
  return [...(Array.isArray(labels) ? labels : []), ...(other === undefined || other === null ? [] : [other])];
}
