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

/** A lighter step of the same hue, at least as lively: `share` of the way to white in HSL lightness. */
const lighten = (colour: string, share: number): string => {
  const [red, green, blue] = parse(colour).map((channel) => channel / 255) as unknown as Rgb;
  const most = Math.max(red, green, blue);
  const least = Math.min(red, green, blue);
  const spread = most - least;
  const lightness = (most + least) / 2;
  const saturation = spread === 0 ? 0 : spread / (1 - Math.abs(2 * lightness - 1));
  const hue =
    spread === 0
      ? 0
      : most === red
        ? ((green - blue) / spread + 6) % 6
        : most === green
          ? (blue - red) / spread + 2
          : (red - green) / spread + 4;
  const light = lightness + (1 - lightness) * share;
  const reach = saturation * Math.min(light, 1 - light);
  const channel = (offset: number) => {
    const turn = (offset + hue * 2) % 12;
    return 255 * (light - reach * Math.max(-1, Math.min(turn - 3, 9 - turn, 1)));
  };
  return write([channel(0), channel(8), channel(4)]);
};

/** The colour, or its nearest lighter step of the same hue that stands out enough from each ground. */
export const bright = (colour: string, grounds: readonly string[], least: number): string => {
  for (let share = 0; share < 1; share += 0.02) {
    const step = lighten(colour, share);
    if (grounds.every((ground) => contrast(step, ground) >= least)) return step;
  }
  return '#ffffff';
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
