import { AudiencePerson, Cause, type InviteMessage } from '../campaign/message.ts';
import type { InputIssue } from '../errors.ts';
import { chooseLanguage, type Language } from '../language.ts';
import { member, memberAt, parseJson } from './json.ts';
import type { WebhookSource } from './source.ts';

/** By which a shop tells that somebody has got what they ordered. */
const TYPE = 'order.delivered';

export type OrderRead =
  | { readonly kind: 'invite'; readonly message: InviteMessage }
  | { readonly kind: 'invalid'; readonly issues: readonly InputIssue[] };

/**
 * The message that somebody got what they ordered, as the person to be asked how it was. The source's mapping says where the address, name, language, branch
 * and the order's id are; without an id, the signed id of the message stands for it.
 * @returns undefined where it is something else, or the source asks nobody.
 */
export function readOrderDelivered(
  source: WebhookSource,
  { text, messageId }: { readonly text: string; readonly messageId?: string | undefined },
  { branches, defaultLanguage }: { readonly branches: readonly string[]; readonly defaultLanguage: Language },
): OrderRead | undefined {
  if (source.provider !== 'standard-webhooks' || source.invites === undefined || !text.includes(TYPE)) return undefined;
  const body = parseJson(text);
  if (typeof body !== 'object' || body === null || member(body, 'type') !== TYPE) return undefined;
  const { fields } = source;
  const read = (field: string | undefined) => (field === undefined ? undefined : (memberAt(body, field) ?? undefined));
  const id = read(fields.id) ?? messageId;
  // Of anything else the text would be the same for all orders, and of several only the first would be asked about.
  const cause = Cause.safeParse(typeof id === 'number' ? String(id) : id);
  const locale = read(fields.locale);
  const branch = branches.find((one) => one === read(fields.branch)) ?? source.branch;
  const name = read(fields.name);
  const person = AudiencePerson.safeParse({
    email: read(fields.email),
    ...(typeof name === 'string' && name.trim() !== '' ? { name } : {}),
    ...(typeof locale === 'string' ? { language: chooseLanguage(locale, defaultLanguage) } : {}),
    ...(branch === undefined ? {} : { branch }),
  });
  const issues = [
    ...(person.success
      ? []
      : [
          {
            field: fields.email ?? 'email',
            reason: 'expected the e-mail address of whoever got the order, and a name of at most 200 characters',
          },
        ]),
    ...(cause.success ? [] : [{ field: fields.id ?? 'id', reason: 'expected the id of the order, 1 to 200 characters' }]),
  ];
  if (!person.success || !cause.success) return { kind: 'invalid', issues };
  return { kind: 'invite', message: { campaign: source.invites, person: person.data, cause: cause.data } };
}
