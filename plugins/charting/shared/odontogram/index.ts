/** The tooth chart as a drawing: pure props in, SVG out. Bring `odontogram.css` along. */
export type { Mark, Presence, ToothState } from '../chart.ts';
export { type Notation, writeTooth } from '../notation.ts';
export { type Surface, writeSurfaces } from '../surfaces.ts';
export { Legend } from './legend.tsx';
export { Odontogram, type OdontogramProps } from './odontogram.tsx';
export { ToothFields, type ToothFieldsProps } from './tooth-fields.tsx';
export { type ChartLanguage, type ChartWords, chartWords, describeTooth } from './words.ts';
