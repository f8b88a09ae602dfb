import { type Fragment, Html, html } from '../../shared/domain/html.ts';
import type { Language } from '../../shared/domain/language.ts';
import { deadlineWords, severityWords, tierWords, topicWords } from '../../shared/domain/words.ts';
import { LABELS, type Labels } from './labels.ts';
import { type Say, type SheetHouse, type SheetMatter, sayer } from './matter.ts';
import { entryOf } from './said.ts';
import { SHEET_STYLE } from './style.ts';
import { CHANNELS, OUTCOMES, ownerWords, STAGES, STATES, type Stage } from './words.ts';

/** Of the customer's words on the sheet, in UTF-16 units: the register holds the rest. */
const MAX_WORDS_LENGTH = 420;

/**
 * The register sheet of a case (R1, 客诉处理表): a page of HTML to be printed on A4, with all that was done, by whom and when, along the stages
 * facts → liability → remedy → approval → answer → corrective action → close, and what became of each deadline.
 */
export function caseSheet(matter: SheetMatter, house: SheetHouse, language: Language): string {
  const labels = LABELS[language];
  const say = sayer(house, language);
  const { number } = matter.case;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title>${labels.page(number)}</title>
<style>${new Html(SHEET_STYLE)}</style>
</head>
<body>
<header><h1>${labels.title}</h1><p>${house.brand[language]}<br><b>${number}</b></p></header>
<main>
${fields(matter, labels, say)}
${stages(matter, labels, say)}
${deadlines(matter, labels, say)}
<div class="signatures">${labels.signatures.map((role) => html`<span>${role}</span>`)}</div>
</main>
<footer>${labels.printed(say.time(house.printedAt))}</footer>
</body>
</html>
`.text;
}

type Field = readonly [label: string, value: string];

function fields({ case: value, customer, feedback }: SheetMatter, { fields: label, nothing, before, roundOf }: Labels, say: Say): Html {
  const { language } = say;
  const { facts, branch } = value;
  const comma = language === 'en' ? ', ' : '、';
  const rows: (readonly Field[])[] = [
    [
      [label.openedAt, say.time(value.openedAt)],
      [label.channel, CHANNELS[value.channel]?.[language] ?? value.channel],
      [label.branch, branch === undefined ? '' : say.name('branches', branch)],
    ],
    [
      [label.state, `${STATES[value.state][language]}${language === 'en' ? ', ' : '，'}${roundOf(value.round).toLocaleLowerCase()}`],
      [label.severity, [severityWords[value.severity][language], ...ownerWords(value, language)].join(comma)],
      [label.owner, [say.name('agents', value.owner), ...(value.team === undefined ? [] : [say.name('teams', value.team)])].join(comma)],
    ],
    [
      [label.customer, customer?.name ?? ''],
      [label.contact, [customer?.email, customer?.phone].filter((part) => part !== undefined).join(comma)],
      [label.tier, tierWords[value.tier][language]],
    ],
    [
      [label.product, facts.product ?? ''],
      [label.order, facts.order ?? ''],
      [label.quantity, facts.quantity ?? ''],
    ],
    [
      [label.topics, value.topics.map((topic) => topicWords[topic][language]).join(comma)],
      [label.occurredOn, facts.occurredOn ?? ''],
      [label.satisfaction, before(value.satisfactionBefore, value.satisfactionAfter)],
    ],
  ];
  const wide = (name: string, words: string | undefined) =>
    html`<tr><th scope="row">${name}</th><td colspan="5" class="words">${words || nothing}</td></tr>`;
  return html`<table class="fields"><tbody>
${rows.map((row) => html`<tr>${row.map(([name, words]) => html`<th scope="row">${name}</th><td>${words || nothing}</td>`)}</tr>`)}
${wide(label.words, wordsOf(feedback))}
${wide(label.wish, facts.wish)}
${facts.evidence !== undefined && wide(label.evidence, facts.evidence)}
</tbody></table>`;
}

/** What the customer said, first to last, as far as there is room. */
function wordsOf(feedback: SheetMatter['feedback']): string {
  const words = feedback.flatMap(({ subject, comment }) => comment ?? subject ?? []).join('\n');
  return words.length <= MAX_WORDS_LENGTH ? words : `${words.slice(0, MAX_WORDS_LENGTH).toWellFormed()}…`;
}

function stages({ case: value, history }: SheetMatter, labels: Labels, say: Say): Html {
  const byStage = new Map<Stage, Fragment[]>(STAGES.map((stage) => [stage, []]));
  let round = 1;
  for (const event of history) {
    if (event.type === 'CaseReopened') round += 1;
    const entry = entryOf(event, say);
    const label = value.round > 1 && html`<span class="round">${labels.roundOf(round)}</span>`;
    if (entry !== undefined) {
      byStage
        .get(entry.stage)
        ?.push(html`<td>${label}${entry.text[say.language]}</td><td>${say.who(event.by)}</td><td>${say.time(event.at)}</td>`);
    }
  }
  const { stage, what, who, when } = labels.columns;
  return html`<table class="stages"><thead><tr>${[stage, what, who, when].map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
${STAGES.map((name) => rowsOf(labels.stages[name], byStage.get(name) ?? [], labels))}
</table>`;
}

function rowsOf(name: string, cells: readonly Fragment[], { nothing }: Labels): Html {
  const [first = html`<td>${nothing}</td><td></td><td></td>`, ...rest] = cells;
  const rows = Math.max(1, cells.length);
  return html`<tbody><tr><th scope="rowgroup" rowspan="${rows}">${name}</th>${first}</tr>${rest.map((cell) => html`<tr>${cell}</tr>`)}</tbody>`;
}

function deadlines({ case: { deadlines: all, pause } }: SheetMatter, { deadlines: label, nothing }: Labels, say: Say): Html {
  const outcome = ({ outcome: known, since, endedAt }: (typeof all)[number]): Fragment => {
    if (known === 'breached') return html`<span class="late">${OUTCOMES[known][say.language]}</span>`;
    if (known !== undefined) return OUTCOMES[known][say.language];
    return pause !== undefined && since === undefined && endedAt === undefined ? label.waiting : label.running;
  };
  return html`<table class="deadlines"><caption>${label.title}</caption>
<thead><tr>${[label.kind, label.round, label.due, label.ended, label.outcome].map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${all.map(
    (one) =>
      html`<tr><td>${deadlineWords[one.kind][say.language]}</td><td>${one.round}</td><td>${say.time(one.dueAt)}</td><td>${one.endedAt === undefined ? nothing : say.time(one.endedAt)}</td><td>${outcome(one)}</td></tr>`,
  )}</tbody></table>`;
}
