import { expect, it } from 'vitest';
import { touched } from '../../bench/engine-alone.ts';

const key = (id: string) => ({ pk: { S: id }, sk: { S: 'X' } });

it('a write touches the item it puts or changes, a transaction all of its', () => {
  expect(touched({ TableName: 'T', Item: { ...key('a'), n: { N: '1' } } })).toEqual(['T a X']);
  expect(touched({ TableName: 'T', Key: key('a'), UpdateExpression: 'SET n = :n' })).toEqual(['T a X']);
  const TransactItems = [
    { Put: { TableName: 'T', Item: key('a') } },
    { Update: { TableName: 'U', Key: key('b') } },
    { ConditionCheck: { TableName: 'T', Key: key('c') } },
  ];
  expect(touched({ TransactItems, ClientRequestToken: 'x' })).toEqual(['T a X', 'U b X', 'T c X']);
});
