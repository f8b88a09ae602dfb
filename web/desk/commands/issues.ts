import { say } from '../words.ts';

interface Issue {
  readonly field: string;
  readonly reason: string;
}

const isOurs = (reason: string): reason is 'required' | 'number' | 'time' => ['required', 'number', 'time'].includes(reason);

/** By field, what is wrong with it: in the page's language where the page found it, as the API said it otherwise. */
export const issuesOf = (issues: readonly Issue[]): Record<string, string> =>
  Object.fromEntries(issues.map(({ field, reason }) => [field, isOurs(reason) ? say(`issue-${reason}`) : reason]));
