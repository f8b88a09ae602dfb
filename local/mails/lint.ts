import { LANGUAGES, type Language, type Localized } from '../../shared/domain/language.ts';
import type { Block } from '../../shared/domain/recovery/mail/blocks.ts';
import { fillBlocks, fillLine } from '../../shared/domain/recovery/mail/fill.ts';
import { inspectText, tokensIn } from '../../shared/domain/recovery/mail/inspect.ts';
import { mailText } from '../../shared/domain/recovery/mail/render.ts';
import { MAX_SUBJECT_LENGTH } from '../../shared/domain/recovery/mail/subject.ts';
import type { MailTexts } from '../../shared/domain/recovery/mail/texts.ts';
import { TEMPLATE_NAMES, type TemplateName, tokensOf } from '../../shared/domain/recovery/mail/tokens.ts';
import { type Variant, variants } from './samples.ts';

export interface MailFinding {
  readonly template: TemplateName;
  readonly language: Language;
  /** From the text: `blocks[2].text`. */
  readonly path: string;
  readonly message: string;
}

/** Everything that is wrong with the texts of all mails, the house's among them. */
export const lintMails = (brandName: Localized, overrides?: MailTexts): MailFinding[] =>
  TEMPLATE_NAMES.flatMap((template) => [
    ...LANGUAGES.flatMap((language) =>
      findingsOf(template, language, mailText(template, language, overrides), brandName[language]).map((finding) => ({
        template,
        language,
        ...finding,
      })),
    ),
    ...unevenTokens(template, overrides),
  ]);

type Finding = Pick<MailFinding, 'path' | 'message'>;

function findingsOf(template: TemplateName, language: Language, text: ReturnType<typeof mailText>, brandName: string): Finding[] {
  const faults = inspectText(template, text).map(({ path, message }) => ({ path: dotted(path), message }));
  // A text that cannot be read as a template cannot be rendered either.
  if (faults.length > 0) return faults;
  const samples = variants(template, language, brandName);
  return [...longSubjects(text.subject, samples), ...emptyBlocks(text.blocks, samples)];
}

function longSubjects(subject: string, samples: readonly Variant[]): Finding[] {
  const longest = Math.max(...samples.map(({ values }) => fillLine(subject, values).length));
  const message = `${longest} characters with sample data, expected at most ${MAX_SUBJECT_LENGTH}: mail programs cut it off`;
  return longest > MAX_SUBJECT_LENGTH ? [{ path: 'subject', message }] : [];
}

function emptyBlocks(blocks: readonly Block[], samples: readonly Variant[]): Finding[] {
  const isEmpty = (block: Block) => samples.every(({ values }) => fillBlocks([block], values).length === 0);
  return blocks.flatMap((block, i) => {
    const path = `blocks[${i}]`;
    const message = 'says nothing, with any sample data: leave it out';
    if (isEmpty(block)) return [{ path, message }];
    if (block.type !== 'facts') return [];
    return block.rows.flatMap((row, j) => (isEmpty({ type: 'facts', rows: [row] }) ? [{ path: `${path}.rows[${j}]`, message }] : []));
  });
}

/** What customers of one language are told, those of the other are told, too. */
function unevenTokens(template: TemplateName, overrides: MailTexts | undefined): MailFinding[] {
  const [en, zh] = [tokensIn(mailText(template, 'en', overrides)), tokensIn(mailText(template, 'zh-Hans', overrides))];
  return tokensOf(template).flatMap(({ name }): MailFinding[] => {
    if (en.has(name) === zh.has(name)) return [];
    const language = en.has(name) ? 'zh-Hans' : 'en';
    return [{ template, language, path: 'blocks', message: `{{${name}}} is said in the other language only` }];
  });
}

const dotted = (path: readonly (string | number)[]) =>
  path.map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i === 0 ? '' : '.'}${step}`)).join('');

/** How many texts there are to look at. */
export const textCount = TEMPLATE_NAMES.length * LANGUAGES.length;
