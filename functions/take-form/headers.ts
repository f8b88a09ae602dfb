import { pageHeaders } from '../../shared/adapters/page-headers.ts';
import { STYLE } from '../../web/form/style.ts';
import type { View } from '../../web/form/view.ts';

const LANGUAGE_BY_BROWSER = { vary: 'accept-language' };

/**
 * Headers of every page this door gives, by its view.
 * @param photos origin to which photos are sent; undefined where none are taken.
 */
export const headersOfPages = (photos: string | undefined): Readonly<Record<View, Readonly<Record<string, string>>>> => ({
  page: { ...pageHeaders(STYLE, { runsScript: true, sendsPhotosTo: photos }), ...LANGUAGE_BY_BROWSER },
  // It knows nobody and holds nothing of anybody: who frames it can take nothing by it.
  frame: { ...pageHeaders(STYLE, { runsScript: true, isFramed: true, sendsPhotosTo: photos }), ...LANGUAGE_BY_BROWSER },
  widget: { ...pageHeaders(STYLE), ...LANGUAGE_BY_BROWSER },
});
