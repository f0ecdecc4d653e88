/** Colours as sRGB, and the contrast of WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). */
type Rgb = readonly [number, number, number];

const parse = (hex: string): Rgb => {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
};

const write = (rgb: Rgb): string =>
  `#${rgb.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;

const luminance = (hex: string): number => {
  const [red, green, blue] = parse(hex).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

export const contrast = (a: string, b: string): number => {
  const [light, dark] = [luminance(a), luminance(b)].sort((one, other) => other - one) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
};

/** `share` of `other` in `colour`, 0 to 1. */
export const mix = (colour: string, other: string, share: number): string => {
  const [from, to] = [parse(colour), parse(other)];
  return write(
    from.map((channel, index) => channel + ((to[index] ?? 0) - channel) * share) as unknown as Rgb,
  );
};

/** The colour, or its nearest step towards `end` that stands out enough from each ground. */
export const readable = (
  colour: string,
  grounds: readonly string[],
  end: string,
  least: number,
): string => {
  for (let share = 0; share < 1; share += 0.02) {
    const step = mix(colour, end, share);
    if (grounds.every((ground) => contrast(step, ground) >= least)) return step;
  }
  return end;
};
