import type { Language } from '../../../shared/domain/language.ts';
import { allPages } from '../../../shared/domain/survey/branching.ts';
import { PAIRS } from '../../../shared/domain/survey/pairs.ts';
import type { Question, Survey } from '../../../shared/domain/survey/survey.ts';
import { conditionOf } from '../../../web/form/preview.ts';
import { effortOf } from './length.ts';

/** A survey as plain text, page by page, as it would be read out. */
export function previewText(survey: Survey, language: Language): string {
  const { items, minutes } = effortOf(survey.questions);
  const pages = allPages(survey).map(({ number, questions }) =>
    [`--- ${number + 1} ---`, ...questions.map((question) => questionText(survey, question, language))].join('\n\n'),
  );
  const head = [
    survey.title[language],
    survey.introduction[language],
    `${survey.id}, version ${survey.version}: ${items} answers, about ${minutes} minutes`,
  ];
  return [...head, ...pages].join('\n\n');
}

function questionText(survey: Survey, question: Question, language: Language): string {
  const { showIf } = question;
  const text = question.kind === 'contact' ? question.consentText[language] : question.text[language];
  const must = 'isRequired' in question && question.isRequired ? ' *' : '';
  const lines = [
    `[${question.id}] ${text}${must}`,
    ...(showIf === undefined ? [] : [`  if: ${conditionOf(survey, showIf, language)}`]),
    ...('minLabel' in question
      ? [`  ${question.min} ${question.minLabel[language]} … ${question.max} ${question.maxLabel[language]}`]
      : []),
    ...partsOf(question, language).map((part) => `  - ${part}`),
  ];
  return lines.join('\n');
}

function partsOf(question: Question, language: Language): readonly string[] {
  switch (question.kind) {
    case 'matrix':
      return question.rows.map(({ text }) => text[language]);
    case 'pairs': {
      const { rows, pair, firstText, secondText } = question;
      const [first, second] = PAIRS[pair];
      return rows.flatMap((row) => [
        `${row.text[language]} (${first}): ${(row.first ?? firstText)[language]}`,
        `${row.text[language]} (${second}): ${(row.second ?? secondText)[language]}`,
      ]);
    }
    case 'contact':
      return [question.nameText[language], question.emailText[language]];
    default:
      return 'options' in question ? question.options.map(({ text }) => text[language]) : [];
  }
}
