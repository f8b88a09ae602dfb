import * as z from 'zod/mini';
import { member } from '../json.ts';
import type { FieldMapping, WebhookSource } from '../source.ts';
import { notUnderstood, type Open } from './provider.ts';

/** Delighted's fixed shape. Its score is the answer to "how likely are you to recommend us", 0–10. */
const FIELDS: FieldMapping = {
  ratings: [{ field: 'score', question: 'recommendation', metric: 'nps', min: 0, max: 10 }],
  comment: 'comment',
  email: 'email',
  name: 'name',
  locale: 'locale',
};

const Event = z.looseObject({ event_type: z.string(), event_data: z.optional(z.unknown()) });

const SurveyResponse = z.looseObject({
  id: z.union([z.string().check(z.minLength(1), z.maxLength(200)), z.int()]),
  survey_type: z.optional(z.string()),
  person: z.nullish(z.looseObject({})),
  person_properties: z.nullish(z.looseObject({})),
  /** Unix seconds. */
  updated_at: z.int().check(z.minimum(0), z.maximum(100_000_000_000)),
});

/**
 * Delighted: sends the response again whenever score, comment or another answer changes, so it is kept by `event_data.id` and the newest
 * `updated_at` wins. Events that are no response (a test, somebody unsubscribing) are nothing to take. Surveys on other scales than 0–10 are refused
 * rather than misread.
 */
export const openDelighted: Open<Extract<WebhookSource, { provider: 'delighted' }>> = (body) => {
  const event = Event.safeParse(body);
  if (!event.success) return notUnderstood('event_type', 'expected an event of Delighted');
  if (!/^survey_response\.(?:created|updated)$/.test(event.data.event_type)) return { kind: 'no-response' };
  const response = SurveyResponse.safeParse(event.data.event_data);
  if (!response.success) {
    return notUnderstood(
      ['event_data', ...(response.error.issues[0]?.path ?? [])].join('.'),
      'expected a response as Delighted documents it',
    );
  }
  const { id, survey_type, person, person_properties, updated_at } = response.data;
  if (survey_type !== undefined && survey_type !== 'nps')
    return notUnderstood('event_data.survey_type', 'expected "nps", the only scale read so far');
  return {
    kind: 'response',
    externalId: String(id),
    revision: updated_at * 1000,
    fields: FIELDS,
    read(field) {
      if (field === 'email' || field === 'name') return member(person, field);
      return field === 'locale' ? member(person_properties, 'locale') : member(response.data, field);
    },
  };
};
