import { type Fragment, type Html, html, when } from '../../shared/domain/html.ts';
import { PAIRS } from '../../shared/domain/survey/pairs.ts';
import { CANNOT_SAY } from '../../shared/domain/survey/reading.ts';
import type { QuestionOf } from '../../shared/domain/survey/survey.ts';
import { anchorOf, type Drawing, error, group, hintOf, mark } from './drawing.ts';
import { WORDS } from './words.ts';

type Scale = Pick<QuestionOf<'scale'>, 'min' | 'max' | 'minLabel' | 'maxLabel' | 'hasCannotSay' | 'isRequired'>;

const pointsOf = ({ min, max }: Scale) => Array.from({ length: max - min + 1 }, (_, i) => min + i);

/** One button of a scale. `by` names it by other elements of the page, where its own text would not do. */
function pick(name: string, value: string, tile: Fragment, drawing: Drawing, attributes?: Fragment): Html {
  const isChosen = value !== '' && drawing.typed.get(name) === value;
  return html`<label class="pick"><input type="radio" name="${name}" value="${value}"${attributes}${when(isChosen, 'checked')}><span class="tile">${tile}</span></label>`;
}

const endOf = (point: number, { min, max, minLabel, maxLabel }: Scale, { language }: Drawing): string | undefined =>
  point === min ? minLabel[language] : point === max ? maxLabel[language] : undefined;

/** Of two points the tiles themselves bear the labels, and numbers would say nothing. */
const isYesOrNo = ({ min, max }: Scale) => max - min === 1;

const ends = (scale: Scale, { language }: Drawing): Html | undefined =>
  isYesOrNo(scale)
    ? undefined
    : html`<p class="ends" aria-hidden="true"><span>${scale.min} – ${scale.minLabel[language]}</span><span>${scale.max} – ${scale.maxLabel[language]}</span></p>`;

/** A row of tiles; the first one is where errors lead to. */
const tiles = (name: string, scale: Scale, drawing: Drawing): Html =>
  html`<div class="scale p${pointsOf(scale).length}">${pointsOf(scale).map((point) => {
    const end = endOf(point, scale, drawing);
    const tile = isYesOrNo(scale) ? end : html`${point}${end !== undefined && html`<span class="unseen"> ${end}</span>`}`;
    const attributes = html`${point === scale.min && html` id="${anchorOf(name)}"`}${when(scale.isRequired, 'required')}`;
    return pick(name, String(point), tile, drawing, attributes);
  })}</div>`;

/** What can be answered beside the scale. Without script, a button once pressed could not be released but for it. */
function besideOf(
  { hasCannotSay, isRequired }: Scale,
  { language }: Drawing,
): { readonly value: string; readonly text: string } | undefined {
  const { noAnswer, cannotSay } = WORDS[language];
  return hasCannotSay ? { value: CANNOT_SAY, text: cannotSay } : isRequired ? undefined : { value: '', text: noAnswer };
}

function beside(name: string, scale: Scale, drawing: Drawing): Html | undefined {
  const answer = besideOf(scale, drawing);
  if (answer === undefined) return undefined;
  const isChosen = answer.value !== '' && drawing.typed.get(name) === answer.value;
  return html`<label class="pick none"><input type="radio" name="${name}" value="${answer.value}"${when(isChosen, 'checked')}><span class="tile">${answer.text}</span></label>`;
}

export function drawScale(question: QuestionOf<'scale'>, drawing: Drawing): Html {
  const { id, text, hint, isRequired } = question;
  return html`<fieldset${group(id, drawing, hint)}>
<legend>${text[drawing.language]} ${mark(isRequired, drawing)}</legend>
<div>${error(id, drawing)}${hintOf(id, hint, drawing)}${tiles(id, question, drawing)}
${ends(question, drawing)}${beside(id, question, drawing)}</div>
</fieldset>
`;
}

/** A table of rows by points. Each button is named by its row and its point, so that it says itself wherever the table is stacked. */
export function drawMatrix(question: QuestionOf<'matrix'>, drawing: Drawing): Html {
  const { id, text, hint, rows, isRequired } = question;
  const points = pointsOf(question);
  const aside = besideOf(question, drawing);
  const column = (value: string | number) => `${anchorOf(id)}-at-${value}`;
  const head = html`<thead><tr><td></td>${points.map((point) => html`<th scope="col" id="${column(point)}">${point} ${endOf(point, question, drawing)}</th>`)}${
    aside && html`<th scope="col" id="${column('beside')}">${aside.text}</th>`
  }</tr></thead>`;
  return html`<fieldset${group(id, drawing, hint)}>
<legend>${text[drawing.language]} ${mark(isRequired, drawing)}</legend>
<div>${error(id, drawing)}${hintOf(id, hint, drawing)}${ends(question, drawing)}
<table class="matrix ${points.length > 7 ? 'many' : 'few'} p${points.length}">${head}<tbody>${rows.map((row) => {
    const name = `${id}.${row.id}`;
    const rowId = `${anchorOf(name)}-row`;
    const by = (at: string | number) => html` aria-labelledby="${rowId} ${column(at)}"${described(name, drawing)}`;
    return html`<tr${when(drawing.errors.has(name), 'class="has-error"')}><th scope="row"><span id="${rowId}">${row.text[drawing.language]}</span>${error(name, drawing)}</th>${points.map(
      (point) =>
        html`<td>${pick(name, String(point), point, drawing, html`${point === question.min && html` id="${anchorOf(name)}"`}${by(point)}${when(isRequired, 'required')}`)}</td>`,
    )}${aside && html`<td class="beside">${pick(name, aside.value, aside.text, drawing, by('beside'))}</td>`}</tr>
`;
  })}</tbody></table></div>
</fieldset>
`;
}

const described = (name: string, { errors }: Drawing): Html | undefined =>
  errors.has(name) ? html` aria-describedby="${anchorOf(name)}-error"` : undefined;

/** Each thing with its two questions below it: what is expected and what is found stand together. */
export function drawPairs(question: QuestionOf<'pairs'>, drawing: Drawing): Html {
  const { id, text, hint, rows, pair, firstText, secondText, isRequired } = question;
  const { language } = drawing;
  const [first, second] = PAIRS[pair];
  const half = (
    name: string,
    words: string,
  ) => html`<div role="radiogroup" aria-labelledby="${anchorOf(name)}-label"${group(name, drawing)}>
<p id="${anchorOf(name)}-label">${words}</p>${error(name, drawing)}${tiles(name, question, drawing)}${beside(name, question, drawing)}</div>`;
  return html`<fieldset${group(id, drawing, hint)}>
<legend>${text[language]} ${mark(isRequired, drawing)}</legend>
<div>${error(id, drawing)}${hintOf(id, hint, drawing)}${ends(question, drawing)}
${rows.map((row) => {
  const name = `${id}.${row.id}`;
  return html`<fieldset class="both"><legend>${row.text[language]}</legend>
<div>${error(name, drawing)}${half(`${name}.${first}`, (row.first ?? firstText)[language])}${half(`${name}.${second}`, (row.second ?? secondText)[language])}</div></fieldset>
`;
})}</div>
</fieldset>
`;
}
