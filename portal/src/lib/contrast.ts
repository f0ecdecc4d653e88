/** Colour arithmetic after WCAG 2.2 (relative luminance, contrast ratio). Colours are `#rrggbb`. */

type Channels = readonly [number, number, number];

const channels = (color: string): Channels => {
  const value = Number.parseInt(color.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
};

const luminance = (color: string): number => {
  const [red, green, blue] = channels(color).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as unknown as Channels;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** Contrast ratio of two colours, 1 to 21. */
export const contrast = (one: string, other: string): number => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
};

/** `share` (0 to 1) of `over` mixed into `under`. */
export const mix = (over: string, under: string, share: number): string => {
  const [a, b] = [channels(over), channels(under)];
  return `#${a
    .map((channel, index) => Math.round(channel * share + (b[index] ?? 0) * (1 - share)))
    .map((channel) => channel.toString(16).padStart(2, '0'))
    .join('')}`;
};

export interface Accent {
  /** Readable as text on the ground, on cards and on the wash. */
  readonly accent: string;
  /** Readable on the accent. */
  readonly onAccent: string;
  /** The accent under the pointer. */
  readonly pressed: string;
  /** Behind a highlight. */
  readonly wash: string;
}

/** The same hue, `calm` times as saturated, at another lightness, all 0 to 1 (HSL). */
const atLightness = (color: string, lightness: number, calm: number): string => {
  const [red, green, blue] = channels(color).map((channel) => channel / 255) as unknown as Channels;
  const [least, most] = [Math.min(red, green, blue), Math.max(red, green, blue)];
  const spread = most - least;
  const full = spread === 0 ? 0 : spread / (1 - Math.abs(most + least - 1));
  const saturation = full * calm;
  const sector =
    spread === 0
      ? 0
      : most === red
        ? (green - blue) / spread
        : most === green
          ? (blue - red) / spread + 2
          : (red - green) / spread + 4;
  const hue = (sector * 60 + 360) % 360;
  const channel = (offset: number) => {
    const position = (offset + hue / 30) % 12;
    const swing = saturation * Math.min(lightness, 1 - lightness);
    return lightness - swing * Math.max(-1, Math.min(position - 3, 9 - position, 1));
  };
  return `#${[0, 8, 4]
    .map((offset) => Math.round(channel(offset) * 255))
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')}`;
};

/** The darkest step of a colour, light enough to shine on a dark ground. */
const bright = (color: string, ground: string): string => {
  for (let step = 30; step < 100; step += 1) {
    const lighter = atLightness(color, step / 100, 0.68);
    if (contrast(lighter, ground) >= 9.5) return lighter;
  }
  return '#ffffff';
};

const ink = '#06201e';
const grounds = {
  light: { page: '#fbfcfb', card: '#ffffff' },
  dark: { page: '#0e1615', card: '#15211f' },
} as const;

const onLight = (color: string): Accent => {
  const { page, card } = grounds.light;
  const wash = mix(bright(color, grounds.dark.card), page, 0.24);
  let accent = color.toLowerCase();
  for (let step = 1; step <= 50; step += 1) {
    if ([page, card, wash].every((behind) => contrast(accent, behind) >= 4.5)) break;
    accent = mix(ink, color, step / 50);
  }
  return { accent, onAccent: '#ffffff', pressed: mix(ink, accent, 0.2), wash };
};

const onDark = (color: string): Accent => {
  const { page, card } = grounds.dark;
  const accent = bright(color, card);
  return {
    accent,
    onAccent: page,
    pressed: mix('#ffffff', accent, 0.3),
    wash: mix(accent, page, 0.2),
  };
};

/** The nearest step of a clinic's colour that keeps text at 4.5:1 or better, and what goes with it. */
export const accentOf = (color: string, scheme: keyof typeof grounds): Accent =>
  scheme === 'light' ? onLight(color) : onDark(color);
