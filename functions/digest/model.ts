import { figuresOfBranch } from '../../shared/domain/digest/branch-view.ts';
import { chooseComments, type DigestComment } from '../../shared/domain/digest/comments.ts';
import { buildDigest, type DigestModel } from '../../shared/domain/digest/digest.ts';
import type { HouseFigures } from '../../shared/domain/digest/input.ts';
import type { Recipient } from '../../shared/domain/digest/settings.ts';
import type { Language } from '../../shared/domain/language.ts';
import { MASKS } from '../../shared/domain/redact/masks.ts';
import type { DigestPorts } from './ports.ts';

/** What this recipient is told of what was read for the house: nothing of a branch that is not theirs (P29). */
export async function modelFor(
  { branch, language, timeZone }: Pick<Recipient, 'branch' | 'language' | 'timeZone'>,
  house: HouseFigures,
  at: string,
  { config, translator }: Pick<DigestPorts, 'config' | 'translator'>,
): Promise<DigestModel> {
  const { brand, branches, recovery, redaction, standards } = config;
  const figures = branch === undefined ? house : figuresOfBranch(house, branch);
  const translations = await translated(figures, language, { config, translator });
  return buildDigest({
    ...{ language, timeZone, branch, at, figures, translations },
    ...{ brand, branches, redaction, standards, agents: recovery.agents },
  });
}

/** Nothing is chosen twice where nobody translates. */
async function translated(
  { feedback }: HouseFigures,
  language: Language,
  { config, translator }: Pick<DigestPorts, 'config' | 'translator'>,
) {
  if (translator === undefined) return undefined;
  const chosen = chooseComments(feedback, { ...config.redaction, masks: MASKS[language] });
  const foreign = chosen.filter((comment) => isForeign(comment, language));
  return foreign.length === 0 ? undefined : translator.translate(foreign, language);
}

/** Written in a language that is known and not the reader's. Who reads simplified characters reads traditional ones. */
const isForeign = ({ language }: DigestComment, reader: Language) => language !== 'und' && primary(language) !== primary(reader);
const primary = (tag: string) => tag.split('-')[0]?.toLowerCase();
