import type { AudiencePerson } from '../../shared/domain/campaign/message.ts';
import { decideImport } from '../../shared/domain/customer/import.ts';
import type { WholeFile } from '../../shared/domain/customer/whole.ts';
import { AmendsError } from '../../shared/domain/errors.ts';
import type { InviteHouse, InvitePorts } from './invite.ts';

/** Somebody else makes the same file at this very moment: it is looked for again so often. */
const MAX_TRIES = 3;

/** Makes a file of somebody whom the register does not know. @throws Error where the config has no such branch: whoever brought the list had it checked. */
export async function keepPerson(
  { email, name, language, branch }: AudiencePerson,
  { files, keys, now }: Pick<InvitePorts, 'files' | 'keys' | 'now'>,
  { config }: Pick<InviteHouse, 'config'>,
): Promise<WholeFile | undefined> {
  const context = { by: 'system', now: now(), keys: await keys() };
  const settings = { branches: config.branches.map(({ id }) => id), defaultLanguage: config.brand.defaultLanguage };
  for (let attempt = 1; ; attempt += 1) {
    const [byAddress] = await files.find({ by: 'address', hash: context.keys.ofAddress(email) });
    if (byAddress !== undefined) return byAddress;
    const decision = decideImport({ email, name, language, branch }, { byAddress: undefined, byOwnId: undefined }, settings, context);
    if (!('change' in decision))
      throw new Error(`audience: a person was refused${'field' in decision ? ` for the field ${decision.field}` : ''}`);
    try {
      await files.save(decision.change);
      return await files.whole(decision.customerKey);
    } catch (error) {
      if (!(error instanceof AmendsError && error.status === 409) || attempt === MAX_TRIES) throw error;
    }
  }
}
