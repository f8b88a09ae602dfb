#!/usr/bin/env node
import { ConfigError } from '../../shared/config/parse.ts';

try {
  // Loaded here and not above: it reads amends.config.ts, and what is wrong there is to be told without a stack.
  const { runCli } = await import('./program.ts');
  process.exitCode = await runCli(process.argv);
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`amends: ${error.message}\n`);
  process.exitCode = 1;
}
