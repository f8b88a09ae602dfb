import { createHash } from 'node:crypto';
import { feedbackId } from '../../shared/adapters/ids.ts';
import { entryOperations } from '../../shared/api/entry-operations.ts';
import type { FeedbackEntry } from '../../shared/api/entry-schemas.ts';
import { readKey } from '../../shared/api/idempotency-key.ts';
import { actorOf, type Viewer } from '../../shared/api/viewer.ts';
import { invalidInput } from '../../shared/domain/errors.ts';
import type { FeedbackReceived } from '../../shared/domain/feedback.ts';
import { wordsOf } from '../../shared/domain/intake/form.ts';
import { toInputIssue } from '../../shared/domain/survey/answer-issue.ts';
import { readAnswers, type Said } from '../../shared/domain/survey/answers.ts';
import type { Survey } from '../../shared/domain/survey/survey.ts';
import { callOf, type Endpoint } from '../../shared/lambda/endpoint.ts';
import { json } from '../../shared/lambda/on-http.ts';
import { type AskedBy, askedBy, markAnswered } from './campaigns/entered.ts';
import type { StudyPorts } from './ports.ts';

/** Where staff's entries come from, as a source of feedback. */
const SOURCE = 'desk';

/** Takes what staff enter into the same register (R18), by the way of all doors: it is accepted once the queue has it (promise 12). */
export const enterFeedback = (ports: StudyPorts): Endpoint => {
  const operation = entryOperations['POST /api/feedback'];
  return async (request, viewer, now) => {
    const { body, idempotencyKey } = callOf(operation, request, viewer, now);
    const asked = await askedBy(body, ports);
    // Of an invitation there is one answer, whoever enters it again.
    const externalId = asked?.invitation?.id ?? body.externalId ?? ownId(readKey(idempotencyKey), viewer) ?? ports.newId();
    const received = receivedBy(ports, body, { externalId, viewer, now, asked });
    await ports.intake.send(received);
    if (asked !== undefined) await markAnswered(asked, now, ports);
    return json(202, { receipt: received.id });
  };
};

/** Two agents who chose the same key have nothing to do with one another. */
const ownId = (key: string | undefined, { id }: Viewer): string | undefined =>
  key === undefined
    ? undefined
    : createHash('sha256')
        .update(JSON.stringify([id, key]))
        .digest('base64url');

interface Entering {
  readonly externalId: string;
  readonly viewer: Viewer;
  readonly now: string;
  readonly asked?: AskedBy | undefined;
}

function receivedBy({ config }: StudyPorts, entry: FeedbackEntry, { externalId, viewer, now, asked }: Entering): FeedbackReceived {
  const survey = entry.survey ?? asked?.campaign.survey;
  const { channel, subject, comment, language, facts, openCase, customer } = entry;
  const branch = branchOf(config.branches, entry, viewer);
  const said = saidIn(config.surveys, { ...entry, survey });
  const words = [comment, said?.comment, whoWithoutAddress(entry)].filter((part) => part !== undefined);
  return {
    id: feedbackId(SOURCE, externalId),
    source: SOURCE,
    channel,
    externalId,
    revision: 0,
    receivedAt: now,
    survey,
    surveyVersion: config.surveys.find(({ id }) => id === survey)?.version,
    campaign: asked?.campaign.id,
    invitation: asked?.invitation?.id,
    customerKey: asked?.invitation?.customerKey,
    branch: branch ?? asked?.invitation?.branch,
    locale: language,
    ...(said === undefined ? { answers: [], reasons: [] } : wordsOf(said)),
    subject,
    comment: words.length === 0 ? undefined : words.join('\n\n'),
    customer: customer && { name: customer.name, email: customer.email, phone: customer.phone, hasConsented: customer.consent },
    enteredBy: actorOf(viewer.id),
    facts,
    mustOpenCase: openCase || undefined,
  };
}

/**
 * Customers' files are found by address. Who left none is named below their words, so that whoever works the case can call back: nothing that was
 * entered is lost, and an erasure finds it where it looks for all that people write of themselves.
 */
const whoWithoutAddress = ({ customer }: FeedbackEntry): string | undefined =>
  customer === undefined || customer.email !== undefined
    ? undefined
    : [customer.name, customer.phone].filter((part) => part !== undefined).join(', ') || undefined;

/** That of the agent, unless another is named: a customer may telephone one branch about another. */
function branchOf(branches: StudyPorts['config']['branches'], { branch }: FeedbackEntry, { agent }: Viewer): string | undefined {
  if (branch === undefined || branches.some(({ id }) => id === branch)) return branch ?? agent?.branch;
  throw invalidInput('The branch is not known.', [
    { field: 'branch', reason: `expected one of ${namesOf(branches)} (branches of the config)` },
  ]);
}

/** Answers as the survey's form would take them, but whoever answers on the telephone need not answer everything. */
function saidIn(surveys: readonly Survey[], { survey: id, answers }: FeedbackEntry): Said | undefined {
  const survey = surveys.find((one) => one.id === id);
  if (survey === undefined && (id !== undefined || answers !== undefined)) {
    throw invalidInput('The survey is not known.', [
      { field: 'survey', reason: `expected one of ${namesOf(surveys)} (surveys of the config)` },
    ]);
  }
  if (survey === undefined || answers === undefined) return undefined;
  const { said, issues } = readAnswers(withoutDuties(survey), answers);
  if (issues.length > 0) throw invalidInput('The answers are not as expected.', issues.map(toInputIssue));
  return said;
}

/** Who they are is told in `customer`. */
const withoutDuties = (survey: Survey): Survey => ({
  ...survey,
  questions: survey.questions
    .filter(({ kind }) => kind !== 'contact')
    .map((question) => ('isRequired' in question ? { ...question, isRequired: false } : question)),
});

const namesOf = (things: readonly { readonly id: string }[]) => things.map(({ id }) => id).join(', ');
