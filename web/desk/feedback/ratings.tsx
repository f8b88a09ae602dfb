import type { House } from '../../browser/parts/signed-in.tsx';
import type { Feedback } from '../api-types.ts';
import { useSeat } from '../seat.ts';
import { language, say } from '../words.ts';

/** What was asked: the question's text, and of a matrix or a pair the row's after it; the question's id where the house no longer asks it. */
export function questionWords({ surveys }: House, survey: string | undefined, question: string): string {
  const [id, row] = question.split('.');
  const asked = surveys.find((one) => one.id === survey)?.questions.find((one) => one.id === id);
  const rowText = asked?.rows?.find((one) => one.id === row)?.text[language];
  return [asked?.text?.[language] ?? id, rowText].filter((part) => part !== undefined).join(' · ');
}

/** The ratings as they were given, with their scale. */
export function Ratings({ feedback }: { readonly feedback: Pick<Feedback, 'answers' | 'survey'> }) {
  const { house } = useSeat();
  if (feedback.answers.length === 0) return null;
  return (
    <dl class="ratings">
      {feedback.answers.map(({ question, value, min, max }) => (
        <div key={question}>
          <dt>{questionWords(house, feedback.survey, question)}</dt>
          <dd>{say('rating', { value, min, max })}</dd>
        </div>
      ))}
    </dl>
  );
}
