import { describe, expect, it } from 'vitest';
import { classified, type Settings } from '../../local/cli/classify-lines.ts';
import type { Format } from '../../local/cli/read-line.ts';
import type { Understanding } from '../../shared/domain/understand/understanding.ts';

const MB = 1_048_576;
const encoder = new TextEncoder();

/** Understands nothing and says so by echo: these tests are about lines. */
const UNREAD: Understanding = {
  language: 'und',
  sentiment: { label: 'neutral', score: 0, confidence: 0 },
  topics: [],
  intent: 'not-feedback',
  severity: 1,
  severityReasons: [],
  flags: [],
  engine: 'none@1',
};

async function run(input: string | Uint8Array, format: Format = 'auto', understand: Settings['understand'] = () => UNREAD) {
  const told: string[] = [];
  const done = { lines: 0, bytes: 0 };
  const listener = {
    fault: (line: string, why: string) => void told.push(`${line}: ${why}`),
    doubt: (line: string, doubt: string) => void told.push(`${line}: ${doubt}`),
    done(lines: number, bytes: number) {
      done.lines += lines;
      done.bytes += bytes;
    },
  };
  async function* chunks() {
    yield typeof input === 'string' ? encoder.encode(input) : input;
  }
  let out = '';
  for await (const batch of classified([{ name: 'f', chunks: chunks() }], { format, isEchoed: true, understand }, listener)) out += batch;
  const lines = out.split('\n').slice(0, -1);
  const answers: { text?: string; error?: string }[] = lines.map((line) => JSON.parse(line));
  return { lines, told, done, answers: answers.map(({ text, error }) => text ?? { error }) };
}

describe('lines to classify', () => {
  it('are JSON where they begin with { and hold a string text, and plain texts where not', async () => {
    const { answers, told } = await run(
      '{"text":"one","id":7,"nested":{"text":2}}\nplain\n {"text":"indented"}\n[1]\n"quoted"\n{half\n{"note":"x"}\n',
    );
    expect(answers).toEqual(['one', 'plain', ' {"text":"indented"}', '[1]', '"quoted"', '{half', '{"note":"x"}']);
    expect(told).toEqual(['f:6: json-as-text', 'f:7: json-as-text']);
  });

  it('give their locale to what reads them; null is none', async () => {
    const heard: unknown[] = [];
    await run('{"text":"ok","locale":"zh-TW"}\n{"text":"ok","locale":null}\nok\n', 'auto', (text, locale) => {
      heard.push([text, locale]);
      return UNREAD;
    });
    expect(heard).toEqual([
      ['ok', 'zh-TW'],
      ['ok', undefined],
      ['ok', undefined],
    ]);
  });

  it('are all plain texts with --format text', async () => {
    expect((await run('{"text":"one"}\n\nplain', 'text')).answers).toEqual(['{"text":"one"}', '', 'plain']);
  });

  it.each([
    ['', /expected a JSON object with a string "text", came an empty line/],
    ['my name is Li Wei', /came what is no JSON/],
    ['{"text":"Li Wei"', /came what is no JSON/],
    ['{"text":"Li Wei"} {"text":"b"}', /came what is no JSON/],
    ['["Li Wei"]', /came an array/],
    ['"Li Wei"', /came a string/],
    ['null', /came null/],
    ['{"comment":"Li Wei"}', /came an object without it/],
    ['{"text":5}', /"text": expected a string, came a number/],
    ['{"text":null}', /"text": expected a string, came null/],
    ['{"text":["Li Wei"]}', /"text": expected a string, came an array/],
    ['{"text":"Li Wei","locale":44}', /"locale": expected a string such as "en-GB", or nothing, came a number/],
    [`{"text":"${'x'.repeat(MB)}"}`, /came a line longer than 1 MB/],
    [`${'['.repeat(200_000)}`, /came what is no JSON/],
  ])('with --format json, %.40j is an error that names the line, keeps its place and quotes nobody', async (line, why) => {
    const { answers, told } = await run(`{"text":"before"}\n${line}\n{"text":"after"}\n`, 'json');
    expect(answers).toEqual(['before', { error: expect.stringMatching(why) }, 'after']);
    expect(told).toEqual([expect.stringMatching(new RegExp(`^f:2: .*${why.source}`))]);
    expect(told.join()).not.toContain('Li Wei');
  });

  it('end with LF or CRLF or the file; a lone CR and U+2028 are part of a text', async () => {
    const { answers, lines } = await run('a\r\nb\n\r\n\nc\rd\u2028e\u0085f\r\ng');
    expect(answers).toEqual(['a', 'b', '', '', 'c\rd\u2028e\u0085f', 'g']);
    expect(lines.join('')).not.toMatch(/[\u0085\u2028\u2029]/);
  });

  it('begin after a byte order mark, also where files were joined', async () => {
    expect((await run('\ufeff{"text":"a"}\n\ufeff{"text":"b"}\n')).answers).toEqual(['a', 'b']);
  });

  it('in UTF-16 are refused with what to do', async () => {
    await expect(run(Buffer.from('\ufeffbad\n', 'utf16le'))).rejects.toThrow('f: expected UTF-8, came UTF-16. Convert it, e.g. iconv');
  });

  it('in another encoding are answered line by line and told', async () => {
    const gbk = Uint8Array.from([0xb2, 0xee, 0xc6, 0xc0, 0x0a, 0x6f, 0x6b, 0x0a]);
    const { answers, told } = await run(gbk);
    expect(answers).toEqual([expect.stringMatching(/\ufffd/), 'ok']);
    expect(told).toEqual(['f:1: not-utf8']);
  });

  it('with unpaired surrogates give JSON that strict readers take', async () => {
    const { lines, answers } = await run('{"text":"a\\ud83d b\\ude00 \\ud83d\\ude00"}\n');
    expect(answers).toEqual(['a\ufffd b\ufffd 😀']);
    expect(lines[0]).not.toMatch(/\\u/);
  });

  it('longer than 1 MB are read as far as that, not through a character, and told; one of 1 MB is whole', async () => {
    const { answers, told } = await run(`${'a'.repeat(MB)}\r\n${'a'.repeat(MB - 1)}好坏\nafter\n`);
    expect(answers).toEqual(['a'.repeat(MB), 'a'.repeat(MB - 1), 'after']);
    expect(told).toEqual(['f:2: cut']);
  });

  it('are counted, with all bytes of the file', async () => {
    expect((await run('a\r\n\n好')).done).toEqual({ lines: 3, bytes: 7 });
  });
});

describe('the answer to a line', () => {
  it('is exactly what was promised, with words for evidence and reasons for severityReasons', async () => {
    const { lines } = await run('x', 'auto', () => ({
      ...UNREAD,
      topics: [{ topic: 'staff', polarity: 'negative', evidence: ['rude'] }],
      severity: 3,
      severityReasons: ['money-at-stake'],
      flags: ['money-at-stake'],
      moneyAtStake: { minor: 25_000, currency: 'GBP' },
    }));
    expect(lines).toEqual([
      '{"language":"und","sentiment":{"label":"neutral","score":0,"confidence":0},"topics":[{"topic":"staff","polarity":"negative","words":["rude"]}],' +
        '"intent":"not-feedback","severity":3,"reasons":["money-at-stake"],"flags":["money-at-stake"],"moneyAtStake":{"minor":25000,"currency":"GBP"},"text":"x"}',
    ]);
  });

  it('is taken before more is read: memory holds a chunk, not the file', async () => {
    let pulled = 0;
    async function* chunks() {
      for (; pulled < 1000; pulled += 1) yield encoder.encode('a text\n'.repeat(1000));
    }
    const silent = { fault: () => undefined, doubt: () => undefined, done: () => undefined };
    const settings: Settings = { format: 'auto', isEchoed: false, understand: () => UNREAD };
    for await (const batch of classified([{ name: 'f', chunks: chunks() }], settings, silent)) {
      expect(batch.length).toBeLessThan(70_000);
      break;
    }
    expect(pulled).toBe(0);
  });
});
