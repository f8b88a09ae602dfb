import { readFileSync, writeFileSync } from 'node:fs';
import { openApiDocument } from './openapi.ts';

/** Writes docs/openapi.json, which the desk serves; with `--check` only says whether it is what the schemas say. */
const FILE = new URL('../../docs/openapi.json', import.meta.url);
const document = `${JSON.stringify(openApiDocument(), null, 2)}\n`;

if (!process.argv.includes('--check')) writeFileSync(FILE, document);
else if (readFileSync(FILE, 'utf8') !== document) {
  process.stderr.write('docs/openapi.json differs from the schemas in shared/api. Write it anew: node shared/api/write-openapi.ts\n');
  process.exitCode = 1;
}
