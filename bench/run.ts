import { inWords, machine } from './figure.ts';
import { measureThroughput } from './throughput.ts';

console.log(machine());
console.log(inWords(await measureThroughput({ engine: 'dynoxide', items: process.argv[2] ? Number(process.argv[2]) : undefined })));
