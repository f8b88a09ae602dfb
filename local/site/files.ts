import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A built file as a browser gets it. */
export interface SiteFile {
  readonly type: string;
  readonly body: Buffer;
  /** Absent where CloudFront would not compress it. */
  readonly gzipped: Buffer | undefined;
  /** As S3 makes it: MD5 in quotes. */
  readonly etag: string;
}

/** As `aws s3 sync` guesses them. */
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.ico': 'image/vnd.microsoft.icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};
const COMPRESSIBLE = /^(text\/|image\/svg|application\/(json|manifest))/;
/** CloudFront leaves smaller and larger ones as they are. */
const COMPRESSED_FROM = 1000;
const COMPRESSED_TO = 10_000_000;

/**
 * All files of the folder by key, as they would lie in the bucket. Only what was there at the start can be asked for: no path leads out of it.
 * @param folder absolute
 */
export function readFiles(folder: string): ReadonlyMap<string, SiteFile> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(folder, path).split(sep).join('/'), fileOf(path)] as const;
    }),
  );
}

function fileOf(path: string): SiteFile {
  const body = readFileSync(path);
  const type = TYPES[extname(path)] ?? 'binary/octet-stream';
  const isCompressed = COMPRESSIBLE.test(type) && body.length >= COMPRESSED_FROM && body.length <= COMPRESSED_TO;
  return {
    type,
    body,
    gzipped: isCompressed ? gzipSync(body) : undefined,
    etag: `"${createHash('md5').update(body).digest('hex')}"`,
  };
}
