import { describe, expect, it } from 'vitest';
import { AS_WRITTEN, mixed, TYPICAL } from '../../bench/traffic.ts';
import { readComments } from '../../local/demo/comment.ts';

const comments = readComments();
const unhappy = (list: typeof comments) => list.filter(({ expect: { isUnhappy } }) => isUnhappy).length;

describe('the traffic of the benches', () => {
  it('has the share of unhappy customers it says, evenly spread', () => {
    const items = mixed(comments, 200, TYPICAL);
    expect(unhappy(items)).toBe(20);
    for (let i = 0; i < 200; i += 10) expect(unhappy(items.slice(i, i + 10))).toBe(1);
  });

  it('takes the comments as they are where no share is given', () => {
    const items = mixed(comments, comments.length, AS_WRITTEN);
    expect(items.map(({ comment }) => comment)).toEqual(comments.map(({ comment }) => comment));
  });

  it('makes each item a submission of its own by a customer of their own, over all parts of a run', () => {
    const items = [...mixed(comments, 500, TYPICAL), ...mixed(comments, 500, TYPICAL, 500)];
    const addresses = items.flatMap(({ customer }) => customer?.email ?? []);
    expect(new Set(items.map(({ id }) => id)).size).toBe(1000);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it('refuses a mix of comments that are not there', () => {
    expect(() => mixed([], 1, AS_WRITTEN)).toThrow('no such comment');
  });
});
