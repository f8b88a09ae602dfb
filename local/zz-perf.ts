import { Agent } from 'node:http';
import { startLocalCloud } from './cloud.ts';
import { exchange } from './gateway/exchange.ts';

const N = Number(process.argv[2] ?? 600);
const cloud = await startLocalCloud({
  throttles: false,
  schedules: false,
  quiet: true,
  concurrency: process.argv[3] ? { assess: Number(process.argv[3]), 'take-form': 2 } : {},
});
const agent = new Agent({ keepAlive: true, maxSockets: 8 });
const post = async (i: number) => {
  const r = await exchange(`${cloud.url}/f/service`, agent, {
    method: 'POST',
    path: '/f/service',
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(
      JSON.stringify({
        submissionId: `perf-submission-${i}-${process.pid}`,
        language: 'en',
        answers: {
          satisfaction: 1 + (i % 5),
          recommendation: i % 11,
          reasons: ['delivery'],
          comment: `Number ${i}: the parcel came and the staff were friendly`,
          ...(i % 10 === 0 ? { contact: { name: 'Jane', email: `jane${i}@example.com`, consent: true } } : {}),
        },
      }),
    ),
  });
  if (r.status >= 300) throw new Error(r.body.toString());
};
for (let i = 0; i < 10; i++) await post(1_000_000 + i);
await cloud.idle();
cloud.resetUsage();
const t = performance.now();
let cpu = process.cpuUsage();
let next = 0;
await Promise.all(
  Array.from({ length: 8 }, async () => {
    while (next < N) await post(next++);
  }),
);
const sent = (performance.now() - t) / 1000;
await cloud.idle(300000);
const all = (performance.now() - t) / 1000;
cpu = process.cpuUsage(cpu);
console.log({ N, sent, all, perSecond: N / all, mainCpu: cpu.user / 1e6 + cpu.system / 1e6 });
const u = cloud.usage();
console.table(u.invocations);
console.table(u.calls.map((c) => ({ ...c, perItem: c.calls / N })));
await cloud.stop();
