/** What browsers both take and show. HEIC only some show: it is turned into JPEG before it is sent, where a browser can read it at all. */
export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;

/** Of one photo, as it is stored. */
export const MAX_PHOTO_BYTES = 10 * 1024 * 1024;
/** With one feedback. */
export const MAX_PHOTOS = 3;
