import { describe, expect, it } from 'vitest';
import { readHeader, readRow } from '../../../local/cli/customers/columns.ts';

const row = (header: string, cells: string) => readRow(readHeader(header.split(',')), cells.split(','), 7);

describe('the columns of an import (R16)', () => {
  it('go by their English and Chinese names, however written', () => {
    expect(readHeader(['E-Mail', '客户编号', 'Orders per year', '年消费额', 'LAST_ORDER', 'line', 'reason'])).toEqual([
      'email',
      'ownId',
      'ordersPerYear',
      'spending',
      'lastOrderOn',
      undefined,
      undefined,
    ]);
  });

  it.each([
    [['email', 'shoe size'], /columns not known: 2 "shoe size"\. Expected any of email, ownId/],
    [['email', 'E-mail'], /each column once; email is there twice/],
    [['name', 'phone'], /expected a column email or ownId/],
  ])('are refused: %j', (cells, message) => {
    expect(() => readHeader(cells)).toThrow(message);
  });
});

describe('a row of an import (R16)', () => {
  it.each([
    ['email,spending,currency', 'a@example.com,12850.5,CNY', { email: 'a@example.com', spending: { amount: 1285050, currency: 'CNY' } }],
    ['email,spending,currency', 'a@example.com,12850,jpy', { email: 'a@example.com', spending: { amount: 12850, currency: 'JPY' } }],
    ['email,last order', 'a@example.com,2026/11/3', { email: 'a@example.com', lastOrderOn: '2026-11-03' }],
    ['email,同意联系,同意问候', 'a@example.com,是,否', { email: 'a@example.com', contactConsent: true, careConsent: false }],
    ['email,consent at', 'a@example.com,2026-11-03', { email: 'a@example.com', consentAt: '2026-11-03T00:00:00.000Z' }],
    ['email,phone', "a@example.com,'+86 138 0000 0000", { email: 'a@example.com', phone: '+86 138 0000 0000' }],
    ['ownId,name,phone', 'CRM-1,,', { ownId: 'CRM-1' }],
    ['ownId,语言', 'CRM-1,中文', { ownId: 'CRM-1', language: 'zh-Hans' }],
  ])('%s: %s', (header, cells, expected) => {
    expect(row(header, cells)).toEqual({ row: expected });
  });

  it.each([
    ['email,name', 'nonsense,Ana', 1, 'email', /e-mail address/],
    ['name,email,spending', 'Ana,a@example.com,12', 3, 'spending', /a currency beside it/],
    ['email,spending,currency', 'a@example.com,12.345,CNY', 2, 'spending', /at most 2 digits/],
    ['email,spending,currency', 'a@example.com,12 850,CNY', 2, 'spending', /separators of thousands/],
    ['email,spending,currency', 'a@example.com,-5,CNY', 2, 'spending', /expected an amount/],
    ['email,last order', 'a@example.com,2026-02-30', 2, 'lastOrderOn', /a day that exists/],
    ['email,contact consent', 'a@example.com,maybe', 2, 'contactConsent', /yes or no/],
    ['email,orders', 'a@example.com,many', 2, 'ordersPerYear', /a number/],
    ['email,tier', 'a@example.com,worst', 2, 'tier', /./],
  ])('tells line and column of what is wrong: %s: %s', (header, cells, column, field, reason) => {
    expect(row(header, cells)).toEqual({ faults: [{ line: 7, column, field, reason: expect.stringMatching(reason) }] });
  });

  it('tells all that is wrong at once, and a row that is too short', () => {
    expect(row('email,orders,tier', 'nonsense,many,worst')).toMatchObject({ faults: [{ column: 2 }] });
    expect(row('email,tier', 'nonsense,worst')).toMatchObject({ faults: [{ column: 1 }, { column: 2 }] });
    expect(row('email,tier', 'a@example.com')).toEqual({ faults: [{ line: 7, reason: 'expected 2 cells, as in line 1, came 1' }] });
    expect(row('email,ownId', ',')).toMatchObject({ faults: [{ reason: expect.stringMatching(/an email or an ownId/) }] });
  });
});
