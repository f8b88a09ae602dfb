import type { Localized } from '../../language.ts';
import { flagWords, severityWords, tierWords, topicWords } from '../../words.ts';
import { type About, agentName } from './about.ts';
import { phrases } from './words.ts';

/** Nothing that the customer wrote, and neither their name nor their address: mail goes through many hands (R17). */
export const ofStaff = (about: About) => ({
  recipientName: recipient(about),
  caseNumber: about.case.number,
  ownerName: agentName(about, about.case.owner),
  brandName: about.house.brandName[about.language],
});

/** Who reads it, where that is one person; mails to the owner call them by name in their first sentence. */
function recipient(about: About): string | undefined {
  const { to } = about.mail;
  const [only] = to === 'customer' || to.length !== 1 ? [] : to;
  return only === undefined || only === about.case.owner ? undefined : agentName(about, only);
}

export const named = (about: About, words: readonly Localized[]): string | undefined =>
  words.length === 0 ? undefined : words.map((one) => one[about.language]).join(phrases[about.language].comma);

const flags = (about: About) =>
  named(
    about,
    about.case.flags.map((flag) => flagWords[flag]),
  );
const topics = (about: About) =>
  named(
    about,
    about.case.topics.map((topic) => topicWords[topic]),
  );

/** What kind of case it is, for all mails that say so. */
export const kindOfCase = (about: About) => ({
  severity: severityWords[about.case.severity][about.language],
  flags: flags(about),
  topics: topics(about),
  tier: tierWords[about.case.tier][about.language],
});

export const causeOf = (about: About): string | undefined => {
  const { decision } = about.case;
  return decision && about.house.causes.find(({ id }) => id === decision.cause)?.name[about.language];
};
