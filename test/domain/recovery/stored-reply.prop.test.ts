import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fillReply } from '../../../shared/domain/recovery/stored-reply.ts';

it('a stored reply takes a name in as it is: braces and dollars in it do nothing (R25, P22)', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.constantFrom('{{caseNumber}}', '$&', '$1')), (customerName) => {
      const values = { customerName, caseNumber: '2611-0042', agentName: 'Lin Yue' };
      expect(fillReply('Dear {{customerName}}!', values)).toBe(`Dear ${customerName}!`);
    }),
  );
});
