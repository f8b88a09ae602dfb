import { MAX_PHOTO_BYTES, PHOTO_TYPES } from '../../../shared/domain/photo-limits.ts';
import { withoutMetadata } from './strip-metadata.ts';

/** Enough to read a label on a parcel, in pixels; each step is tried where the one before is too large to be sent. */
const STEPS = [
  { edge: 4096, quality: 0.9 },
  { edge: 4096, quality: 0.75 },
  { edge: 2048, quality: 0.75 },
] as const;

/**
 * A photo as it is sent: drawn anew, the right way up, so that nothing but the picture itself can be in it. Where a browser cannot draw it, the file with
 * everything else taken out. Undefined for what is no picture, or is too large all the same.
 */
export async function pictureOf(file: Blob): Promise<Blob | undefined> {
  const drawn = await redrawn(file).catch(() => undefined);
  if (drawn !== undefined) return drawn;
  const type = PHOTO_TYPES.find((one) => one === file.type);
  if (type === undefined || file.size > 4 * MAX_PHOTO_BYTES) return undefined;
  const bytes = withoutMetadata(new Uint8Array(await file.arrayBuffer()), type);
  return bytes === undefined || bytes.length > MAX_PHOTO_BYTES ? undefined : new Blob([bytes], { type });
}

async function redrawn(file: Blob): Promise<Blob | undefined> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  try {
    for (const { edge, quality } of STEPS) {
      const blob = await draw(bitmap, edge, quality);
      if (blob === undefined) return undefined;
      if (blob.size <= MAX_PHOTO_BYTES) return blob;
    }
    return undefined;
  } finally {
    bitmap.close();
  }
}

async function draw(bitmap: ImageBitmap, edge: number, quality: number): Promise<Blob | undefined> {
  const scale = Math.min(1, edge / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const pen = canvas.getContext('2d');
  if (pen === null || !isTrue(pen)) return undefined;
  // A JPEG has no transparency.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
  return blob?.type === 'image/jpeg' ? blob : undefined;
}

/** Some browsers hand out noise or white instead of what was drawn, so that nobody can be told by it. */
function isTrue(pen: CanvasRenderingContext2D): boolean {
  pen.fillStyle = '#c02040';
  pen.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = pen.getImageData(0, 0, 1, 1).data;
  return Math.abs(red - 0xc0) + Math.abs(green - 0x20) + Math.abs(blue - 0x40) <= 12;
}
