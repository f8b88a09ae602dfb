import { moneyInWords } from '../../../shared/domain/recovery/money.ts';
import { tierWords } from '../../../shared/domain/words.ts';
import type { CustomerFile } from '../api-types.ts';
import { useSeat } from '../seat.ts';
import { LIST_COMMA, language, say } from '../words.ts';

interface Fact {
  readonly name: string;
  readonly text: string | undefined;
}

const yesNo = (is: boolean | undefined) => (is === undefined ? undefined : say(is ? 'yes' : 'no'));

/** What is known of a person, as far as it is known. */
export function FileFacts({ file }: { readonly file: CustomerFile }) {
  const { told } = useSeat();
  const { email, otherEmails, phone, branch, tier, figures, consent, since, lastSatisfaction, feedbackCount } = file;
  const facts: Fact[] = [
    { name: say('customer-email'), text: [email, ...otherEmails].filter((one) => one !== undefined).join(LIST_COMMA) || undefined },
    { name: say('customer-phone'), text: phone },
    { name: say('customer-language'), text: say(`language-${file.language}`) },
    { name: say('customer-tier'), text: tierWords[tier][language] },
    { name: say('customer-branch'), text: branch && told.name('branches', branch) },
    { name: say('customer-since'), text: told.time(since).slice(0, 10) },
    { name: say('customer-feedback'), text: String(feedbackCount) },
    {
      name: say('customer-satisfaction'),
      text: lastSatisfaction === undefined ? undefined : say('ofHundred', { n: Math.round(lastSatisfaction) }),
    },
    { name: say('customer-spending'), text: figures?.spending && moneyInWords(figures.spending, language) },
    { name: say('customer-contact'), text: yesNo(consent?.contact) },
    { name: say('customer-care'), text: yesNo(consent?.care) },
  ];
  return (
    <dl class="facts-list">
      {facts.map(
        ({ name, text }) =>
          text !== undefined && (
            <div key={name}>
              <dt>{name}</dt>
              <dd dir="auto">{text}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
