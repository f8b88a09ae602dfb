import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { textModels } from '../shared/adapters/text-models.ts';
import { compare } from './compare.ts';
import { judgeHeldOut, rowsOf } from './evaluate.ts';
import { type LeftOut, leaveOut } from './leave-out.ts';
import { worstMisses } from './misses.ts';
import { type Report, toText, withFigures } from './report.ts';
import { readPublicSets, readWritten, type Source } from './sources.ts';
import { measureSpeed } from './speed.ts';

const USAGE = `Measures the models of models/weights on texts that they were not trained on.

  npm run eval                       on the held-out sentences of models/data
  npm run eval -- --data DIR         and on the held-out parts of the public sets in DIR (see models/public-sets.ts)
    --leave-out SOURCE,…             trains anew without these sources and measures on all of them: how it reads what it has never seen. Minutes each
    --misses                         the ten worst misses of each task among the sentences of models/data
    --json                           the figures as JSON
    --write                          writes the tables to docs/understanding.md`;

const PAGE = join(import.meta.dirname, '..', 'docs', 'understanding.md');

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      'leave-out': { type: 'string' },
      misses: { type: 'boolean' },
      json: { type: 'boolean' },
      write: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  if (values.write && values.data === undefined) {
    console.error('--write: expected --data DIR beside it; the page shows the public sets too, and would lose them.');
    return 2;
  }
  const models = textModels();
  const sources = [...readWritten(), ...(values.data === undefined ? [] : readPublicSets(values.data).sources)];
  if (values.data === undefined) console.error('Without --data only the sentences of models/data are measured.');
  const judged = new Map(
    sources.map((source) => {
      console.error(`reading the held-out texts of ${source.name}`);
      return [source.name, judgeHeldOut(source, models)];
    }),
  );
  const own = [...judged].filter(([name]) => name.startsWith('written_')).flatMap(([, list]) => list);
  const report: Report = {
    rows: [...judged.values()].flatMap(rowsOf),
    rivals: await compare([...judged.values()]),
    leftOut: await leftOut(values['leave-out'], sources),
    speed: await measureSpeed(),
    misses: values.misses || values.write ? worstMisses(own) : [],
  };
  console.log(values.json ? JSON.stringify(report, null, 2) : toText(report));
  if (values.write) writeFileSync(PAGE, withFigures(readFileSync(PAGE, 'utf8'), report));
  return 0;
}

async function leftOut(names: string | undefined, sources: readonly Source[]): Promise<readonly LeftOut[]> {
  if (names === undefined) return [];
  const wanted = names.split(',');
  const known = new Set(sources.flatMap(({ name, examples }) => [name, ...examples.map(({ group }) => group)]));
  const unknown = wanted.filter((name) => !known.has(name));
  if (unknown.length > 0) throw new Error(`--leave-out: no source or author is called ${unknown.join(', ')}`);
  return wanted.map((name) => leaveOut(name, sources));
}

process.exitCode = await main();
