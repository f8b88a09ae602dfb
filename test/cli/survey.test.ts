import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lintSurvey } from '../../local/cli/survey/lint.ts';
import { publicLink, qrSvg } from '../../local/cli/survey/qr.ts';
import { readySurveys } from '../../shared/domain/survey/ready-surveys.ts';
import { Survey, type SurveyDefinition } from '../../shared/domain/survey/survey.ts';
import { typed } from './in-process.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amends-survey-'));
});
afterAll(() => rm(folder, { recursive: true }));

const both = (en: string, zh: string) => ({ en, 'zh-Hans': zh });
type QuestionDefinition = SurveyDefinition['questions'][number];
const scale = (overrides: object = {}) => ({
  kind: 'scale',
  id: 'satisfaction',
  metric: 'csat',
  text: both('How satisfied are you?', '您有多满意？'),
  min: 1,
  max: 5,
  minLabel: both('Very dissatisfied', '非常不满意'),
  maxLabel: both('Very satisfied', '非常满意'),
  isRequired: false,
  ...overrides,
});
const comment = (overrides: object = {}) => ({
  kind: 'comment',
  id: 'comment',
  text: both('In your words', '请说说您的感受'),
  ...overrides,
});
const contact = {
  kind: 'contact',
  id: 'contact',
  nameText: both('Name', '称呼'),
  emailText: both('E-mail', '邮箱'),
  consentText: both('You may write to me.', '我同意与我联系。'),
};
const age = {
  kind: 'choice',
  id: 'age',
  text: both('Your age', '您的年龄'),
  options: [
    { id: 'younger', text: both('Under 40', '40 岁以下') },
    { id: 'older', text: both('40 or older', '40 岁及以上') },
  ],
};
const matrix = (rows: number, overrides: object = {}) => ({
  ...scale({ kind: 'matrix', id: 'items', metric: 'rating', ...overrides }),
  rows: Array.from({ length: rows }, (_, i) => ({ id: `row-${i}`, text: both(`Thing ${i}`, `第 ${i} 项`) })),
});

const surveyOf = (...questions: unknown[]) =>
  Survey.parse({ id: 'own', title: both('Title', '标题'), introduction: both('Words', '说明'), questions });
const findingsOf = (...questions: unknown[]) =>
  lintSurvey(surveyOf(...questions)).map(({ level, rule, path }) => `${level} ${rule} ${path}`);

describe('survey lint (R11)', () => {
  it('has nothing to say of a short sound survey', () => {
    expect(findingsOf(scale(), comment(), contact)).toEqual([]);
  });

  it.each([
    ['NPS not on 0–10', [scale({ metric: 'nps' }), comment()], 'fault nps-scale questions[0]'],
    ['first contact not yes or no', [scale({ metric: 'fcr' }), comment()], 'fault fcr-scale questions[0]'],
    ['ends without words', [scale({ minLabel: both('1', '1') }), comment()], 'fault no-labels questions[0].minLabel.zh-Hans'],
    ['ends that are the same', [scale({ minLabel: both('Very satisfied', '差') }), comment()], 'fault no-labels questions[0].minLabel.en'],
    [
      'a scale turned round',
      [scale({ minLabel: both('Very satisfied', '非常满意'), maxLabel: both('Very dissatisfied', '非常不满意') }), comment()],
      'fault turned-scale questions[0].minLabel.zh-Hans',
    ],
    [
      'Chinese left in English',
      [scale({ text: both('您满意吗？', '您满意吗？') }), comment()],
      'fault missing-language questions[0].text.en',
    ],
    [
      'English left in Chinese',
      [scale({ text: both('How was it?', 'How was it?') }), comment()],
      'fault missing-language questions[0].text.zh-Hans',
    ],
    [
      'a condition on nothing',
      [scale(), comment({ showIf: { question: 'later', is: ['x'] } })],
      'fault unsound questions[1].showIf.question',
    ],
    ['CES without a middle', [scale({ metric: 'ces', max: 6 }), comment()], 'hint ces-scale questions[0]'],
    [
      'leading words',
      [scale({ text: both('How was our excellent service?', '怎么样？') }), comment()],
      'hint leading questions[0].text.en',
    ],
    [
      '诱导性用语',
      [scale({ text: both('How was it?', '您对我们一流的服务满意吗？') }), comment()],
      'hint leading questions[0].text.zh-Hans',
    ],
    [
      'two in one',
      [scale({ text: both('Were we quick and friendly?', '快吗？') }), comment()],
      'hint double-barrelled questions[0].text.en',
    ],
    ['一题两问', [scale({ text: both('Quick?', '您对价格和质量满意吗？') }), comment()], 'hint double-barrelled questions[0].text.zh-Hans'],
    ['long-winded', [scale({ text: both('How? '.repeat(40), '怎么样？') }), comment()], 'hint wordy questions[0].text.en'],
    ['contact first', [contact, scale(), comment()], 'hint contact-last questions[0]'],
    ['profile first', [age, scale(), comment()], 'hint profile-last questions[0]'],
    ['open questions early', [comment(), scale()], 'hint open-late questions[0]'],
    ['the whole after the details', [matrix(3), scale(), comment()], 'hint overall-first questions[1]'],
    ['too many questions', [matrix(30), scale(), comment()], 'hint too-long questions'],
    ['all on one page', [matrix(25), comment()], 'hint one-page questions'],
    ['no words of their own', [scale()], 'hint no-open-question questions'],
    ['nothing to count', [comment()], 'hint no-closed-question questions'],
    [
      'everything required',
      [scale({ isRequired: true }), scale({ id: 'b', isRequired: true }), scale({ id: 'c', isRequired: true }), comment()],
      'hint too-many-required questions',
    ],
    ['many different scales', [scale(), scale({ id: 'b', max: 7 }), scale({ id: 'c', max: 10 }), comment()], 'hint mixed-scales questions'],
  ])('finds %s', (_, questions, expected) => {
    expect(findingsOf(...questions)).toContain(expected);
  });

  it.each([
    [
      'a follow-up of an answer may be open wherever that answer is',
      [scale(), comment({ showIf: { question: 'satisfaction', atMost: 2 } }), scale({ id: 'b' })],
    ],
    ['names and abbreviations need no translation', [scale({ text: both('How is NPS?', 'NPS') }), comment()]],
    ['及时 joins nothing', [scale({ text: both('Was it on time?', '服务及时吗？') }), comment()]],
    ['profile last', [scale(), comment(), age, contact]],
  ])('%s', (_, questions) => {
    expect(findingsOf(...questions)).toEqual([]);
  });

  it.each(Object.entries(readySurveys))('the ready survey %s has no fault', (_, definition) => {
    expect(lintSurvey(Survey.parse(definition)).filter(({ level }) => level === 'fault')).toEqual([]);
  });

  it.each(['service', 'effort', 'dualRating', 'index'] as const)('nor is there a hint for %s', (name) => {
    expect(lintSurvey(Survey.parse(readySurveys[name]))).toEqual([]);
  });

  it('says it as JSON or in words, and ends with 1 only where there is a fault', async () => {
    const { code, out } = await typed(['survey', 'lint', '--json'], {});
    expect(code).toBe(0);
    expect(JSON.parse(out)[0]).toEqual({ survey: 'service', items: 5, minutes: 1.5, findings: [] });
    const file = join(folder, 'turned.json');
    const turned: QuestionDefinition[] = [];
    await writeFile(file, JSON.stringify({ ...readySurveys.service, questions: [...turned, scale({ metric: 'nps' })] }));
    const wrong = await typed(['survey', 'lint', '--file', file], {});
    process.exitCode = undefined;
    expect(wrong.code).toBe(1);
    expect(wrong.out).toContain('fault questions[0] (nps-scale): NPS is asked on 0 to 10, not 1 to 5; change min and max');
  });

  it('names what a file lacks', async () => {
    const file = join(folder, 'none.json');
    await writeFile(file, JSON.stringify({ ...readySurveys.service, questions: [{ kind: 'choice', id: 'A' }] }));
    const { code, err } = await typed(['survey', 'lint', '--file', file], {});
    expect(code).toBe(1);
    expect(err).toMatch(/questions\[0\]\.text/);
    expect((await typed(['survey', 'lint', 'nothing'], {})).err).toContain(
      'no survey "nothing" in amends.config.ts; it has: service, effort',
    );
  });
});

describe('survey preview', () => {
  it.each([
    ['en', 'How do you see us?', 'This company can be trusted.'],
    ['zh-Hans', '您怎么看我们？', '这家企业值得信赖。'],
  ])('reads the questions out in %s, and writes them as a page', async (language, title, row) => {
    const { out } = await typed(['survey', 'preview', 'index', '--language', language], {});
    expect(out).toContain(title);
    expect(out).toContain(row);
    const file = join(folder, `index.${language}.html`);
    const { code } = await typed(['survey', 'preview', 'index', '--language', language, '--out', file], {});
    expect(code).toBe(0);
    const page = await readFile(file, 'utf8');
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).toContain(row);
  });

  it('wants one survey', async () => {
    const { code, err } = await typed(['survey', 'preview'], {});
    expect(code).toBe(1);
    expect(err).toContain('name one survey: service, effort, servqual, dual-rating, index');
  });
});

describe('survey qr (R10)', () => {
  it('prints the code of the public link as SVG, and tells the link', async () => {
    const { code, out, err } = await typed(['survey', 'qr', 'service', '--url', 'https://care.example.com/', '--branch', 'east'], {});
    expect(code).toBe(0);
    expect(err).toBe('https://care.example.com/f/service?branch=east\n');
    expect(out.trimEnd()).toBe((await qrSvg('https://care.example.com/f/service?branch=east')).trimEnd());
    expect(out).toMatch(/^<svg [^>]*viewBox=/);
  });

  it('writes a PNG of a size that can be printed', async () => {
    const file = join(folder, 'code.png');
    await typed(['survey', 'qr', 'service', '--url', 'https://care.example.com', '--format', 'png', '--out', file], {});
    const picture = await readFile(file);
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    expect(picture.readUInt32BE(16)).toBeGreaterThanOrEqual(1000);
  });

  it('carries the campaign and the branch', () => {
    expect(publicLink('https://a.example', 'service', { campaign: 'spring', branch: 'east' })).toBe(
      'https://a.example/f/service?campaign=spring&branch=east',
    );
  });

  it.each([
    [['service', '--url', 'https://a.example', '--branch', 'north'], 'no branch "north"'],
    [['service', '--url', 'https://a.example', '--campaign', 'nothing'], 'no campaign "nothing"'],
    [['nothing', '--url', 'https://a.example'], 'no survey "nothing"'],
    [['service', '--url', 'care'], 'expected an address that begins with https://'],
    [['service', '--url', 'https://a.example', '--format', 'png'], 'a PNG goes into a file: name it with --out'],
  ])('%j is refused, and says what there is', async (line, message) => {
    const { code, err } = await typed(['survey', 'qr', ...line], {});
    expect(code).toBe(1);
    expect(err).toContain(message);
  });
});

describe('amends survey, what is given', () => {
  it('is one survey: an id or a file', async () => {
    const { code, err } = await typed(['survey', 'lint', 'service', '--file', 'x.json'], {});
    expect([code, err]).toEqual([1, 'amends: expected the id of a survey or --file, not both\n']);
  });

  it('may be a file with a byte order mark; where it is no JSON, the place is told', async () => {
    const file = join(folder, 'mark.json');
    await writeFile(file, `\uFEFF${JSON.stringify(readySurveys.service)}`);
    expect((await typed(['survey', 'preview', '--file', file], {})).code).toBe(0);
    await writeFile(file, '{"id": "a",}');
    expect((await typed(['survey', 'lint', '--file', file], {})).err).toMatch(/expected a survey in JSON.*: .*line 1 column 12/);
  });

  it('goes into a folder that is not there yet', async () => {
    const file = join(folder, 'new', 'code.svg');
    expect((await typed(['survey', 'qr', 'service', '--url', 'https://a.example', '--out', file], {})).code).toBe(0);
    expect(await readFile(file, 'utf8')).toContain('<svg');
  });
});
