import { html } from '../../shared/domain/html.ts';
import type { Language } from '../../shared/domain/language.ts';
import type { AnswerIssue } from '../../shared/domain/survey/answer-issue.ts';
import type { Survey } from '../../shared/domain/survey/survey.ts';
import { framed } from '../form/frame.ts';
import { hidden, surveyForm } from '../form/survey-form.ts';
import { WORDS } from '../form/words.ts';
import { momentInWords } from './moment.ts';
import { ANSWER_WORDS, type Closed } from './words.ts';

interface Place {
  readonly language: Language;
  readonly brand: string;
}

/** Until when answers are taken, as people of this zone write it. */
interface Until extends Place {
  readonly expiresAt: string;
  readonly timeZone: string;
}

export interface AnswerPage extends Until {
  readonly survey: Survey;
  /** What is filled in so far. */
  readonly typed: URLSearchParams;
  readonly issues: readonly AnswerIssue[];
  readonly at?: number | undefined;
  /** When it was answered first; absent where it was not. */
  readonly answeredAt?: string | undefined;
  /** Was a rating chosen in the mail? */
  readonly isChosen?: boolean | undefined;
  readonly isNotSent?: boolean | undefined;
}

/** The questions for somebody who was invited. */
export function answerPage(page: AnswerPage): string {
  const { survey, language, brand, typed, issues, at, isNotSent, answeredAt, timeZone } = page;
  const words = ANSWER_WORDS[language];
  const isWrong = issues.length > 0 || isNotSent === true;
  const moment = (instant: string) => momentInWords(instant, timeZone, language);
  const notice = html`<p class="hint">${answeredAt === undefined ? words.until(moment(page.expiresAt)) : words.answered(moment(answeredAt))}</p>
${page.isChosen === true && html`<p class="receipt">${words.chosen}</p>`}`;
  return framed({
    language,
    brand,
    title: `${isWrong ? `${WORDS[language].errorPrefix} – ` : ''}${survey.title[language]} – ${brand}`,
    // What was typed since it was last kept would be lost on the way.
    inLanguage: isWrong ? undefined : (other) => `?lang=${other}`,
    content: surveyForm({ survey, language, typed, issues, at, isNotSent, notice, isKept: true, hidden: hidden('language', language) }),
  });
}

export interface AnsweredPage extends Until {
  readonly receipt: string;
  readonly statusUrl: string;
}

export function answeredPage({ language, brand, expiresAt, timeZone, receipt, statusUrl }: AnsweredPage): string {
  const words = ANSWER_WORDS[language];
  const shared = WORDS[language];
  return framed({
    language,
    brand,
    title: `${words.thanksTitle} – ${brand}`,
    content: html`<h1>${words.thanksTitle}</h1>
<p class="lead">${words.thanksText}</p>
<dl class="receipt"><dt>${shared.receipt}</dt><dd>${receipt}</dd></dl>
<p><a href="${statusUrl}">${shared.statusLink}</a></p>
<p><a href="?lang=${language}">${words.correct}</a></p>
<p class="hint">${words.correctUntil(momentInWords(expiresAt, timeZone, language))}</p>`,
  });
}

export function keptPage({ language, brand, expiresAt, timeZone }: Until): string {
  const words = ANSWER_WORDS[language];
  return framed({
    language,
    brand,
    title: `${words.keptTitle} – ${brand}`,
    content: html`<h1>${words.keptTitle}</h1>
<p class="lead">${words.keptText(momentInWords(expiresAt, timeZone, language))}</p>
<p><a href="?lang=${language}">${words.goOn}</a></p>`,
  });
}

/** For a link that opens no questions. */
export function closedPage(why: Closed, { language, brand }: Place): string {
  const words = ANSWER_WORDS[language];
  const [title, text] = {
    expired: [words.expiredTitle, words.expiredText],
    invalid: [words.invalidTitle, words.invalidText],
    withheld: [words.withheldTitle, words.withheldText],
    gone: [words.goneTitle, words.goneText],
  }[why];
  return framed({
    language,
    brand,
    title: `${title} – ${brand}`,
    inLanguage: (other) => `?lang=${other}`,
    content: html`<h1>${title}</h1><p class="lead">${text}</p>`,
  });
}
