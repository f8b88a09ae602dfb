import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { isSame } from '../../domain/customer/change.ts';
import { Survey } from '../../domain/survey/survey.ts';
import type { SurveyVersions } from '../../ports.ts';
import { surveyVersionKey } from './keys.ts';
import { unlessRefused } from './unless-refused.ts';

/** Surveys by version, as they were asked. */
export function surveyVersions(client: DynamoDBDocumentClient, table: string): SurveyVersions {
  return {
    async keepSurvey(survey) {
      const key = surveyVersionKey(survey.id, survey.version);
      const put = new PutCommand({
        TableName: table,
        Item: { ...key, type: 'survey-version', survey },
        ConditionExpression: 'attribute_not_exists(pk)',
      });
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: { ...key }, ConsistentRead: true }));
      if (Item === undefined && (await unlessRefused(client.send(put)))) return 'kept';
      const standing = Item ?? (await client.send(new GetCommand({ TableName: table, Key: { ...key }, ConsistentRead: true }))).Item;
      // What is asked, not how it is stored: a default that was added to the schema since is no change of the questions.
      return isSame(z.object({ survey: Survey }).parse(standing).survey, survey) ? 'kept' : 'differs';
    },
  };
}
