import * as z from 'zod/mini';
import { LANGUAGES } from '../../language.ts';
import { Block } from './blocks.ts';
import { inspectText } from './inspect.ts';
import { TEMPLATE_NAMES } from './tokens.ts';

const HouseText = z.strictObject({
  subject: z.optional(z.string().check(z.minLength(1))),
  preheader: z.optional(z.string().check(z.minLength(1))),
  blocks: z.optional(z.array(Block).check(z.minLength(1))),
});

/**
 * The texts of a house in place of ours, by template and language: what it does not say stays ours. Both languages or none, or half of the
 * customers would hear another voice. Every token is checked against the template's allow-list.
 */
export const MailTexts = z
  .partialRecord(z.enum(TEMPLATE_NAMES), z.strictObject({ en: z.optional(HouseText), 'zh-Hans': z.optional(HouseText) }))
  .check(({ value, issues }) => {
    for (const template of TEMPLATE_NAMES) {
      const byLanguage = value[template];
      if (byLanguage === undefined) continue;
      for (const language of LANGUAGES) {
        const text = byLanguage[language];
        const report = (path: readonly (string | number)[], message: string) =>
          issues.push({ code: 'custom', input: value, path: [template, language, ...path], message });
        if (text === undefined) report([], 'is missing: a text is given in every language, or in none');
        else for (const { path, message } of inspectText(template, text)) report(path, message);
      }
    }
  });
export type MailTexts = z.infer<typeof MailTexts>;
