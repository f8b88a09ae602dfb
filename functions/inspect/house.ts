import type * as z from 'zod/mini';
import type { House, HouseQuestion } from '../../shared/api/house-schema.ts';
import { inspectOperations as operations } from '../../shared/api/inspect-operations.ts';
import { CHANNELS } from '../../shared/domain/feedback.ts';
import { COUNTED_LANGUAGES } from '../../shared/domain/metrics/counted.ts';
import type { Question } from '../../shared/domain/survey/survey.ts';
import { TIERS } from '../../shared/domain/tier.ts';
import { FLAGS, TOPICS } from '../../shared/domain/understand/understanding.ts';
import { endpoint } from '../../shared/lambda/endpoint.ts';
import type { InspectPorts } from './ports.ts';

/** Names behind ids, and what commands may choose from: all of it from the config, none of it about customers. */
export const readHouse = ({ config }: Pick<InspectPorts, 'config'>) => endpoint(operations['GET /api/house'], async () => houseOf(config));

function houseOf({ brand, branches, surveys, campaigns, recovery, standards }: InspectPorts['config']): House {
  const { name, defaultLanguage, timeZone, deskUrl } = brand;
  const { served: _, ...targets } = standards;
  return {
    brand: { name, defaultLanguage, timeZone, deskUrl },
    currency: recovery.authority.currency,
    branches,
    surveys: surveys.map(({ id, version, title, questions }) => ({ id, version, title, questions: questions.map(questionOf) })),
    campaigns: campaigns.map(({ id, survey, title }) => ({ id, survey, title })),
    channels: [...CHANNELS],
    topics: [...TOPICS],
    flags: [...FLAGS],
    tiers: [...TIERS],
    languages: [...COUNTED_LANGUAGES],
    departments: recovery.departments,
    causes: recovery.causes,
    teams: recovery.teams,
    // Their addresses are nobody's business.
    agents: recovery.agents.map((agent) => ({ id: agent.id, name: agent.name, branch: agent.branch, authority: agent.authority })),
    standards: targets,
  };
}

type Shown = z.output<typeof HouseQuestion>;

function questionOf(question: Question): Shown {
  const { id, kind } = question;
  switch (question.kind) {
    case 'scale':
      return { id, kind, text: question.text, metric: question.metric, ...scaleOf(question) };
    case 'matrix':
      return { id, kind, text: question.text, metric: question.metric, ...scaleOf(question), rows: question.rows.map(named) };
    case 'pairs':
      return { id, kind, text: question.text, pair: question.pair, ...scaleOf(question), rows: question.rows.map(named) };
    case 'choice':
    case 'choices':
    case 'rank':
      return { id, kind, text: question.text, options: question.options.map(named) };
    case 'reasons':
      return { id, kind, text: question.text, options: question.options.map(({ topic, text }) => ({ id: topic, text })) };
    case 'contact':
      return { id, kind };
    default:
      return { id, kind, text: question.text };
  }
}

const scaleOf = ({ min, max, minLabel, maxLabel }: Extract<Question, { kind: 'scale' | 'matrix' | 'pairs' }>) => ({
  min,
  max,
  minLabel,
  maxLabel,
});

const named = <Text>({ id, text }: { id: string; text: Text }) => ({ id, text });
