import { writeFileSync } from 'node:fs';
import { openApiDocument } from '../shared/api/openapi.ts';

/** Writes docs/openapi.json, which the desk serves. A test fails where the file and the schemas differ. */
const FILE = new URL('../docs/openapi.json', import.meta.url);

writeFileSync(FILE, `${JSON.stringify(openApiDocument(), null, 2)}\n`);
