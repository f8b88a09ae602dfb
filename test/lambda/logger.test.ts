import { describe, expect, it } from 'vitest';
import { invalidInput, SetupError } from '../../shared/domain/errors.ts';
import { describeError } from '../../shared/lambda/logger.ts';

describe('describeError (P33)', () => {
  it('says of our own refusals which they are and why', () => {
    const error = invalidInput('Some answers could not be taken.', [{ field: 'answers.satisfaction', reason: 'The scale is 1 to 5.' }]);
    expect(describeError(error)).toEqual({
      code: 'invalid-input',
      status: 422,
      reason: 'Some answers could not be taken.',
      issues: [{ field: 'answers.satisfaction', reason: 'The scale is 1 to 5.' }],
    });
  });

  it('tells whoever runs it what is not set up', () => {
    expect(describeError(new SetupError('secret "amends/link-key": expected …'))).toEqual({
      errorType: 'SetupError',
      reason: 'secret "amends/link-key": expected …',
    });
  });

  it('never repeats what another library says: it may quote a customer', () => {
    const described = describeError(new TypeError('no such mailbox: mei@example.cn'));
    expect(described).toMatchObject({ errorType: 'TypeError' });
    expect(JSON.stringify(described)).not.toContain('mei@');
    expect(describeError('mei@example.cn')).toEqual({ errorType: 'string' });
  });
});
