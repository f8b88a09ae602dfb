import type { ApiFault, FaultKind } from './api/fault.ts';
import { currentLanguage } from './language.ts';
import en from './words/en.json';
import zh from './words/zh-Hans.json';
import { sayingIn } from './words.ts';

/** Words that all pages for staff share. */
export const say = sayingIn(currentLanguage(), { en, 'zh-Hans': zh });

const SENTENCE = {
  offline: 'offline',
  slow: 'slow',
  session: 'session',
  forbidden: 'forbidden',
  missing: 'missing',
  conflict: 'conflict',
  'too-many': 'tooMany',
  refused: 'refused',
  broken: 'broken',
} as const satisfies Record<FaultKind, keyof typeof en>;

/** A fault for people: what happened and what to do. What the API said about wrong input stands in it as it was said. */
export function sentenceOf({ kind, problem }: ApiFault): string {
  const reason = [problem?.title, ...(problem?.issues ?? []).map((issue) => `${issue.field}: ${issue.reason}`)].filter(Boolean).join(' ');
  return say(SENTENCE[kind], { reason });
}
