import { useFetchClient } from '@strapi/strapi/admin';
import { useMemo } from 'react';
import type { SlotView } from '../../../shared/booking.ts';
import type {
  AppointmentAnswer,
  CalendarAnswer,
  CalendarAppointment,
  MonthAnswer,
  NextFreeAnswer,
  PatientMatch,
  PatientMatchesAnswer,
  ResourcesAnswer,
  StaffBooking,
  StaffChange,
  StatusChange,
} from '../../../shared/calendar.ts';
import type { AppointmentStatus } from '../../../shared/statuses.ts';

export interface NewPatient {
  readonly firstName: string;
  readonly lastName: string;
  readonly mobileNumber?: string;
  readonly email?: string;
  readonly dateOfBirth?: string;
}

/** As a query, without what was left empty. */
const query = (values: Readonly<Record<string, string | number>>) =>
  new URLSearchParams(
    Object.entries(values).flatMap(([name, value]) => (value ? [[name, String(value)]] : [])),
  );

/** A booking that is sent twice under one key is booked once. */
export const under = (key: string) => ({ headers: { 'Idempotency-Key': key } });

/** What the panel asks of scheduling's server. */
export const useDesk = () => {
  const { get, post, put } = useFetchClient();
  return useMemo(
    () => ({
      sheet: async (from: string, days: number, location: string) =>
        (await get<CalendarAnswer>(`/scheduling/calendar?${query({ days, from, location })}`)).data
          .data,
      month: async (asked: Readonly<Record<string, string | number>>) =>
        (await get<MonthAnswer>(`/scheduling/month?${query(asked)}`)).data.data,
      nextFree: async (asked: Readonly<Record<string, string>>): Promise<SlotView | null> =>
        (await get<NextFreeAnswer>(`/scheduling/next-free?${query(asked)}`)).data.data,
      resources: async () => (await get<ResourcesAnswer>('/scheduling/resources')).data.data,
      patients: async (q: string): Promise<readonly PatientMatch[]> =>
        (await get<PatientMatchesAnswer>(`/scheduling/patients?${new URLSearchParams({ q })}`)).data
          .data,
      addPatient: async (patient: NewPatient) =>
        (await post<{ data: { documentId: string; name: string } }>('/access/patients', patient))
          .data.data,
      self: async () =>
        (await get<{ data: { practitioner: string | null } }>('/access/self')).data.data
          .practitioner,
      book: async (booking: StaffBooking, key: string): Promise<CalendarAppointment> =>
        (await post<AppointmentAnswer>('/scheduling/appointments', booking, under(key))).data.data,
      change: async (visit: string, change: StaffChange): Promise<CalendarAppointment> =>
        (await put<AppointmentAnswer>(`/scheduling/appointments/${visit}`, change)).data.data,
      status: async (visit: string, change: StatusChange): Promise<CalendarAppointment> =>
        (await post<AppointmentAnswer>(`/scheduling/appointments/${visit}/status`, change)).data
          .data,
      takeBack: async (visit: string, to: AppointmentStatus): Promise<CalendarAppointment> =>
        (await post<AppointmentAnswer>(`/scheduling/appointments/${visit}/take-back`, { to })).data
          .data,
    }),
    [get, post, put],
  );
};
