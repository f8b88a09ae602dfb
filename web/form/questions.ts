import { type Html, html, when } from '../../shared/domain/html.ts';
import type { Language } from '../../shared/domain/language.ts';
import { MAX_COMMENT_LENGTH, MAX_EMAIL_LENGTH, MAX_NAME_LENGTH } from '../../shared/domain/survey/answers.ts';
import type { Question } from '../../shared/domain/survey/survey.ts';
import { WORDS } from './words.ts';

type QuestionOf<Kind extends Question['kind']> = Extract<Question, { kind: Kind }>;

/** What a question is drawn with: what was typed before, and what is wrong with it, by field name. */
export interface Drawing {
  readonly language: Language;
  readonly typed: URLSearchParams;
  readonly errors: ReadonlyMap<string, string>;
}

/** Where the error summary points: the first thing of a field that can be operated. */
export const anchorOf = (field: string) => `q-${field.replaceAll('.', '-')}`;

export function drawQuestion(question: Question, drawing: Drawing): Html {
  switch (question.kind) {
    case 'scale':
      return drawScale(question, drawing);
    case 'reasons':
      return drawReasons(question, drawing);
    case 'comment':
      return drawComment(question, drawing);
    case 'contact':
      return drawContact(question, drawing);
  }
}

function drawScale({ id, text, min, max, minLabel, maxLabel, isRequired }: QuestionOf<'scale'>, drawing: Drawing): Html {
  const { language, typed } = drawing;
  const words = WORDS[language];
  const points = Array.from({ length: max - min + 1 }, (_, i) => min + i);
  const end = (point: number) => (point === min ? minLabel[language] : point === max ? maxLabel[language] : undefined);
  const pick = (point: number) =>
    html`<label class="pick"><input type="radio" name="${id}" value="${point}"${
      point === min && html` id="${anchorOf(id)}"`
    }${when(typed.get(id) === String(point), 'checked')}${when(isRequired, 'required')}><span class="tile">${point}${
      end(point) !== undefined && html`<span class="unseen"> ${end(point)}</span>`
    }</span></label>`;
  return html`<fieldset${group(id, drawing)}>
<legend>${text[language]} <span class="mark">(${isRequired ? words.required : words.optional})</span></legend>
<div>${error(id, drawing)}<div class="scale p${points.length}">${points.map(pick)}</div>
<p class="ends" aria-hidden="true"><span>${min} – ${minLabel[language]}</span><span>${max} – ${maxLabel[language]}</span></p>${
    !isRequired &&
    html`<label class="pick none"><input type="radio" name="${id}" value=""><span class="tile">${words.noAnswer}</span></label>`
  }</div>
</fieldset>
`;
}

function drawReasons({ id, text, options }: QuestionOf<'reasons'>, drawing: Drawing): Html {
  const { language, typed } = drawing;
  const words = WORDS[language];
  const ticked = typed.getAll(id);
  return html`<fieldset${group(id, drawing)}>
<legend>${text[language]} <span class="mark">(${words.optional})</span></legend>
<div>${error(id, drawing)}<p class="hint">${words.severalAllowed}</p><div class="chips">${options.map(
    (option, i) =>
      html`<label class="pick"><input type="checkbox" name="${id}" value="${option.topic}"${
        i === 0 && html` id="${anchorOf(id)}"`
      }${when(ticked.includes(option.topic), 'checked')}><span class="tile">${option.text[language]}</span></label>`,
  )}</div></div>
</fieldset>
`;
}

function drawComment({ id, text, hint }: QuestionOf<'comment'>, drawing: Drawing): Html {
  const { language, typed } = drawing;
  const words = WORDS[language];
  const anchor = anchorOf(id);
  return html`<div class="block">
<label class="label" for="${anchor}">${text[language]} <span class="mark">(${words.optional})</span></label>
<p class="hint" id="${anchor}-hint">${hint?.[language]} ${words.commentLimit(MAX_COMMENT_LENGTH)}</p>
${error(id, drawing)}<textarea id="${anchor}" name="${id}" rows="5" maxlength="${MAX_COMMENT_LENGTH}"${described(id, drawing, `${anchor}-hint`)}>
${typed.get(id) ?? ''}</textarea>
</div>
`;
}

function drawContact({ id, nameText, emailText, consentText }: QuestionOf<'contact'>, drawing: Drawing): Html {
  const { language, typed } = drawing;
  const words = WORDS[language];
  const input = (part: 'name' | 'email', label: string, max: number) => {
    const name = `${id}.${part}`;
    return html`<div><label class="label" for="${anchorOf(name)}">${label} <span class="mark">(${words.optional})</span></label>
${error(name, drawing)}<input type="${part === 'email' ? 'email' : 'text'}" id="${anchorOf(name)}" name="${name}" value="${
      typed.get(name) ?? ''
    }" maxlength="${max}" autocomplete="${part}"${described(name, drawing)}></div>`;
  };
  const consent = `${id}.consent`;
  return html`<fieldset${group(id, drawing)}>
<legend>${words.contactLegend}</legend>
<div>${error(id, drawing)}<p class="hint">${words.contactHint}</p>
<div class="pair">${input('name', nameText[language], MAX_NAME_LENGTH)}${input('email', emailText[language], MAX_EMAIL_LENGTH)}</div>
<label class="consent"><input type="checkbox" id="${anchorOf(consent)}" name="${consent}" value="yes"${when(
    typed.has(consent),
    'checked',
  )}><span>${consentText[language]}</span></label>
${error(consent, drawing)}</div>
</fieldset>
`;
}

const error = (field: string, { errors }: Drawing): Html | undefined =>
  errors.has(field) ? html`<p class="error" id="${anchorOf(field)}-error">${errors.get(field)}</p>` : undefined;

/** A group of boxes or buttons carries its error as a description: no single one of them is wrong. */
const group = (field: string, { errors }: Drawing): Html | undefined =>
  errors.has(field) ? html` class="has-error" aria-describedby="${anchorOf(field)}-error"` : undefined;

function described(field: string, { errors }: Drawing, hint?: string): Html | undefined {
  const ids = [hint, errors.has(field) ? `${anchorOf(field)}-error` : undefined].filter((id) => id !== undefined);
  if (ids.length === 0) return undefined;
  return html` aria-describedby="${ids.join(' ')}"${when(errors.has(field), 'aria-invalid="true"')}`;
}
