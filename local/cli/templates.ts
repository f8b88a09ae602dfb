import { Command, Option } from 'commander';
import config from '#config';
import { LANGUAGES, type Language } from '../../shared/domain/language.ts';
import { mailText } from '../../shared/domain/recovery/mail/render.ts';
import { TEMPLATE_NAMES, type TemplateName, tokensOf } from '../../shared/domain/recovery/mail/tokens.ts';
import { lintMails, textCount } from '../mails/lint.ts';
import { previews, writePreviews } from '../mails/preview.ts';
import { note, type OutputOptions, show, table } from './output.ts';

interface PreviewOptions {
  readonly out: string;
  readonly language?: Language;
  readonly template?: TemplateName;
}

const house = { brandName: config.brand.name, mailTexts: config.mailTexts };

export function templatesCommand(): Command {
  const command = new Command('templates').description('the mails of the journey: our texts and those of the house; needs no cloud');
  command
    .command('list')
    .description('all mails, and what their texts may use')
    .option('--json', 'as JSON')
    .action((options: OutputOptions) => {
      const mails = TEMPLATE_NAMES.map((template) => ({
        template,
        subject: mailText(template, config.brand.defaultLanguage, house.mailTexts).subject,
        isHouseText: house.mailTexts?.[template] !== undefined,
        tokens: tokensOf(template),
      }));
      show(mails, options, (all) =>
        table(
          ['mail', 'text', 'tokens (! must be used, ? may be missing)'],
          all.map(({ template, isHouseText, tokens }) => [
            template,
            isHouseText ? 'house' : 'ours',
            tokens.map(({ name, isRequired, isOptional }) => `${name}${isRequired ? '!' : ''}${isOptional ? '?' : ''}`).join(' '),
          ]),
        ),
      );
    });
  command
    .command('lint')
    .description('look for unknown and missing tokens, missing languages, long subjects, blocks that say nothing')
    .option('--json', 'as JSON')
    .action((options: OutputOptions) => {
      const findings = lintMails(house.brandName, house.mailTexts);
      show({ texts: textCount, findings }, options, () =>
        findings.length === 0
          ? `${textCount} texts of ${TEMPLATE_NAMES.length} mails: no fault`
          : findings.map(({ template, language, path, message }) => `${template}.${language}.${path}: ${message}`).join('\n'),
      );
      if (findings.length > 0) process.exitCode = 1;
    });
  command
    .command('preview')
    .description('write all mails with sample data, as .html and .txt, and an index.html')
    .requiredOption('--out <folder>', 'where to write them')
    .addOption(new Option('--language <language>', 'only in this language').choices(LANGUAGES))
    .addOption(new Option('--template <mail>', 'only this mail').choices(TEMPLATE_NAMES))
    .action(async ({ out, language, template }: PreviewOptions) => {
      const mails = previews(template ? [template] : TEMPLATE_NAMES, language ? [language] : LANGUAGES, house);
      await writePreviews(out, mails);
      note(`${mails.length} mails in ${out}; begin with ${out}/index.html`);
    });
  return command;
}
