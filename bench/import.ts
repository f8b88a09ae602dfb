import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { AnswersImport } from '../local/cli/answers/import.ts';
import { mappingOf } from '../local/cli/answers/mapping.ts';
import { RefusalReport } from '../local/cli/answers/report.ts';
import { RowReader } from '../local/cli/answers/rows.ts';
import { readCsv } from '../local/cli/csv/read-csv.ts';
import { Progress } from '../local/cli/progress.ts';
import { readySurveys } from '../shared/domain/survey/ready-surveys.ts';
import { Survey } from '../shared/domain/survey/survey.ts';
import { digits, type Finding } from './figure.ts';
import type { Settings } from './measured-cloud.ts';

/** As a stream of a file comes. */
const PIECE_LENGTH = 65_536;
const SMALL = 100_000;
const LARGE = 1_000_000;
const SAMPLE_MS = 50;
const MIB = 2 ** 20;

interface Run {
  readonly rows: number;
  readonly refused: number;
  readonly perSecond: number;
  /** Above what stood before, at most while it ran. */
  readonly memoryMiB: number;
}

/** How fast files of answers are read and checked, and how much memory that takes: the dry run, without the sending, which the other side limits. */
export async function measureImport({ items = LARGE }: Settings): Promise<Finding> {
  const small = Math.min(SMALL, Math.ceil(items / 10));
  const service = await importOf(Survey.parse(readySurveys.service), small);
  const large = await importOf(Survey.parse(readySurveys.service), items);
  const servqual = await importOf(Survey.parse(readySurveys.servqual), small);
  const table = [
    ['service, ids', service],
    ['service, ids', large],
    ['SERVQUAL, 44 answers', servqual],
  ] as const;
  return {
    title: `Import of answers, ${small} and ${items} rows`,
    figures: [
      { name: 'rows read and checked a second, service', value: large.perSecond, unit: '', goal: { atLeast: 5000 } },
      { name: 'rows read and checked a second, SERVQUAL', value: servqual.perSecond, unit: '', goal: { atLeast: 5000 } },
      { name: 'memory at most, above the beginning', value: large.memoryMiB, unit: 'MiB' },
      { name: 'memory of so many times the rows', value: large.memoryMiB / service.memoryMiB, unit: '×' },
    ],
    tables: [
      {
        header: ['survey', 'rows', 'refused', 'rows a second', 'MiB at most'],
        rows: table.map(([name, run]) => [name, String(run.rows), String(run.refused), digits(run.perSecond), digits(run.memoryMiB)]),
      },
    ],
    how: [
      'Rows made while they are read, one bad one in 1,000, each with an id of its own; resident memory sampled every 50 ms.',
      'Ids that came before are remembered with 20 bytes each, in a table that doubles: 42 MB for a million, half as much again while it doubles.',
    ],
  };
}

async function importOf(survey: Survey, rows: number): Promise<Run> {
  const columns = survey.id === 'servqual' ? pairColumns(survey) : ['satisfaction', 'recommendation', 'comment'];
  const header = ['id', 'at', ...columns];
  const mapping = mappingOf(survey, header, new Map());
  const context = { surveys: [survey], branches: [], campaigns: [], now: '2026-11-27T00:00:00.000Z' };
  const reader = new RowReader({ survey, mapping, context, timeZone: 'Asia/Shanghai', fileName: 'bench.csv' });
  const folder = await mkdtemp(join(tmpdir(), 'amends-bench-'));
  const before = process.memoryUsage.rss();
  const memory = watchMemory();
  try {
    const began = performance.now();
    const outcome = await new AnswersImport({
      file: join(folder, 'bench.csv'),
      records: readCsv(piecesOf(columns.length, rows), ','),
      reader,
      report: new RefusalReport(join(folder, 'refused.csv'), 0),
      progress: new Progress({ write: () => undefined }, { isLive: false, total: undefined, now: () => performance.now() }),
      state: { fingerprint: '', records: 0, accepted: 0, skipped: 0, refused: 0, reportBytes: 0 },
      placeOf: () => undefined,
      now: () => performance.now(),
    }).run();
    const seconds = (performance.now() - began) / 1000;
    return { rows: outcome.rows, refused: outcome.refused, perSecond: outcome.rows / seconds, memoryMiB: (memory.most() - before) / MIB };
  } finally {
    memory.stop();
    await rm(folder, { recursive: true });
  }
}

const pairColumns = ({ questions }: Survey): string[] =>
  questions.flatMap((question) =>
    question.kind === 'pairs'
      ? question.rows.flatMap(({ id }) => [`${question.id}.${id}.expectation`, `${question.id}.${id}.perception`])
      : [],
  );

async function* piecesOf(answers: number, rows: number): AsyncGenerator<string> {
  let piece = '';
  for (let i = 1; i <= rows; i += 1) {
    const bad = i % 1000 === 0;
    const at = `2026-0${(i % 9) + 1}-${String((i % 28) + 1).padStart(2, '0')} ${i % 24}:${String(i % 60).padStart(2, '0')}`;
    const given = answers === 3 ? [bad ? 9 : (i % 5) + 1, i % 11, '"Quick, and friendly. 很满意"'] : ratings(answers, i, bad);
    piece += `R-${i},${at},${given.join(',')}\n`;
    if (piece.length < PIECE_LENGTH) continue;
    // As a file would: others have their turn between pieces.
    await setImmediate();
    yield piece;
    piece = '';
  }
  yield piece;
}

const ratings = (count: number, row: number, bad: boolean) =>
  Array.from({ length: count }, (_, i) => (bad && i === 0 ? 'seven' : ((row + i) % 7) + 1));

function watchMemory() {
  let most = process.memoryUsage.rss();
  const look = () => {
    most = Math.max(most, process.memoryUsage.rss());
  };
  const timer = setInterval(look, SAMPLE_MS);
  return {
    most() {
      look();
      return most;
    },
    stop: () => clearInterval(timer),
  };
}
