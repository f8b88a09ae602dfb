import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAllowed, readPolicy } from '../../local/gateway/iam.ts';

const policy = (...statements: readonly object[]) => readPolicy({ Statement: statements }, 'Here/Policy');
const allow = (Action: string | readonly string[], Resource: string | readonly string[], Condition?: object) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...(Condition === undefined ? {} : { Condition }),
});
const deny = (Action: string, Resource: string) => ({ Effect: 'Deny', Action, Resource });

const plainAction = fc.constantFrom('dynamodb:GetItem', 'dynamodb:PutItem', 'sqs:SendMessage', 's3:GetObject');
const plainResource = fc.stringMatching(/^arn:aws:[a-z0-9]{1,8}:[a-z0-9.$^+(){}[\]|\\/_-]{0,20}$/);

describe('IAM policies (P31)', () => {
  it('allow exactly what is written, whatever signs are in it', () => {
    fc.assert(
      fc.property(plainAction, plainResource, plainAction, plainResource, (action, resource, otherAction, otherResource) => {
        const statements = policy(allow(action, resource));
        expect(isAllowed(statements, { action, resource })).toBe(true);
        expect(isAllowed(statements, { action: otherAction, resource: otherResource })).toBe(
          action === otherAction && resource === otherResource,
        );
      }),
    );
  });

  it('allow nothing by themselves, and nothing that is denied, in any order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(plainAction, plainResource)),
        plainAction,
        plainResource,
        fc.boolean(),
        (allowed, action, resource, isDenyFirst) => {
          const allows = [...allowed.map(([a, r]) => allow(a, r)), allow('*', '*')];
          expect(isAllowed([], { action, resource })).toBe(false);
          expect(isAllowed(policy(...allows), { action, resource })).toBe(true);
          const denied = isDenyFirst ? [deny(action, resource), ...allows] : [...allows, deny(action, resource)];
          expect(isAllowed(policy(...denied), { action, resource })).toBe(false);
        },
      ),
    );
  });

  it('let * stand for any characters and ? for one, and nothing else', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (left, right) => {
        const before = left.replaceAll(/[*?]/g, '');
        const after = right.replaceAll(/[*?]/g, '');
        const statements = policy(allow('*', `${before}*${after}`));
        expect(isAllowed(statements, { action: 'a:B', resource: `${before}${after}` })).toBe(true);
        expect(isAllowed(statements, { action: 'a:B', resource: `${before}x/y:z${after}` })).toBe(true);
        expect(isAllowed(policy(allow('*', `${before}?${after}`)), { action: 'a:B', resource: `${before}${after}` })).toBe(false);
      }),
    );
  });

  it('know actions in any case, and resources in theirs', () => {
    const statements = policy(allow('DYNAMODB:get*', 'arn:aws:dynamodb:::table/Register'));
    expect(isAllowed(statements, { action: 'dynamodb:GetItem', resource: 'arn:aws:dynamodb:::table/Register' })).toBe(true);
    expect(isAllowed(statements, { action: 'dynamodb:GetItem', resource: 'arn:aws:dynamodb:::table/register' })).toBe(false);
  });

  it('hold their conditions: a key that the request lacks fails a positive one and passes a negative one', () => {
    const demand = (from?: string) => ({
      action: 'ses:SendRawEmail',
      resource: 'r',
      context: from === undefined ? {} : { 'ses:fromaddress': [from] },
    });
    const equals = policy(allow('*', '*', { StringEquals: { 'ses:FromAddress': ['care@example.com', 'help@example.com'] } }));
    expect([demand('help@example.com'), demand('boss@example.com'), demand()].map((d) => isAllowed(equals, d))).toEqual([
      true,
      false,
      false,
    ]);
    const not = policy(allow('*', '*', { StringNotLike: { 'ses:FromAddress': '*@example.org' } }));
    expect([demand('a@example.com'), demand('a@example.org'), demand()].map((d) => isAllowed(not, d))).toEqual([true, false, true]);
  });

  it('ask every value under ForAllValues', () => {
    const statements = policy(allow('*', '*', { 'ForAllValues:StringLike': { 'ses:Recipients': '*@example.com' } }));
    const to = (...recipients: readonly string[]) =>
      isAllowed(statements, { action: 'a:B', resource: 'r', context: { 'ses:recipients': recipients } });
    expect([to('a@example.com'), to('a@example.com', 'b@example.org'), to()]).toEqual([true, false, true]);
  });

  it('take NotAction and NotResource for all else', () => {
    const statements = readPolicy({ Statement: { Effect: 'Allow', NotAction: 'iam:*', NotResource: 'secret' } }, 'here');
    const outcomes = [
      { action: 's3:GetObject', resource: 'open' },
      { action: 'iam:PassRole', resource: 'open' },
      { action: 's3:GetObject', resource: 'secret' },
    ].map((demand) => isAllowed(statements, demand));
    expect(outcomes).toEqual([true, false, false]);
  });
});
