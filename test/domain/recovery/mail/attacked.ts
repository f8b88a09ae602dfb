import { sampleView } from '../../../../local/mails/samples.ts';
import type { Language } from '../../../../shared/domain/language.ts';
import { type TemplateName, tokensOf } from '../../../../shared/domain/recovery/mail/tokens.ts';

/** The sample of a mail, with every text and every list replaced by one value. */
export function attacked(template: TemplateName, language: Language, value: string): object {
  const replaced = tokensOf(template).flatMap(({ name, kind }): [string, string | string[]][] => {
    if (kind === 'text') return [[name, value]];
    return kind === 'list' ? [[name, [value]]] : [];
  });
  return { ...sampleView(template, language, 'x'), ...Object.fromEntries(replaced) };
}
