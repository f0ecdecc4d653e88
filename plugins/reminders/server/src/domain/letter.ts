/** An e-mail's HTML from its plain text and the clinic's brand. */

export interface Brand {
  readonly name: string;
  /** `#RRGGBB`. */
  readonly color: string;
  /** Absolute address of the logo. */
  readonly logo: string | null;
  /** Address, phone, e-mail: what stands under the letter. */
  readonly footer: readonly string[];
}

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => escapes[character] ?? '');

const address = /https?:\/\/[^\s<>"']+/g;

/** Trailing punctuation belongs to the sentence, not to the address. */
const splitAddress = (found: string): [string, string] => {
  const tail = /[.,;:!?)\]}]+$/.exec(found)?.[0] ?? '';
  return [found.slice(0, found.length - tail.length), tail];
};

const anchor = (url: string, color: string, label = url) =>
  `<a href="${escapeHtml(url)}" style="color:${color};overflow-wrap:anywhere">${escapeHtml(label)}</a>`;

/** Escaped text in which web addresses are links. */
export const linked = (text: string, color: string): string => {
  let html = '';
  let from = 0;
  for (const match of text.matchAll(address)) {
    const [url, tail] = splitAddress(match[0]);
    html += escapeHtml(text.slice(from, match.index)) + anchor(url, color) + escapeHtml(tail);
    from = match.index + match[0].length;
  }
  return html + escapeHtml(text.slice(from));
};

/** Black or white, whichever reads better on `#RRGGBB` (WCAG relative luminance). */
export const readableOn = (color: string): '#ffffff' | '#111827' => {
  const channel = (from: number) => {
    const part = Number.parseInt(color.slice(from, from + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  const luminance = 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
  return 1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.0608 ? '#ffffff' : '#111827';
};

const safeColor = (color: string) => (/^#[0-9a-f]{6}$/i.test(color) ? color : '#0F766E');

/** Paragraphs are split at empty lines; single line ends stay. */
export const letterHtml = (text: string, brand: Brand, language: string): string => {
  const color = safeColor(brand.color);
  const ink = readableOn(color) === '#ffffff' ? color : '#111827';
  const paragraphs = text
    .split(/\n{2,}/)
    .map(
      (paragraph) =>
        `<p style="margin:0 0 16px">${linked(paragraph, ink).replaceAll('\n', '<br>')}</p>`,
    )
    .join('\n');
  const logo =
    brand.logo === null
      ? ''
      : `<img src="${escapeHtml(brand.logo)}" alt="" height="32" style="height:32px;vertical-align:middle;margin-right:12px">`;
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light"></head>
<body style="margin:0;background:#f3f4f6;color:#111827;font:16px/1.5 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#ffffff;border-radius:12px;overflow:hidden">
<tr><td style="background:${color};color:${readableOn(color)};padding:18px 28px;font-size:18px;font-weight:600">${logo}${escapeHtml(brand.name)}</td></tr>
<tr><td style="padding:28px 28px 12px">
${paragraphs}
</td></tr>
<tr><td style="padding:16px 28px 24px;border-top:1px solid #e5e7eb;color:#4b5563;font-size:13px">${brand.footer.map((line) => linked(line, '#4b5563')).join('<br>')}</td></tr>
</table>
</td></tr></table>
</body>
</html>
`;
};
