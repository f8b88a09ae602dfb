import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { isSame } from '../../domain/customer/change.ts';
import { Survey } from '../../domain/survey/survey.ts';
import type { SurveyVersions } from '../../ports.ts';
import { surveyVersionKey } from './keys.ts';
import { unlessRefused } from './unless-refused.ts';

/** Surveys by version, as they were asked. What is kept once stands for ever, so a survey that was found to be kept is not read again. */
export function surveyVersions(client: DynamoDBDocumentClient, table: string): SurveyVersions {
  const kept = new WeakSet<Survey>();
  return {
    async keepSurvey(survey) {
      if (kept.has(survey)) return 'kept';
      const key = surveyVersionKey(survey.id, survey.version);
      const put = new PutCommand({
        TableName: table,
        Item: { ...key, type: 'survey-version', survey },
        ConditionExpression: 'attribute_not_exists(pk)',
      });
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: { ...key }, ConsistentRead: true }));
      if (Item === undefined && (await unlessRefused(client.send(put)))) {
        kept.add(survey);
        return 'kept';
      }
      const standing = Item ?? (await client.send(new GetCommand({ TableName: table, Key: { ...key }, ConsistentRead: true }))).Item;
      // What is asked, not how it is stored: a default that was added to the schema since is no change of the questions.
      if (!isSame(z.object({ survey: Survey }).parse(standing).survey, survey)) return 'differs';
      kept.add(survey);
      return 'kept';
    },
  };
}
