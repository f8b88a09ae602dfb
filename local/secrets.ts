import { randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import type { Template } from './template/template.ts';
import { LocalCloudError } from './world.ts';

/** Values by name, e.g. `amends/link-key`. */
export interface SecretStore {
  readonly file: string | undefined;
  get(name: string): Promise<string | undefined>;
}

/** Where git ignores it, from the folder of the project. */
export const SECRETS_FILE = join('.amends', 'secrets.json');

const Values = z.record(z.string(), z.string());

const Secret = z.object({
  SecretString: z.optional(z.string()),
  GenerateSecretString: z.optional(
    z.object({
      PasswordLength: z.optional(z.number()),
      ExcludeCharacters: z.optional(z.string()),
      ExcludeLowercase: z.optional(z.boolean()),
      ExcludeUppercase: z.optional(z.boolean()),
      ExcludeNumbers: z.optional(z.boolean()),
      ExcludePunctuation: z.optional(z.boolean()),
      IncludeSpace: z.optional(z.boolean()),
      SecretStringTemplate: z.optional(z.string()),
      GenerateStringKey: z.optional(z.string()),
    }),
  ),
});

/**
 * The file of secrets, readable by its owner only; what the template has and the file lacks is added with random values. Without a file they
 * live as long as this process. The file is read anew for each question, so that `secrets set` works while the cloud runs.
 */
export async function openSecrets(template: Template, file: string | undefined): Promise<SecretStore> {
  const kept = file === undefined ? {} : await readSecrets(file);
  const made = Object.fromEntries(
    template.ofType('AWS::SecretsManager::Secret').map((resource) => [resource.name, newValue(resource.read(Secret))] as const),
  );
  const values = { ...made, ...kept };
  if (file === undefined) return { file, get: async (name) => values[name] };
  if (Object.keys(values).length > Object.keys(kept).length || !existsSync(file)) await writeSecrets(file, values);
  return { file, get: async (name) => (await readSecrets(file))[name] };
}

/** @throws LocalCloudError where the file is no object of texts. */
export async function readSecrets(file: string): Promise<Record<string, string>> {
  if (!existsSync(file)) return {};
  const parsed = Values.safeParse(parseJson(await readFile(file, 'utf8')));
  if (!parsed.success)
    throw new LocalCloudError(`${file}: expected a JSON object of secret names and values. Mend it, or delete it to get new random ones.`);
  return parsed.data;
}

export async function writeSecrets(file: string, values: Readonly<Record<string, string>>): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify(values, null, 2)}\n`, { mode: 0o600 });
  await chmod(draft, 0o600);
  await rename(draft, file);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const CHARACTERS = {
  ExcludeLowercase: 'abcdefghijklmnopqrstuvwxyz',
  ExcludeUppercase: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  ExcludeNumbers: '0123456789',
  ExcludePunctuation: '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
} as const;
/** What Secrets Manager makes by default. */
const PASSWORD_LENGTH = 32;

/** As Secrets Manager would make it: with punctuation unless the template says otherwise, so that a secret that must be base64 fails here too. */
function newValue({ SecretString, GenerateSecretString: rules = {} }: z.output<typeof Secret>): string {
  if (SecretString !== undefined) return SecretString;
  const allowed = [
    ...(rules.ExcludeLowercase === true ? '' : CHARACTERS.ExcludeLowercase),
    ...(rules.ExcludeUppercase === true ? '' : CHARACTERS.ExcludeUppercase),
    ...(rules.ExcludeNumbers === true ? '' : CHARACTERS.ExcludeNumbers),
    ...(rules.ExcludePunctuation === true ? '' : CHARACTERS.ExcludePunctuation),
    ...(rules.IncludeSpace === true ? ' ' : ''),
  ].filter((character) => rules.ExcludeCharacters?.includes(character) !== true);
  const value = Array.from({ length: rules.PasswordLength ?? PASSWORD_LENGTH }, () => allowed[randomInt(allowed.length)]).join('');
  if (rules.GenerateStringKey === undefined) return value;
  return JSON.stringify({
    ...z.record(z.string(), z.unknown()).parse(JSON.parse(rules.SecretStringTemplate ?? '{}')),
    [rules.GenerateStringKey]: value,
  });
}
