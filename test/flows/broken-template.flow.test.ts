import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { LocalCloud } from '../../local/cloud.ts';
import { synthesise } from '../../local/synth.ts';
import { acknowledgementsTo, startCloud, submit, unhappy } from './cloud.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});

const Resource = z.looseObject({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).optional() });
const Template = z.looseObject({ Resources: z.record(z.string(), Resource) });
type Resources = z.infer<typeof Template>['Resources'];

/** The project's template with one thing taken out of the pipeline stack, as if infra/ had forgotten it. */
async function templateWithout(forget: (resources: Resources) => void): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'amends-broken-'));
  cleanups.push(() => rm(folder, { recursive: true, force: true }));
  await cp(await synthesise(), folder, { recursive: true });
  const file = join(folder, 'AmendsPipeline.template.json');
  const template = Template.parse(JSON.parse(await readFile(file, 'utf8')));
  const before = JSON.stringify(template);
  forget(template.Resources);
  expect(JSON.stringify(template)).not.toBe(before);
  await writeFile(file, JSON.stringify(template));
  return folder;
}

async function cloudWithout(forget: (resources: Resources) => void): Promise<LocalCloud> {
  const cloud = await startCloud({ templateDir: await templateWithout(forget) });
  cleanups.push(() => cloud.stop());
  return cloud;
}

const ofType = (resources: Resources, type: string, start: string) => {
  const [found] = Object.entries(resources).filter(([id, resource]) => resource.Type === type && id.startsWith(start));
  if (found === undefined) throw new Error(`the template has no ${type} whose id starts with ${start}`);
  return { id: found[0], properties: found[1].Properties ?? {} };
};

const Policy = z.looseObject({ PolicyDocument: z.looseObject({ Statement: z.array(z.looseObject({ Action: z.unknown() })) }) });
const Variables = z.looseObject({ Variables: z.record(z.string(), z.unknown()) });

describe('what infra/ forgets fails here and not in AWS', () => {
  it('a grant: without ses:SendRawEmail no customer is acknowledged, and the refusal names function, action and resource', async () => {
    const cloud = await cloudWithout((resources) => {
      for (const resource of Object.values(resources)) {
        if (resource.Type !== 'AWS::IAM::Policy' || !JSON.stringify(resource).includes('ses:SendRawEmail')) continue;
        const policy = Policy.parse(resource.Properties);
        policy.PolicyDocument.Statement = policy.PolicyDocument.Statement.filter(
          ({ Action }) => !JSON.stringify(Action).includes('ses:SendRawEmail'),
        );
        resource.Properties = policy;
      }
    });
    await submit(cloud, unhappy('ada@example.com'));
    await cloud.idle();
    expect(acknowledgementsTo(cloud, 'ada@example.com')).toEqual([]);
    expect(cloud.denials()).toContainEqual(expect.objectContaining({ caller: 'act', action: 'ses:SendRawEmail' }));
  });

  it('a queue: without the action queue the stacks do not start, and the message names who misses it', async () => {
    const start = cloudWithout((resources) => {
      delete resources[ofType(resources, 'AWS::SQS::Queue', 'ActionQueue').id];
    });
    await expect(start).rejects.toThrow(/ActionQueue/);
  });

  it('an environment variable: without REGISTER_TABLE nothing is assessed, and the log names the variable', async () => {
    const cloud = await cloudWithout((resources) => {
      const { properties } = ofType(resources, 'AWS::Lambda::Function', 'Assess');
      const environment = Variables.parse(properties['Environment']);
      delete environment.Variables['REGISTER_TABLE'];
      properties['Environment'] = environment;
    });
    expect((await submit(cloud, unhappy('ada@example.com'))).httpStatus).toBe(202);
    await expect.poll(() => cloud.logs('assess').join('\n'), { timeout: 20_000 }).toMatch(/REGISTER_TABLE/);
    // Nothing is lost: after its tries the message lies in the dead-letter queue with the words that came.
    await expect
      .poll(
        () =>
          cloud.queues().find(({ logicalId, isDeadLetterQueue }) => isDeadLetterQueue && logicalId.startsWith('FeedbackQueue'))?.waiting,
        { timeout: 60_000 },
      )
      .toBe(1);
  });
});
