import type { CustomerFile, HistoryPage } from '../../../shared/api/customer-schemas.ts';
import { moneyInWords } from '../../../shared/domain/recovery/money.ts';
import { excerpt, table } from '../output.ts';

const line = (name: string, value: string | undefined) => (value === undefined || value === '' ? [] : [`${name}: ${value}`]);

/** A customer's file for people to read. */
export function fileInWords(file: CustomerFile): string {
  const { figures, consent, quietTimes } = file;
  if (file.erasedAt !== undefined && file.email === undefined) return `${file.customerKey}  erased ${file.erasedAt.slice(0, 16)}`;
  return [
    `${file.customerKey}  ${file.name ?? '(no name)'}  ${file.tier}${file.isTierSet ? ' (set by hand)' : ''}`,
    ...line('address', [file.email ?? 'none', ...file.otherEmails].join(', ')),
    ...line('telephone', file.phone),
    ...line('own ids', file.ownIds.join(', ')),
    ...line('branch', file.branch),
    ...line('industry', file.industry),
    `language ${file.language}, since ${file.since.slice(0, 10)}, version ${file.version}`,
    ...line('spending', figures?.spending && moneyInWords(figures.spending, 'en')),
    ...line('orders a year', figures?.ordersPerYear?.toString()),
    ...line('last order', figures?.lastOrderOn),
    ...line(
      'consent',
      consent &&
        `contact ${yesNo(consent.contact)}, care ${yesNo(consent.care)} (${consent.source}, ${consent.at.slice(0, 10)}, ${consent.by})`,
    ),
    ...line(
      'quiet',
      quietTimes && `${quietTimes.from}–${quietTimes.to}${quietTimes.timeZone === undefined ? '' : ` ${quietTimes.timeZone}`}`,
    ),
    `feedback: ${file.feedbackCount}${file.lastSatisfaction === undefined ? '' : `, last score ${Math.round(file.lastSatisfaction)}`}`,
    `open cases: ${file.openCases.join(', ') || 'none'}`,
    ...line('keys', file.keys.length > 1 ? file.keys.join(', ') : undefined),
  ].join('\n');
}

const yesNo = (value: boolean) => (value ? 'yes' : 'no');

export const historyInWords = ({ items }: HistoryPage) =>
  items.length === 0
    ? 'Nothing that you may see.'
    : table(
        ['WHEN', 'WHAT', 'ID', 'HOW', 'WORDS'],
        items.map((item) =>
          item.kind === 'case'
            ? [item.at.slice(0, 16), 'case', item.case.number, item.case.state, '']
            : [
                item.at.slice(0, 16),
                'feedback',
                item.feedback.id,
                item.feedback.understanding.sentiment.label,
                excerpt(item.feedback.comment ?? item.feedback.subject, 48),
              ],
        ),
      );
