import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SetupError } from '../domain/errors.ts';

/** Shorter secrets can be guessed; 24 characters are what `openssl rand -base64 18` gives. */
export const MIN_SECRET_LENGTH = 24;

/** A warm function notices a rotated secret after this long, in milliseconds. Both secrets are valid meanwhile, so nothing is refused. */
const FRESH_FOR_MS = 300_000;

interface Held {
  readonly value: Promise<string[]>;
  readonly until: number;
}

const held = new WeakMap<SecretsManagerClient, Map<string, Held>>();

/**
 * The secrets under a name, newest first: one, or two while it is being rotated (SecretString holds them separated by white space).
 * Held in the process for five minutes; a failed read is not held.
 * @param nowMs Unix time in milliseconds; only tests give it.
 * @throws SetupError naming the secret where it is missing, empty or shorter than 24 characters (promise 6): a door with such a key must not open.
 */
export function readSecret(client: SecretsManagerClient, name: string, nowMs: number = Date.now()): Promise<string[]> {
  const names = held.get(client) ?? new Map<string, Held>();
  held.set(client, names);
  const known = names.get(name);
  if (known !== undefined && nowMs < known.until) return known.value;
  const value = fetchSecret(client, name);
  names.set(name, { value, until: nowMs + FRESH_FOR_MS });
  value.catch(() => names.get(name)?.value === value && names.delete(name));
  return value;
}

async function fetchSecret(client: SecretsManagerClient, name: string): Promise<string[]> {
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: name }));
  const secrets = (SecretString ?? '').split(/\s+/).filter((secret) => secret !== '');
  if (secrets.length === 0 || secrets.length > 2 || secrets.some((secret) => secret.length < MIN_SECRET_LENGTH)) {
    throw new SetupError(
      `secret "${name}": expected one secret of at least ${MIN_SECRET_LENGTH} characters, or two separated by a space during rotation; ` +
        `found ${secrets.length === 0 ? 'none' : `${secrets.length} of ${secrets.map((s) => s.length).join(' and ')} characters`}. Set it in Secrets Manager.`,
    );
  }
  return secrets;
}
