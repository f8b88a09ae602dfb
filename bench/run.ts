import { measureThroughput } from './throughput.ts';
import { inWords, machine } from './figure.ts';
console.log(machine());
console.log(inWords(await measureThroughput({ engine: 'dynoxide', items: process.argv[2] ? Number(process.argv[2]) : undefined })));
