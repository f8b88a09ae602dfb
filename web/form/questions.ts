import { type Html, html, when } from '../../shared/domain/html.ts';
import type { Language } from '../../shared/domain/language.ts';
import { PAIRS } from '../../shared/domain/survey/pairs.ts';
import { MAX_COMMENT_LENGTH, MAX_EMAIL_LENGTH, MAX_NAME_LENGTH } from '../../shared/domain/survey/reading.ts';
import type { Question, QuestionOf } from '../../shared/domain/survey/survey.ts';
import { anchorOf, type Drawing, described, error, group, mark } from './drawing.ts';
import { drawMatrix, drawPairs, drawScale } from './ratings.ts';
import { drawChoice, drawChoices, drawConsent, drawDate, drawRank, drawReasons } from './selections.ts';
import { WORDS } from './words.ts';

export function drawQuestion(question: Question, drawing: Drawing): Html {
  switch (question.kind) {
    case 'scale':
      return drawScale(question, drawing);
    case 'matrix':
      return drawMatrix(question, drawing);
    case 'pairs':
      return drawPairs(question, drawing);
    case 'reasons':
      return drawReasons(question, drawing);
    case 'choice':
      return drawChoice(question, drawing);
    case 'choices':
      return drawChoices(question, drawing);
    case 'rank':
      return drawRank(question, drawing);
    case 'date':
      return drawDate(question, drawing);
    case 'consent':
      return drawConsent(question, drawing);
    case 'comment':
      return drawComment(question, drawing);
    case 'contact':
      return drawContact(question, drawing);
  }
}

function drawComment({ id, text, hint, asksForPhotos }: QuestionOf<'comment'>, drawing: Drawing): Html {
  const { language, typed } = drawing;
  const words = WORDS[language];
  const anchor = anchorOf(id);
  return html`<div class="block"${when(asksForPhotos, 'data-photos')}>
<label class="label" for="${anchor}">${text[language]} ${mark(false, drawing)}</label>
<p class="hint" id="${anchor}-hint">${hint?.[language]} ${words.commentLimit(MAX_COMMENT_LENGTH)}</p>
${error(id, drawing)}<textarea id="${anchor}" name="${id}" dir="auto" rows="5" maxlength="${MAX_COMMENT_LENGTH}"${described(id, drawing, `${anchor}-hint`)}>
${typed.get(id) ?? ''}</textarea>
</div>
`;
}

function drawContact({ id, nameText, emailText, consentText }: QuestionOf<'contact'>, drawing: Drawing): Html {
  const { language, typed } = drawing;
  const words = WORDS[language];
  const input = (part: 'name' | 'email', label: string, max: number) => {
    const name = `${id}.${part}`;
    return html`<div><label class="label" for="${anchorOf(name)}">${label} ${mark(false, drawing)}</label>
${error(name, drawing)}<input type="${part === 'email' ? 'email' : 'text'}" id="${anchorOf(name)}" name="${name}" dir="auto" value="${
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

/** The words by which people know a field of a question; absent for a field that it does not have. */
export function labelOf(question: Question, language: Language, name: string): string | undefined {
  if (question.kind === 'contact') {
    const parts = { name: question.nameText, email: question.emailText, consent: question.consentText };
    return Object.entries(parts).find(([part]) => name === `${question.id}.${part}`)?.[1][language];
  }
  if (name === question.id) return question.text[language];
  if (question.kind === 'matrix') return question.rows.find(({ id }) => name === `${question.id}.${id}`)?.text[language];
  if (question.kind !== 'pairs') return undefined;
  const [first] = PAIRS[question.pair];
  const row = question.rows.find(({ id }) => PAIRS[question.pair].some((half) => name === `${question.id}.${id}.${half}`));
  const half = name.endsWith(`.${first}`) ? (row?.first ?? question.firstText) : (row?.second ?? question.secondText);
  return row && `${row.text[language]}: ${half[language]}`;
}
