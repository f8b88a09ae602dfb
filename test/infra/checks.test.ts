import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Validations } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import config from '#config';
import { acknowledge } from '../../infra/acknowledge.ts';
import { amendsApp } from '../../infra/amends-app.ts';
import { FUNCTION_NAMES } from '../../infra/function-names.ts';
import { emptyBundles, emptyWeb, synthesise } from './synthesised.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'amends-checks-'));
const newApp = (outdir = folder()) => amendsApp({ config, bundles: emptyBundles(), web: emptyWeb(), outdir, holdsAssets: false });

/** The report that the CDK writes beside the templates. */
const Report = z.object({
  pluginReports: z.array(
    z.looseObject({
      pluginName: z.string(),
      violations: z.array(z.looseObject({ ruleName: z.string() })),
      suppressedViolations: z.optional(z.array(z.object({ acknowledgedId: z.string(), acknowledgedAt: z.string(), reason: z.string() }))),
    }),
  ),
});
const reportOf = (outdir: string) => Report.parse(JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8')));
const Acknowledged = z.record(z.string(), z.unknown());

describe('cdk-nag AwsSolutions (P32)', () => {
  const { app, assembly } = synthesise();
  const nag = reportOf(assembly.directory).pluginReports.find(({ pluginName }) => pluginName === 'AwsSolutions');

  it('looks at the app and finds nothing unexplained', () => {
    expect(nag?.violations).toEqual([]);
  });

  it('gives each accepted finding its reason, at its place and not for a whole stack', () => {
    expect(nag?.suppressedViolations?.length).toBeGreaterThan(0);
    for (const { reason, acknowledgedAt } of nag?.suppressedViolations ?? []) {
      expect(reason.length).toBeGreaterThan(40);
      expect(acknowledgedAt.split('/').length).toBeGreaterThan(1);
    }
  });

  it('accepts nothing that is not found: no acknowledgement outlives its cause', () => {
    const used = new Set(nag?.suppressedViolations?.map(({ acknowledgedAt, acknowledgedId }) => `${acknowledgedAt} ${acknowledgedId}`));
    const given = app.node.findAll().flatMap((construct) =>
      construct.node.metadata
        .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
        .flatMap(({ data }) => Object.keys(Acknowledged.parse(data)))
        .map((id) => `${construct.node.path} ${id}`),
    );
    expect(given.filter((one) => !used.has(one))).toEqual([]);
    expect(new Set(given)).toEqual(used);
  });

  it('fails the synth on a new finding, and lets it pass when it is explained', () => {
    const { app: unexplained, pipeline } = newApp();
    new Queue(pipeline, 'Careless', { enforceSSL: true });
    expect(() => unexplained.synth()).toThrow(/ERROR .*\(AwsSolutions\)/);

    const { app: explained, pipeline: other } = newApp();
    acknowledge(new Queue(other, 'Careless', { enforceSSL: true }), 'AwsSolutions-SQS3', 'A test of the check itself.');
    expect(() => explained.synth()).not.toThrow();
  });

  it('fails the synth when another finding than this one is explained', () => {
    const { app: mistaken, pipeline } = newApp();
    acknowledge(new Queue(pipeline, 'Careless', { enforceSSL: true }), 'AwsSolutions-SQS4', 'A test of the check itself.');
    expect(() => mistaken.synth()).toThrow(/AwsSolutions-SQS3/);
  });

  it('fails the synth on findings in the data stack too', () => {
    const { app: careless, data } = newApp();
    new Bucket(data, 'Careless');
    expect(() => careless.synth()).toThrow(/ERROR .*\(AwsSolutions\)/);
  });
});

describe('the app', () => {
  it('refuses to be made without the bundle of each function, and says which is missing', () => {
    const bundles = emptyBundles(FUNCTION_NAMES.filter((name) => name !== 'act'));
    expect(() => amendsApp({ config, bundles, web: emptyWeb(), outdir: folder() })).toThrow(
      /functions\/act: expected its bundle at .*index\.mjs/,
    );
  });

  it('needs no account and no region: both are left to the deploy', () => {
    const { data, pipeline } = newApp();
    for (const stack of [data, pipeline]) expect(stack.environment).toBe('aws://unknown-account/unknown-region');
  });

  it('makes a pipeline without mailboxes, digests and sources, for a business that uses none', () => {
    const small = { ...config, mailboxes: [], digests: [], sources: [] };
    const { app } = amendsApp({ config: small, bundles: emptyBundles(), web: emptyWeb(), outdir: folder(), holdsAssets: false });
    expect(() => app.synth()).not.toThrow();
  });
});
