/** What stands between a `/` at the beginning of a word and the caret: what somebody looks for among the prepared replies. */
export interface Slash {
  readonly from: number;
  readonly sought: string;
}

/** @returns undefined where the caret is not behind such a `/`: within a word it is part of a path or of "and/or". */
export function slashBefore(text: string, caret: number): Slash | undefined {
  const [, sought] = /(?:^|[\s（。，！？；：、])\/([^\s/]{0,40})$/u.exec(text.slice(0, caret)) ?? [];
  return sought === undefined ? undefined : { from: caret - sought.length - 1, sought };
}

interface Reply {
  readonly title: string;
  readonly text: string;
  readonly isFitting: boolean;
}

/** Those that hold what is sought, in the title first; of equals those that fit the case. */
export function repliesFor<One extends Reply>(replies: readonly One[], sought: string): One[] {
  const needle = sought.toLowerCase();
  const rank = ({ title, text, isFitting }: One) =>
    (title.toLowerCase().includes(needle) ? 0 : text.toLowerCase().includes(needle) ? 2 : 9) + (isFitting ? 0 : 1);
  return replies.filter((one) => rank(one) < 9).toSorted((a, b) => rank(a) - rank(b));
}
