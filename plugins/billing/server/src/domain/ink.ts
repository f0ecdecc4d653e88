const channel = (hex: string, at: number) => {
  const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};

/** WCAG contrast of a colour `#RRGGBB` on white. */
export const contrastOnWhite = (hex: string): number =>
  1.05 / (0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5) + 0.05);

/** The clinic's colour, darkened until it reads on paper (4.5:1). */
export const inkOf = (color: string): string => {
  let hex = /^#[0-9a-f]{6}$/i.test(color) ? color : '#0F766E';
  while (contrastOnWhite(hex) < 4.5)
    hex = `#${[1, 3, 5]
      .map((at) => Math.floor(Number.parseInt(hex.slice(at, at + 2), 16) * 0.92))
      .map((value) => value.toString(16).padStart(2, '0'))
      .join('')}`;
  return hex;
};
