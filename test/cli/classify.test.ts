import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import config from '#config';
import { understand } from '../understand.ts';
import { amends, exitCode, startAmends } from './command-line.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amends-classify-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const file = (name: string, content: string | Uint8Array) => writeFile(join(folder, name), content);
const classify = (args: readonly string[], stdin: string | Uint8Array = '') => amends(folder, ['classify', ...args], { stdin });

interface Answer {
  readonly text?: string;
  readonly error?: string;
}
const answers = (out: string): Answer[] =>
  out
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
const texts = (out: string) => answers(out).map(({ text }) => text);

const TEXTS = ['The driver was rude and forty minutes late.', '客服态度很差，要求退款。', '', 'Lovely staff!', '🙂'];
/** Texts of all kinds, numbered so that no two are the same; every second one as JSON. */
const mixed = (count: number) =>
  Array.from({ length: count }, (_, i) => ((TEXTS[i % TEXTS.length] ?? '') === '' ? '' : `${TEXTS[i % TEXTS.length]} ${i}`));
const asLine = (text: string, i: number) => (i % 2 === 0 ? JSON.stringify({ id: i, text, locale: 'en-GB' }) : text);

describe('amends classify', () => {
  it('answers 5,000 mixed lines of two files in their order, each with what is understood of it', async () => {
    const all = mixed(5000);
    await file('first.txt', all.slice(0, 3000).map(asLine).join('\r\n'));
    await file('second.jsonl', `${all.slice(3000).map(asLine).join('\n')}\n`);
    const { code, out, err } = await classify(['first.txt', 'second.jsonl', '--text', '--json']);
    expect({ code, err }).toEqual({ code: 0, err: expect.stringMatching(/^5,000 lines in [\d.]+ s.*\n$/) });
    expect(texts(out)).toEqual(all);
    const found = answers(out);
    for (const i of [0, 1, 2, 3, 4, 2999, 3000, 4998]) {
      const hints = { locale: i % 2 === 0 ? 'en-GB' : undefined, topicPhrases: config.topicPhrases };
      const { engine: _, severityReasons: reasons, topics, ...same } = understand(all[i] ?? '', hints);
      const named = topics.map(({ topic, polarity, evidence: words }) => ({ topic, polarity, words }));
      expect(found[i]).toEqual({ ...same, topics: named, reasons, text: all[i] });
    }
  });

  it('reads standard input where no file is named, and between files as -', async () => {
    await file('a.txt', 'a');
    await file('z.txt', 'z\n');
    expect(texts((await classify(['--text'], 'typed\n\n')).out)).toEqual(['typed', '']);
    expect(texts((await classify(['a.txt', '-', 'z.txt', '--text'], 'typed')).out)).toEqual(['a', 'typed', 'z']);
  });

  it('says nothing of an empty file, and with --quiet nothing beside the answers', async () => {
    await file('empty.txt', '');
    expect(await classify(['empty.txt'])).toEqual({ code: 0, out: '', err: expect.stringMatching(/^0 lines in/) });
    expect(await classify(['--quiet'], 'fine\n')).toEqual({ code: 0, out: expect.stringMatching(/^\{"language".*\}\n$/), err: '' });
  });

  it('with --format json ends with 1 after a bad line, which is told by file and line and has its place', async () => {
    await file('rows.jsonl', '{"text":"a"}\nnonsense\n\n{"text":7}\n{"text":"b"}\n');
    const { code, out, err } = await classify(['rows.jsonl', '--format', 'json', '--text']);
    expect(code).toBe(1);
    expect(answers(out).map(({ text, error }) => text ?? error)).toEqual([
      'a',
      'rows.jsonl:2: expected a JSON object with a string "text", came what is no JSON',
      'rows.jsonl:3: expected a JSON object with a string "text", came an empty line',
      'rows.jsonl:4: "text": expected a string, came a number',
      'b',
    ]);
    expect(err.match(/^rows\.jsonl:[234]: expected .*|^rows\.jsonl:4: "text".*/gm)).toHaveLength(3);
    expect(err).toMatch(/^5 lines in .*; 3 lines could not be read, see above$/m);
  });

  it('names a missing file before anything is written', async () => {
    await file('there.txt', 'good\n');
    expect(await classify(['there.txt', 'missing.txt'])).toEqual({
      code: 1,
      out: '',
      err: 'amends: missing.txt: expected a file, there is none\n',
    });
  });

  it('tells what is odd about lines a few times and then how often', async () => {
    const { code, out, err } = await classify(['--text'], Buffer.from('caf\xe9\n'.repeat(100), 'latin1'));
    expect({ code, lines: answers(out).length }).toEqual({ code: 0, lines: 100 });
    expect(err.match(/^stdin:\d+: expected UTF-8/gm)).toHaveLength(5);
    expect(err).toMatch(/^and 95 lines more: expected UTF-8/m);
  });

  it('reads a line of many megabytes as far as one, and goes on', async () => {
    const { code, out, err } = await classify([], `${'Terrible service. '.repeat(300_000)}\nfine\n`);
    expect({ code, lines: answers(out).length }).toEqual({ code: 0, lines: 2 });
    expect(err).toMatch(/^stdin:1: longer than 1 MB; the rest of it was not read$/m);
  });

  it('leaves quietly when the reader has seen enough, though it waits for more to read', async () => {
    const child = startAmends(folder, ['classify']);
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString();
    });
    child.stdin.on('error', () => undefined);
    child.stdin.write('fine\n');
    await once(child.stdout, 'data');
    child.stdout.destroy();
    child.stdin.write('fine\n');
    expect({ code: await exitCode(child), err }).toEqual({ code: 0, err: '' });
  });
});

/** 60,000 lines of 2 KB: what is read ahead or kept for a slow reader would show. */
const MANY = 60_000;
/** Megabytes; they come in as 120 and go out as 130. */
const MOST_GROWTH = 100;

describe('the memory of amends classify', () => {
  it(`grows by less than ${MOST_GROWTH} MB over ${MANY} long lines that are read slowly`, { timeout: 120_000 }, async () => {
    const child = startAmends(folder, ['classify', '--text', '--quiet']);
    const residentMB = () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' })) / 1024;
    // Russian has no models, and so costs little time.
    const text = 'Очень плохо работает доставка. '.repeat(36);
    child.stdin.write(`${text}\n`);
    await once(child.stdout, 'readable');
    const first = residentMB();
    const fed = pipeline(
      Readable.from(
        (function* () {
          for (let i = 0; i < MANY; i += 100) yield `${text}\n`.repeat(100);
        })(),
      ),
      child.stdin,
    );
    let [most, lines, chunks] = [0, 0, 0];
    for await (const chunk of child.stdout) {
      const bytes: Buffer = chunk;
      for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) lines += 1;
      // Nothing is read while this is measured.
      if (chunks % 20 === 0) most = Math.max(most, residentMB());
      chunks += 1;
    }
    await fed;
    expect(lines).toBe(MANY + 1);
    expect(most - first).toBeLessThan(MOST_GROWTH);
  });
});
