import { findBrowser } from '../local/browser.ts';
import { ENGINES, startDynamo } from '../local/engines/dynamodb.ts';

/**
 * One DynamoDB for all adapter tests of a run: dynoxide, or what AMENDS_ENGINE names. Test files make tables of their own in it (test/engine.ts).
 * Says whether the page tests can run, so that nobody takes their absence for success.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const name = process.env['AMENDS_ENGINE'] ?? 'dynoxide';
  const known = ENGINES.find((each) => each === name);
  if (known === undefined) throw new Error(`AMENDS_ENGINE: expected one of ${ENGINES.join(', ')}, came "${name}"`);
  const engine = await startDynamo(known, undefined);
  process.env['AMENDS_TEST_DYNAMODB_ENDPOINT'] = engine.endpoint;
  console.log(`DynamoDB for the tests: ${engine.description}`);
  const browser = findBrowser();
  if (browser === undefined && process.env['AMENDS_REQUIRE_BROWSER'] === '1')
    throw new Error('AMENDS_REQUIRE_BROWSER is set and no Chromium was found');
  console.log(
    browser === undefined ? 'PAGE TESTS ARE NOT RUN: no Chromium was found. AMENDS_CHROMIUM names one.' : `Page tests use ${browser}`,
  );
  return engine.stop;
}
