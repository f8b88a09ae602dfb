import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

export interface Logs {
  append(functionName: string, line: string): void;
  /** Latest lines of a function, oldest first. */
  of(functionName: string): readonly string[];
}

/** Lines kept in memory for each function. */
const KEPT_LINES = 500;

/** In memory, and in `<folder>/<function>.log` where there is a folder. */
export function openLogs(folder: string | undefined): Logs {
  const lines = new Map<string, string[]>();
  if (folder !== undefined) mkdirSync(folder, { recursive: true });
  return {
    append: (functionName, line) => {
      const kept = lines.get(functionName) ?? [];
      kept.push(line);
      if (kept.length > KEPT_LINES) kept.shift();
      lines.set(functionName, kept);
      if (folder !== undefined) appendFileSync(join(folder, `${functionName}.log`), `${line}\n`);
    },
    of: (functionName) => lines.get(functionName) ?? [],
  };
}
