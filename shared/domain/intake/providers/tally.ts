import * as z from 'zod/mini';
import type { WebhookSource } from '../source.ts';
import { notUnderstood, type Open } from './provider.ts';

const Choice = z.looseObject({ id: z.string(), text: z.string() });

const Field = z.looseObject({
  key: z.string(),
  label: z.nullish(z.string()),
  type: z.string(),
  value: z.optional(z.unknown()),
  options: z.optional(z.array(Choice)),
});
type Field = z.infer<typeof Field>;

const Event = z.looseObject({ eventType: z.string(), data: z.optional(z.unknown()) });

const Submission = z.looseObject({
  submissionId: z.string().check(z.minLength(1), z.maxLength(200)),
  fields: z.array(Field),
});

/**
 * Tally: fields are named by their label, whatever its case, or by their key. Choices come as ids of options and are read as the options' texts.
 * Hidden and calculated fields are fields like any other. The response is its `submissionId`.
 */
export const openTally: Open<Extract<WebhookSource, { provider: 'tally' }>> = (body, source) => {
  const event = Event.safeParse(body);
  if (!event.success) return notUnderstood('eventType', 'expected an event of Tally');
  if (event.data.eventType !== 'FORM_RESPONSE') return { kind: 'no-response' };
  const submission = Submission.safeParse(event.data.data);
  if (!submission.success) {
    return notUnderstood(['data', ...(submission.error.issues[0]?.path ?? [])].join('.'), 'expected a response as Tally documents it');
  }
  const { submissionId, fields } = submission.data;
  return {
    kind: 'response',
    externalId: submissionId,
    revision: 0,
    fields: source.fields,
    read(name) {
      const wanted = normal(name);
      const named = fields.filter((field) => field.key === name || normal(field.label ?? '') === wanted);
      // Two pages of a form may ask the same; only one of them was answered.
      return named.map(answered).find((value) => value !== undefined && value !== null);
    },
  };
};

const normal = (label: string) => label.trim().toLowerCase();

function answered({ type, value, options }: Field): unknown {
  if (options === undefined || !Array.isArray(value)) return value;
  // A single box is a yes or no ("You may write to me"): whether it is ticked says it, not what stands beside it.
  if (type === 'CHECKBOXES' && options.length === 1) return value.length > 0;
  return value.map((id) => options.find((option) => option.id === id)?.text ?? id);
}
