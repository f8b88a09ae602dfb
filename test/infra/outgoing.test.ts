import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import config from '#config';
import { LambdaFunction, synthesise } from './synthesised.ts';

const { all, inWords } = synthesise({
  ...config,
  webhooks: [{ id: 'crm', url: 'https://crm.example.com/hooks', events: 'all', isEnabled: true }],
  notices: [{ id: 'team', kind: 'wecom', events: ['CaseOpened'], language: 'zh-Hans', isEnabled: true }],
});

describe('an app with webhooks and notices (P39)', () => {
  it('has a random secret for each, kept when the stack goes', () => {
    const names = all('AWS::SecretsManager::Secret', z.object({ Name: z.string() })).map(({ Properties }) => Properties.Name);
    expect(names).toEqual(expect.arrayContaining(['amends/webhook/crm', 'amends/notice/team']));
  });

  it('lets deliver read these secrets, and nobody else, and deliver no other', () => {
    const functions = new Map(
      all('AWS::Lambda::Function', LambdaFunction).map(({ Properties }) => [
        inWords(Properties.Role),
        Properties.Environment.Variables.POWERTOOLS_SERVICE_NAME,
      ]),
    );
    const Policy = z.object({
      Roles: z.array(z.unknown()),
      PolicyDocument: z.object({ Statement: z.array(z.looseObject({ Action: z.unknown(), Resource: z.optional(z.unknown()) })) }),
    });
    const readers = all('AWS::IAM::Policy', Policy).flatMap(({ Properties }) =>
      Properties.PolicyDocument.Statement.filter(({ Action }) => Action === 'secretsmanager:GetSecretValue').map(({ Resource }) => ({
        by: functions.get(inWords(Properties.Roles[0])),
        names: [Resource].flat().map((one) => inWords(one).replace(/^.*:secret:|-\?+$/g, '')),
      })),
    );
    expect(readers.filter(({ by }) => by === 'deliver')).toEqual([{ by: 'deliver', names: ['amends/webhook/crm', 'amends/notice/team'] }]);
    expect(readers.filter(({ by, names }) => by !== 'deliver' && names.some((name) => /webhook|notice/.test(name)))).toEqual([]);
  });

  it('holds no URL of a chat room in its template, for there is none in the config', () => {
    const variables = all('AWS::Lambda::Function', LambdaFunction).flatMap(({ Properties }) =>
      Object.keys(Properties.Environment.Variables),
    );
    expect(variables.filter((name) => /URL$/.test(name)).filter((name) => !/QUEUE_URL$|^PUBLIC_URL$|^SIGN_IN_URL$/.test(name))).toEqual([]);
  });
});
