import QrCode from 'qrcode';

/** Where a public survey is answered, as a code or a link holds it. */
export function publicLink(origin: string, survey: string, at: { campaign?: string | undefined; branch?: string | undefined }): string {
  const query = new URLSearchParams({ ...(at.campaign && { campaign: at.campaign }), ...(at.branch && { branch: at.branch }) });
  return `${origin}/f/${survey}${query.size > 0 ? `?${query}` : ''}`;
}

/** A quarter of it may be dirty or torn (ISO/IEC 18004, level Q), with the quiet zone of four modules that readers need. */
const PRINTED = { errorCorrectionLevel: 'Q', margin: 4 } as const;

/** Pixels; sharp at 10 cm on 300 dpi. */
const PNG_WIDTH = 1200;

export const qrSvg = (link: string): Promise<string> => QrCode.toString(link, { ...PRINTED, type: 'svg' });
export const qrPng = (link: string): Promise<Buffer> => QrCode.toBuffer(link, { ...PRINTED, type: 'png', width: PNG_WIDTH });
