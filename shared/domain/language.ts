import * as z from 'zod/mini';

/** The languages Amends speaks to people in. Texts may be read in others; see `understand`. */
export const LANGUAGES = ['en', 'zh-Hans'] as const;
export const Language = z.enum(LANGUAGES);
export type Language = z.infer<typeof Language>;

/** A text in every language Amends speaks: both are complete, always. */
export const Localized = z.strictObject({ en: z.string().check(z.minLength(1)), 'zh-Hans': z.string().check(z.minLength(1)) });
export type Localized = z.infer<typeof Localized>;

/**
 * The language to answer in for a BCP 47 tag or an Accept-Language header: any Chinese → `zh-Hans`, any English → `en`, else `fallback`.
 * Quality values are honoured; unknown languages are passed over (RFC 9110 §12.5.4).
 */
export function chooseLanguage(tags: string | undefined, fallback: Language): Language {
  const wanted = (tags ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((p) => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find((q) => q !== undefined);
      return { tag: tag.replaceAll('_', '-'), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of wanted) {
    if (tag === 'zh' || tag.startsWith('zh-')) return 'zh-Hans';
    if (tag === 'en' || tag.startsWith('en-')) return 'en';
  }
  return fallback;
}
