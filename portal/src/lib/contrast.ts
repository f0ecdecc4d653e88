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

const schemes = {
  light: { ground: '#fbfcfb', toward: '#06201e', share: 0.13 },
  dark: { ground: '#0e1615', toward: '#ffffff', share: 0.22 },
} as const;

/** The nearest step of a clinic's colour that keeps text at 4.5:1 or better, and what goes with it. */
export const accentOf = (color: string, scheme: keyof typeof schemes): Accent => {
  const { ground, toward, share } = schemes[scheme];
  const wash = mix(color, ground, share);
  const against = scheme === 'light' ? [ground, '#ffffff', wash] : [ground, '#15211f', wash];
  let accent = color.toLowerCase();
  for (let step = 1; step <= 50; step += 1) {
    if (against.every((behind) => contrast(accent, behind) >= 4.5)) break;
    accent = mix(toward, color, step / 50);
  }
  return {
    accent,
    onAccent: scheme === 'light' ? '#ffffff' : ground,
    pressed: mix(toward, accent, 0.18),
    wash,
  };
};
