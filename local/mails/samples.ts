import type { Language } from '../../shared/domain/language.ts';
import { deadlineStep } from '../../shared/domain/recovery/mail/deadline-step.ts';
import { type TemplateName, tokensOf } from '../../shared/domain/recovery/mail/tokens.ts';
import { type Values, valuesOf } from '../../shared/domain/recovery/mail/values.ts';
import type { Samples } from './sample-links.ts';
import { english } from './samples-en.ts';
import { chinese } from './samples-zh.ts';

const SAMPLES: Readonly<Record<Language, (brandName: string) => Samples>> = { en: english, 'zh-Hans': chinese };

/** What stands in mails that nobody gets: previews, the lint, tests. */
export const sampleView = <Name extends TemplateName>(template: Name, language: Language, brandName: string): Samples[Name] =>
  SAMPLES[language](brandName)[template];

/** One way in which a mail comes out: `full` says everything that it can, `least` leaves out what may be missing and answers each yes or no the other way. */
export interface Variant {
  readonly name: string;
  readonly values: Values;
}

/** All ways of a mail that are worth looking at. */
export function variants(template: TemplateName, language: Language, brandName: string): Variant[] {
  const full = valuesOf(template, language, sampleView(template, language, brandName));
  const named = (name: string, changes: Values): Variant => ({ name, values: { ...full, ...changes } });
  if (template === 'deadline') return ([75, 100, 150] as const).map((percent) => named(String(percent), deadlineStep(percent)));
  const changes = tokensOf(template).flatMap(({ name, kind, isOptional }): [string, string | boolean][] => {
    if (kind === 'flag') return [[name, full[name] !== true]];
    return isOptional ? [[name, '']] : [];
  });
  return changes.length === 0 ? [named('full', {})] : [named('full', {}), named('least', Object.fromEntries(changes))];
}
