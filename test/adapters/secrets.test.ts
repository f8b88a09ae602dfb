import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { describe, expect, it } from 'vitest';
import { readSecret } from '../../shared/adapters/secrets.ts';

const KEY = 'a-link-key-of-enough-characters';
const NEWER = 'the-newer-key-of-enough-characters';

/** A client that answers without a network, and counts how often it is asked. */
function clientHolding(answer: () => string) {
  const client = new SecretsManagerClient({ region: 'eu-west-1', credentials: { accessKeyId: 'x', secretAccessKey: 'x' } });
  const asked: string[] = [];
  client.middlewareStack.add(
    () => async (request) => {
      asked.push(JSON.stringify(request.input));
      return { output: { $metadata: {}, SecretString: answer() }, response: {} };
    },
    { step: 'initialize', priority: 'high' },
  );
  return { client, asked };
}

describe('readSecret', () => {
  it('gives the one secret there is', async () => {
    const { client, asked } = clientHolding(() => KEY);
    expect(await readSecret(client, 'amends/link-key')).toEqual([KEY]);
    expect(asked).toEqual(['{"SecretId":"amends/link-key"}']);
  });

  it('gives two during rotation, the newer first (P5)', async () => {
    const { client } = clientHolding(() => `${NEWER}\n${KEY}\n`);
    expect(await readSecret(client, 'amends/link-key')).toEqual([NEWER, KEY]);
  });

  it.each([
    ['empty', ''],
    ['blank', ' \n'],
    ['short', 'short'],
    ['one of two short', `${KEY} short`],
    ['three', `${KEY} ${NEWER} ${KEY}`],
  ])('refuses a secret that is %s, naming it and not showing it (P6)', async (_, value) => {
    const { client } = clientHolding(() => value);
    const refused = readSecret(client, 'amends/source/shop');
    await expect(refused).rejects.toThrow('amends/source/shop');
    await expect(refused).rejects.not.toThrow(KEY);
  });

  it('asks once for what it holds, and again after five minutes, so that a rotation is noticed', async () => {
    let value = KEY;
    const { client, asked } = clientHolding(() => value);
    await Promise.all([readSecret(client, 'k', 0), readSecret(client, 'k', 10), readSecret(client, 'k', 299_999)]);
    expect(asked).toHaveLength(1);
    value = `${NEWER} ${KEY}`;
    expect(await readSecret(client, 'k', 300_000)).toEqual([NEWER, KEY]);
    expect(asked).toHaveLength(2);
  });

  it('does not hold a failure', async () => {
    let value = 'short';
    const { client } = clientHolding(() => value);
    await expect(readSecret(client, 'k', 0)).rejects.toThrow();
    value = KEY;
    expect(await readSecret(client, 'k', 1)).toEqual([KEY]);
  });

  it('keeps names and clients apart', async () => {
    const one = clientHolding(() => KEY);
    const other = clientHolding(() => NEWER);
    expect(await readSecret(one.client, 'k', 0)).toEqual([KEY]);
    expect(await readSecret(other.client, 'k', 0)).toEqual([NEWER]);
    await readSecret(one.client, 'another', 0);
    expect(one.asked).toHaveLength(2);
  });
});
