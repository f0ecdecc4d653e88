/** The whole demo clinic as plain data: nothing here reads a clock or a database. */
import { buildVisits, type Visit } from './appointments.ts';
import { buildInvoices, type Invoice } from './billing.ts';
import { dateOf } from './calendar.ts';
import { clinic } from './catalogue/places.ts';
import { buildCharts, type Charts } from './chart.ts';
import { buildHouse, type House } from './clinic.ts';
import { buildPatients, type Patient } from './patients.ts';
import { buildShifts, buildTimeOff, type Shift, type TimeOff } from './shifts.ts';

export interface Demo extends Charts {
  readonly seed: number;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly zone: string;
  readonly house: House;
  readonly timeOff: readonly TimeOff[];
  readonly shifts: readonly Shift[];
  readonly patients: readonly Patient[];
  readonly visits: readonly Visit[];
  readonly invoices: readonly Invoice[];
}

export const defaultSeed = 2026;

/** The same seed and instant give the same clinic, document ids included. */
export const buildDemo = (now: number, seed: number = defaultSeed): Demo => {
  const { zone } = clinic;
  const today = dateOf(now, zone);
  const house = buildHouse(seed);
  const timeOff = buildTimeOff(today, zone);
  const shifts = buildShifts(today, zone, timeOff);
  const patients = buildPatients(seed, today);
  const visits = buildVisits({ seed, now, zone, house, shifts, patients });
  const charts = buildCharts(seed, visits, zone);
  const invoices = buildInvoices({ seed, now, zone, visits, treatments: charts.treatments });
  return { seed, now, zone, house, timeOff, shifts, patients, visits, ...charts, invoices };
};
