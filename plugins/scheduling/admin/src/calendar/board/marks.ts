import type { AppointmentStatus } from '../../../../shared/statuses.ts';

/** Strokes of a 16 × 16 mark for each state, so that a block tells it without colour. */
export const strokes: Record<AppointmentStatus, string> = {
  pending: 'M8 1.8a6.2 6.2 0 1 1 0 12.4a6.2 6.2 0 0 1 0-12.4M8 4.5v3.8l2.4 1.5',
  confirmed: 'm2.5 8.6 3.6 3.6 7.4-8',
  arrived:
    'M8 1.7a2.3 2.3 0 1 1 0 4.6a2.3 2.3 0 0 1 0-4.6M2.8 14.3c.4-3.2 2.3-5 5.2-5s4.8 1.8 5.2 5',
  seated: 'M4 1.8v7.4h6.2l2.6 5M4 9.2v5M4 5.5h5.5',
  completed: 'm1 8.8 3.2 3.2 6.2-7.2M7.2 11.4l1 .9 6.4-7.5',
  cancelled: 'm3.5 3.5 9 9m0-9-9 9',
  'no-show': 'M8 1.8a6.2 6.2 0 1 1 0 12.4a6.2 6.2 0 0 1 0-12.4M3.7 3.7l8.6 8.6',
};

export const alertStroke = 'M8 2 1.6 13.6h12.8zM8 6.2v3.6M8 11.6v.2';

export const mark = (path: string, className: string): SVGSVGElement => {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('class', className);
  svg.setAttribute('aria-hidden', 'true');
  const stroke = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  stroke.setAttribute('d', path);
  svg.append(stroke);
  return svg;
};
