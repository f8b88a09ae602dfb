import { type Html, html, when } from '../../shared/domain/html.ts';
import type { QuestionOf } from '../../shared/domain/survey/survey.ts';
import { anchorOf, type Drawing, described, error, group, hintOf, mark } from './drawing.ts';
import { WORDS } from './words.ts';

interface Chip {
  readonly value: string;
  readonly text: string;
}

const chips = (name: string, type: 'radio' | 'checkbox', all: readonly Chip[], drawing: Drawing, attributes?: Html): Html => {
  const ticked = drawing.typed.getAll(name);
  return html`<div class="chips">${all.map(
    ({ value, text }, i) =>
      html`<label class="pick"><input type="${type}" name="${name}" value="${value}"${i === 0 && html` id="${anchorOf(name)}"`}${when(
        value !== '' && ticked.includes(value),
        'checked',
      )}${attributes}><span class="tile">${text}</span></label>`,
  )}</div>`;
};

export function drawReasons({ id, text, hint, options }: QuestionOf<'reasons'>, drawing: Drawing): Html {
  const { language } = drawing;
  const all = options.map((option) => ({ value: option.topic, text: option.text[language] }));
  return html`<fieldset${group(id, drawing, hint)}>
<legend>${text[language]} ${mark(false, drawing)}</legend>
<div>${error(id, drawing)}${hintOf(id, hint, drawing)}<p class="hint">${WORDS[language].severalAllowed}</p>${chips(id, 'checkbox', all, drawing)}</div>
</fieldset>
`;
}

export function drawChoice({ id, text, hint, options, isRequired }: QuestionOf<'choice'>, drawing: Drawing): Html {
  const { language } = drawing;
  const all = options.map((option) => ({ value: option.id, text: option.text[language] }));
  const none = isRequired ? [] : [{ value: '', text: WORDS[language].noAnswer }];
  return html`<fieldset${group(id, drawing, hint)}>
<legend>${text[language]} ${mark(isRequired, drawing)}</legend>
<div>${error(id, drawing)}${hintOf(id, hint, drawing)}${chips(id, 'radio', [...all, ...none], drawing, when(isRequired, 'required'))}</div>
</fieldset>
`;
}

export function drawChoices({ id, text, hint, options, atMost, isRequired }: QuestionOf<'choices'>, drawing: Drawing): Html {
  const { language } = drawing;
  const words = WORDS[language];
  const all = options.map((option) => ({ value: option.id, text: option.text[language] }));
  return html`<fieldset${group(id, drawing, hint)}>
<legend>${text[language]} ${mark(isRequired, drawing)}</legend>
<div>${error(id, drawing)}${hintOf(id, hint, drawing)}<p class="hint">${
    atMost === undefined ? words.severalAllowed : words.atMost(atMost)
  }</p>${chips(id, 'checkbox', all, drawing)}</div>
</fieldset>
`;
}

/** A place for each: a list that opens can be used by keyboard and by ear, on a phone too, and needs no script. */
export function drawRank({ id, text, hint, options, isRequired }: QuestionOf<'rank'>, drawing: Drawing): Html {
  const { language, typed } = drawing;
  const places = options.map((_, i) => String(i + 1));
  return html`<fieldset${group(id, drawing, hint)}>
<legend>${text[language]} ${mark(isRequired, drawing)}</legend>
<div>${error(id, drawing)}${hintOf(id, hint, drawing)}<p class="hint">${WORDS[language].rankHint}</p>${options.map((option, i) => {
    const name = `${id}.${option.id}`;
    const anchor = i === 0 ? anchorOf(id) : anchorOf(name);
    return html`<div class="place"><select id="${anchor}" name="${name}"><option value="">–</option>${places.map(
      (place) => html`<option value="${place}"${when(typed.get(name) === place, 'selected')}>${place}</option>`,
    )}</select><label for="${anchor}">${option.text[language]}</label></div>`;
  })}</div>
</fieldset>
`;
}

export function drawDate({ id, text, hint, isRequired }: QuestionOf<'date'>, drawing: Drawing): Html {
  const anchor = anchorOf(id);
  return html`<div class="block">
<label class="label" for="${anchor}">${text[drawing.language]} ${mark(isRequired, drawing)}</label>
${hintOf(id, hint, drawing)}${error(id, drawing)}<input type="date" id="${anchor}" name="${id}" value="${drawing.typed.get(id) ?? ''}" min="1900-01-01" max="9999-12-31"${when(
    isRequired,
    'required',
  )}${described(id, drawing, hint && `${anchor}-hint`)}>
</div>
`;
}

export function drawConsent({ id, text, hint, isRequired }: QuestionOf<'consent'>, drawing: Drawing): Html {
  const anchor = anchorOf(id);
  return html`<div class="block">
${error(id, drawing)}<label class="consent"><input type="checkbox" id="${anchor}" name="${id}" value="yes"${when(drawing.typed.has(id), 'checked')}${when(
    isRequired,
    'required',
  )}${described(id, drawing, hint && `${anchor}-hint`)}><span>${text[drawing.language]} ${mark(isRequired, drawing)}</span></label>
${hintOf(id, hint, drawing)}</div>
`;
}
