import config from '#config';
import openApi from '../../docs/openapi.json' with { type: 'json' };
import { systemClock } from '../../shared/adapters/clock.ts';
import { caseWriter } from '../../shared/adapters/dynamo/case-writer.ts';
import { documentClient } from '../../shared/adapters/dynamo/client.ts';
import { feedbackWriter } from '../../shared/adapters/dynamo/feedback-writer.ts';
import { figuresReader } from '../../shared/adapters/dynamo/figures.ts';
import { registerReader } from '../../shared/adapters/dynamo/register-reader.ts';
import { lazyEnv, present } from '../../shared/lambda/env.ts';
import { onHttp } from '../../shared/lambda/on-http.ts';
import { docsPage } from '../../web/docs/page.ts';
import { desk } from './desk.ts';

const env = lazyEnv({ REGISTER_TABLE: present, FIGURES_TABLE: present });
const dynamo = documentClient();

/** Made at the first request, not at import: most containers never show a document. */
const documents = {
  openapi: () => JSON.stringify(openApi),
  page: () => docsPage(openApi),
};

export const handler = onHttp((request) =>
  desk(
    {
      register: registerReader(dynamo, env().REGISTER_TABLE),
      cases: caseWriter(dynamo, env().REGISTER_TABLE),
      feedback: feedbackWriter(dynamo, env().REGISTER_TABLE),
      figures: figuresReader(dynamo, env().FIGURES_TABLE),
      clock: systemClock,
      config,
    },
    documents,
  )(request),
);
