import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionIdOfTag, actionTag } from '../../../shared/domain/recovery/action.ts';

const part = fc.stringMatching(/^[A-Za-z0-9_@-]{1,30}$/);

describe('actionTag', () => {
  it('holds only what SES allows in a tag, and comes back as it was', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
        const id = parts.join(':');
        expect(actionTag(id)).toMatch(/^[A-Za-z0-9_.@-]+$/);
        expect(actionIdOfTag(actionTag(id))).toBe(id);
      }),
    );
  });

  it.each(['2611-0001:acknowledgement', '2611-0001:owner-notice', 'digest:daily:2026-11-21'])('so do the ids that there are: %s', (id) => {
    expect(actionIdOfTag(actionTag(id))).toBe(id);
  });

  it.each(['a.b', 'a b', '', 'a:', 'a\nb', 'ü'])('refuses what would not come back: %j', (id) => {
    expect(() => actionTag(id)).toThrow(/action id: expected/);
  });
});
