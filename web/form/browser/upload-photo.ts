/** Names the submission, and proves that its form was served. */
export interface Identity {
  readonly submissionId: string;
  readonly startToken: string;
}

/** What became of a photo. `silent`: there is no network, or none that leads to us. */
export type Uploaded = { readonly key: string } | 'refused' | 'silent';

const PATIENCE_MS = 30_000;
/** For 10 MB on a slow line. */
const UPLOAD_PATIENCE_MS = 10 * 60_000;
const TRIES = 4;
const PAUSE_MS = 1_000;

interface Permission {
  readonly url: string;
  readonly fields: object;
  readonly key: string;
}

/**
 * Asks the door for leave to upload the n-th photo of a form, and uploads it. Never fails.
 * @param form address of the form, e.g. `https://care.example.com/f/service?lang=en`.
 */
export async function upload(form: string, identity: Identity, n: number, picture: Blob): Promise<Uploaded> {
  try {
    const permission = await leave(form, { ...identity, n, type: picture.type, size: picture.size });
    if (permission === undefined) return 'refused';
    const body = new FormData();
    for (const [name, value] of Object.entries(permission.fields)) body.append(name, String(value));
    // S3 looks at nothing that comes after it. Nothing of the file's own name is told.
    body.append('file', picture, `${n}`);
    const response = await fetch(permission.url, { method: 'POST', body, ...plain(UPLOAD_PATIENCE_MS) });
    return response.ok ? { key: permission.key } : 'refused';
  } catch {
    return 'silent';
  }
}

async function leave(form: string, wanted: object): Promise<Permission | undefined> {
  const { origin, pathname } = new URL(form);
  for (let tries = 1; ; tries += 1) {
    const response = await fetch(`${origin}${pathname}/photos`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(wanted),
      ...plain(PATIENCE_MS),
    });
    const isBusy = response.status === 429 || response.status >= 500;
    if (!isBusy || tries === TRIES) {
      const answer: unknown = response.ok ? await response.json() : undefined;
      return isPermission(answer) ? answer : undefined;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * tries * (1 + Math.random())));
  }
}

const plain = (patienceMs: number) =>
  ({ credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer', signal: AbortSignal.timeout(patienceMs) }) as const;

const isPermission = (value: unknown): value is Permission =>
  typeof value === 'object' &&
  value !== null &&
  'url' in value &&
  typeof value.url === 'string' &&
  'key' in value &&
  typeof value.key === 'string' &&
  'fields' in value &&
  typeof value.fields === 'object' &&
  value.fields !== null;
