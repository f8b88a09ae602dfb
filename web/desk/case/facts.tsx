import { moneyInWords } from '../../../shared/domain/recovery/money.ts';
import type { CaseDetails } from '../api-types.ts';
import { LongText } from '../long-text.tsx';
import { useSeat, withRemedies } from '../seat.ts';
import { language, say } from '../words.ts';

const FACTS = ['product', 'order', 'quantity', 'occurredOn', 'wish', 'evidence'] as const;

/** The register: what it is about, what was found, and the remedies with what became of them. */
export function Facts({ details }: { readonly details: CaseDetails }) {
  const { facts, finding, decision, resolution } = details.case;
  const rows = [
    ...FACTS.map((name) => ({ name, text: facts[name] })),
    { name: 'finding' as const, text: finding },
    { name: 'explanation' as const, text: decision?.explanation },
    { name: 'resolution' as const, text: resolution },
  ].filter(({ text }) => text !== undefined);
  return (
    <>
      {rows.length > 0 && (
        <section class="register" aria-labelledby="facts-title">
          <h2 id="facts-title">{say('register')}</h2>
          <dl>
            {rows.map(({ name, text }) => (
              <div key={name}>
                <dt>{say(`fact-${name}`)}</dt>
                <dd>
                  <LongText text={text ?? ''} isQuote={false} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <Offers details={details} />
    </>
  );
}

function Offers({ details }: { readonly details: CaseDetails }) {
  const told = withRemedies(useSeat(), details.remedies);
  const { offers } = details.case;
  const { committed, left } = details.authority;
  if (offers.length === 0) return null;
  return (
    <section class="register" aria-labelledby="offers-title">
      <h2 id="offers-title">{say('offers')}</h2>
      <ul class="offers">
        {offers.map(({ id, remedy, money, state }) => (
          <li key={id}>
            <span>
              {id} · {told.name('remedies', remedy)}
              {told.sum(money)}
            </span>
            <span class={`badge ${state === 'awaiting-approval' ? 'at-risk' : ''}`}>{say(`offer-${state}`)}</span>
          </li>
        ))}
      </ul>
      <p class="soft">{say('committed', { committed: moneyInWords(committed, language), left: moneyInWords(left, language) })}</p>
    </section>
  );
}
