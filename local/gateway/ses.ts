import { addressesIn, headerValue, readHeaders } from '../mail/headers.ts';
import type { SentMail } from '../mail/sent.ts';
import { arn } from '../world.ts';
import { type Answered, forwardable, Refused, type Request, type Service } from './call.ts';
import { type Exchange, httpExchange } from './exchange.ts';

export interface SesSettings {
  readonly endpoint: string;
  /** What a mail is stamped with. */
  readonly now: () => string;
  readonly configurationSets: ReadonlySet<string>;
  /** Addresses and domains proven to be ours; the template's identities. */
  readonly identities: ReadonlySet<string>;
  readonly onSent: (mail: SentMail) => void;
}

/** Characters of a message tag's name and value. */
const TAG = /^[\w.@-]{1,256}$/;
/** SES counts To, Cc and Bcc together. */
const MAX_RECIPIENTS = 50;
const MAX_RAW_BYTES = 40 * 1024 * 1024;

/** SendRawEmail of the v1 API: forwarded to the mailbox page, kept, and reported as SES reports. */
export function sesService(settings: SesSettings): Service {
  const exchange = httpExchange(settings.endpoint);
  return {
    dialect: 'query',
    understand: (request) => {
      const form = new URLSearchParams(request.body.toString());
      const action = form.get('Action') ?? '';
      if (action !== 'SendRawEmail')
        throw new Refused(
          'InvalidAction',
          `The local cloud passes no SES ${action}. If functions need it, add it to local/gateway/ses.ts.`,
        );
      const mail = mailOf(form);
      const identity = identityOf(mail.source, settings.identities);
      const context = { 'ses:fromaddress': [mail.source], 'ses:recipients': mail.destinations };
      const set = mail.configurationSet;
      return {
        action,
        demands: [
          { action: 'ses:SendRawEmail', resource: arn('ses', `identity/${identity}`), context },
          ...(set === undefined ? [] : [{ action: 'ses:SendRawEmail', resource: arn('ses', `configuration-set/${set}`), context }]),
        ],
        answer: () => send(settings, exchange, request, mail),
      };
    },
  };
}

/** The proven identity that SES would use: the address itself, else its domain or the nearest one above it. */
function identityOf(source: string, identities: ReadonlySet<string>): string {
  const domain = source.slice(source.lastIndexOf('@') + 1).toLowerCase();
  const labels = domain.split('.');
  const candidates = [source.toLowerCase(), ...labels.map((_, i) => labels.slice(i).join('.'))];
  return candidates.find((candidate) => identities.has(candidate)) ?? domain;
}

async function send(
  settings: SesSettings,
  exchange: Exchange,
  request: Request,
  unsent: Omit<SentMail, 'messageId' | 'sentAt'>,
): Promise<Answered> {
  refuseAsSes(settings, unsent);
  const response = await exchange({
    method: 'POST',
    path: '/',
    headers: forwardable(request.headers),
    body: request.body,
  });
  const messageId = /<MessageId>([^<]+)<\/MessageId>/.exec(response.body.toString())?.[1];
  if (response.status !== 200 || messageId === undefined)
    throw new Refused('InvalidParameterValue', `aws-ses-v2-local answered ${response.status}: ${response.body.toString().slice(0, 300)}`);
  settings.onSent({ ...unsent, messageId, sentAt: settings.now() });
  return { status: 200, headers: { 'content-type': 'text/xml' }, body: response.body };
}

function refuseAsSes({ configurationSets, identities }: SesSettings, mail: Omit<SentMail, 'messageId' | 'sentAt'>): void {
  if (mail.configurationSet !== undefined && !configurationSets.has(mail.configurationSet)) {
    throw new Refused('ConfigurationSetDoesNotExist', `Configuration set <${mail.configurationSet}> does not exist.`);
  }
  if (!identities.has(identityOf(mail.source, identities))) {
    throw new Refused(
      'MessageRejected',
      `Email address is not verified. The following identities failed the check in region: ${mail.source}`,
    );
  }
  if (mail.destinations.length === 0) throw new Refused('InvalidParameterValue', 'Missing final recipients.');
  if (mail.destinations.length > MAX_RECIPIENTS) throw new Refused('MessageRejected', `Recipient count exceeds ${MAX_RECIPIENTS}.`);
  for (const [name, value] of Object.entries(mail.tags)) {
    if (!TAG.test(name) || !TAG.test(value)) throw new Refused('InvalidParameterValue', `Invalid tag name or value: ${name}.`);
  }
  if (mail.raw.length > MAX_RAW_BYTES) throw new Refused('InvalidParameterValue', 'Message length exceeds the maximum.');
}

function mailOf(form: URLSearchParams): Omit<SentMail, 'messageId' | 'sentAt'> {
  const raw = Buffer.from(form.get('RawMessage.Data') ?? '', 'base64');
  const headers = readHeaders(raw);
  const listed = numbered((i) => form.get(`Destinations.member.${i}`));
  const inHeaders = ['To', 'Cc', 'Bcc'].flatMap((name) => addressesIn(headerValue(headers, name)));
  const tags = numbered((i) => {
    const name = form.get(`Tags.member.${i}.Name`);
    return name === null ? null : ([name, form.get(`Tags.member.${i}.Value`) ?? ''] as const);
  });
  // Sent along in the message itself, as with SMTP: `a=1, b=2`.
  const inline = (headerValue(headers, 'X-SES-MESSAGE-TAGS') ?? '').split(',').flatMap((pair) => {
    const [name = '', value = ''] = pair.split('=').map((part) => part.trim());
    return name === '' ? [] : [[name, value] as const];
  });
  const configurationSet = form.get('ConfigurationSetName') ?? headerValue(headers, 'X-SES-CONFIGURATION-SET');
  return {
    source: addressesIn(form.get('Source') ?? headerValue(headers, 'From'))[0] ?? '',
    destinations: listed.length > 0 ? listed : inHeaders,
    ...(configurationSet === undefined ? {} : { configurationSet }),
    tags: Object.fromEntries([...inline, ...tags]),
    raw,
  };
}

/** Members of a list in AWS's query protocol, counted from 1. */
function numbered<Member>(read: (i: number) => Member | null): Member[] {
  const members: Member[] = [];
  for (let i = 1; ; i += 1) {
    const member = read(i);
    if (member === null) return members;
    members.push(member);
  }
}
