import { moneyInWords } from '../../../shared/domain/recovery/money.ts';
import type { CaseDetails, RemedyOption } from '../api-types.ts';
import { language, say } from '../words.ts';
import { type BoxProps, tied } from './field-box.tsx';

/** Whose yes a sum needs, as the limits on this case stand (R5). */
export function needOf(amount: number, { left, leftWithApproval }: CaseDetails['authority']): RemedyOption['needs'] {
  if (amount > leftWithApproval.amount) return 'beyond-all-limits';
  return amount > left.amount ? 'approval' : 'nothing';
}

const nameOf = ({ title, money }: RemedyOption) =>
  [title[language], ...(money === undefined ? [] : [moneyInWords(money, language)])].join(' · ');

/** The remedies prepared for the case, what the customer would read, and whether it is within the limit. */
export function RemedyField({ field, details, value, issue, set }: BoxProps) {
  const chosen = details.remedies.find(({ id }) => id === value);
  const { left, leftWithApproval } = details.authority;
  const sums = { left: moneyInWords(left, language), most: moneyInWords(leftWithApproval, language) };
  return (
    <>
      <select {...tied({ field, issue })} value={value} onChange={(event) => set(event.currentTarget.value)}>
        <option value="">{say('choose')}</option>
        {details.remedies.map((remedy) => (
          <option key={remedy.id} value={remedy.id} selected={remedy.id === value}>
            {`${nameOf(remedy)}${remedy.needs === 'nothing' ? '' : ` · ${say(`needs-${remedy.needs}`)}`}`}
          </option>
        ))}
      </select>
      {chosen !== undefined && (
        <div class="remedy">
          <p dir="auto">{chosen.text[details.case.language]}</p>
          <p class={`need ${chosen.needs}`}>{say(`need-${chosen.needs}`, sums)}</p>
        </div>
      )}
    </>
  );
}
