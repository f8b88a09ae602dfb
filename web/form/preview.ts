import { type Html, html } from '../../shared/domain/html.ts';
import type { Language } from '../../shared/domain/language.ts';
import { allPages } from '../../shared/domain/survey/branching.ts';
import type { Question, Survey } from '../../shared/domain/survey/survey.ts';
import { framed } from './frame.ts';
import { drawQuestion } from './questions.ts';
import { WORDS } from './words.ts';

/** All pages of a survey below each other, with what is asked only of some: to be looked through before anybody is asked. It sends nothing. */
export function previewPage(survey: Survey, language: Language, brand: string): string {
  const drawing = { language, typed: new URLSearchParams(), errors: new Map<string, string>() };
  const pages = allPages(survey);
  return framed({
    language,
    brand,
    title: `${survey.title[language]} – ${brand}`,
    content: html`<h1>${survey.title[language]}</h1>
<p class="lead">${survey.introduction[language]}</p>
<form>${pages.map(
      ({ number, questions }) =>
        html`${pages.length > 1 && html`<h2 class="progress">${WORDS[language].pageOf(number + 1, pages.length)}</h2>`}${questions.map(
          (question) => html`${condition(survey, question, language)}${drawQuestion(question, drawing)}`,
        )}`,
    )}</form>`,
  });
}

function condition(survey: Survey, { showIf }: Question, language: Language): Html | undefined {
  if (showIf === undefined) return undefined;
  return html`<p class="hint">${WORDS[language].onlyIf(conditionOf(survey, showIf, language))}</p>`;
}

/** A condition as people read it: `How satisfied are you? ≤ 2`. */
export function conditionOf(survey: Survey, showIf: NonNullable<Question['showIf']>, language: Language): string {
  const question = survey.questions.find(({ id }) => id === showIf.question);
  const asked = question !== undefined && 'text' in question ? question.text[language] : showIf.question;
  if (!('is' in showIf)) {
    const bounds = [showIf.atLeast === undefined ? '' : `≥ ${showIf.atLeast}`, showIf.atMost === undefined ? '' : `≤ ${showIf.atMost}`];
    return `${asked} ${bounds.filter((bound) => bound !== '').join(' ')}`;
  }
  const nameOf = (id: string) => {
    if (question?.kind === 'reasons') return question.options.find(({ topic }) => topic === id)?.text[language];
    return question !== undefined && 'options' in question
      ? question.options.find((option) => option.id === id)?.text[language]
      : undefined;
  };
  return `${asked} = ${showIf.is.map((id) => nameOf(id) ?? id).join(' / ')}`;
}
