import type { AmendsConfig } from '../../shared/config/schema.ts';
import type { Campaign, ContactRules } from '../../shared/domain/campaign/campaign.ts';
import { decideInvitation, type Invitee, type InvitingHouse } from '../../shared/domain/campaign/invite.ts';
import type { InviteMessage } from '../../shared/domain/campaign/message.ts';
import { shareOf } from '../../shared/domain/campaign/sampling.ts';
import type { PersonKeys } from '../../shared/domain/customer/change.ts';
import { isTombstone, versionOfFile } from '../../shared/domain/customer/file.ts';
import { asWrittenFrom, type WholeFile } from '../../shared/domain/customer/whole.ts';
import type { Survey } from '../../shared/domain/survey/survey.ts';
import type { ActionQueue, CustomerFiles, InvitationRegister } from '../../shared/ports.ts';
import { keepPerson } from './keep-person.ts';

export interface InvitePorts {
  readonly register: InvitationRegister;
  readonly files: Pick<CustomerFiles, 'whole' | 'find' | 'save'>;
  readonly actions: ActionQueue;
  readonly keys: () => Promise<PersonKeys>;
  /** Of campaign, person and cause: the same for ever. */
  readonly invitationId: (campaign: string, customerKey: string, cause: string | undefined) => string;
  /** Of campaign and person, uniform in 0 … 1: the same for ever. */
  readonly placeOf: (campaign: string, customerKey: string) => number;
  readonly now: () => string;
}

export interface InviteHouse extends InvitingHouse {
  readonly campaigns: readonly Campaign[];
  readonly surveys: readonly Survey[];
  readonly contactRules: ContactRules;
  readonly config: Pick<AmendsConfig, 'branches' | 'brand'>;
}

/** `known`: they were asked before, or were not for a reason that stands. `erased`: of them nothing is kept, not even that. */
export type InviteOutcome = 'invited' | 'withheld' | 'known' | 'erased';

/** Others write about the same person at this very moment: it is decided anew so often, then the queue brings the message again. */
const MAX_TRIES = 8;

/**
 * Invites one person, or records why they are not: at most once for campaign, person and cause, however often and in whatever order the message comes.
 * What it was decided on must still stand when it is written, so the contact rules hold also where several campaigns ask for the same person at once.
 * @throws Error where the campaign is not in the config, its survey was changed under the same version, or the person is written to without end.
 */
export async function invite(message: InviteMessage, ports: InvitePorts, house: InviteHouse): Promise<InviteOutcome> {
  const { campaign, survey, share } = await setUp(message.campaign, ports, house);
  for (let attempt = 1; attempt <= MAX_TRIES; attempt += 1) {
    const found = await inviteeOf(message, share, ports, house);
    if (found === 'erased') return 'erased';
    const { whole, invitee, ledgers } = found;
    if (await isKnown(whole?.keys ?? [invitee.customerKey], message, ports)) return 'known';
    const { invitation, contact, action } = decideInvitation(invitee, { campaign, survey, share, now: ports.now() }, house);
    const standing = whole?.files[0];
    const outcome = await ports.register.record({
      invitation,
      action,
      contact: contact && { contact, ledgers },
      file: standing && { customerKey: standing.customerKey, version: versionOfFile(standing) },
    });
    if (outcome === 'known') return 'known';
    if (outcome === 'contested') continue;
    if (action !== undefined) await ports.actions.send([action.id]);
    return contact === undefined ? 'withheld' : 'invited';
  }
  throw new Error(`campaign ${campaign.id}: the register of one person was written ${MAX_TRIES} times while they were to be invited`);
}

async function setUp(id: string, { register }: InvitePorts, { campaigns, surveys }: InviteHouse) {
  const campaign = campaigns.find((one) => one.id === id);
  const survey = surveys.find((one) => one.id === campaign?.survey);
  if (campaign === undefined || survey === undefined) throw new Error(`campaign "${id}": expected it and its survey in the config`);
  if ((await register.keepSurvey(survey)) === 'differs') {
    throw new Error(
      `surveys.${survey.id}: its questions were changed under version ${survey.version}. Raise the version, deploy, then redrive.`,
    );
  }
  const share = shareOf(campaign.sample, (await register.run(id))?.audienceSize);
  if (share === undefined)
    throw new Error(`campaign "${id}": a sample of a size needs a start that says how many there are to choose from`);
  return { campaign, survey, share };
}

async function inviteeOf(message: InviteMessage, share: number, ports: InvitePorts, house: InviteHouse) {
  const keys = await ports.keys();
  const given = 'person' in message ? message.person : undefined;
  const key = 'person' in message ? keys.ofAddress(message.person.email) : message.customerKey;
  const known = await ports.files.whole(key);
  if (known !== undefined && isTombstone(known)) return 'erased';
  // Of who is not in the sample no file is made: there is nothing to be asked of them.
  const isWanted = ports.placeOf(message.campaign, known?.customerKey ?? key) < share;
  const whole = known ?? (given !== undefined && isWanted ? await keepPerson(given, ports, house) : undefined);
  const customerKey = whole?.customerKey ?? key;
  const ledgers = await ports.register.ledgers(whole?.keys ?? [customerKey]);
  const invitee: Invitee = {
    id: ports.invitationId(message.campaign, customerKey, message.cause),
    customerKey,
    language: whole?.language ?? given?.language ?? house.config.brand.defaultLanguage,
    branch: given?.branch ?? whole?.branch,
    cause: message.cause,
    place: ports.placeOf(message.campaign, customerKey),
    addressee: whole && (await addresseeOf(whole, key, ports)),
    contacts: ledgers.flatMap(({ contacts }) => contacts),
  };
  return { whole, invitee, ledgers };
}

async function addresseeOf(whole: WholeFile, key: string, { register }: InvitePorts) {
  const person = asWrittenFrom(key, whole);
  return { ...person, isSuppressed: await register.isSuppressed(person.customerKey) };
}

/** Under any of the person's keys: files that were merged since may have been asked under another. */
async function isKnown(
  keys: readonly string[],
  { campaign, cause }: InviteMessage,
  { register, invitationId }: InvitePorts,
): Promise<boolean> {
  const found = await Promise.all(keys.map((key) => register.invitation(invitationId(campaign, key, cause))));
  return found.some((one) => one !== undefined);
}
