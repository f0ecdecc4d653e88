import { useFetchClient } from '@strapi/strapi/admin';
import { useMemo } from 'react';
import type {
  AppointmentAnswer,
  CalendarAnswer,
  CalendarAppointment,
  PatientMatch,
  PatientMatchesAnswer,
  ResourcesAnswer,
  StaffBooking,
  StaffChange,
  StatusChange,
} from '../../../shared/calendar.ts';

export interface NewPatient {
  readonly firstName: string;
  readonly lastName: string;
  readonly mobileNumber?: string;
  readonly email?: string;
  readonly dateOfBirth?: string;
}

/** What the panel asks of scheduling's server. */
export const useDesk = () => {
  const { get, post, put } = useFetchClient();
  return useMemo(
    () => ({
      sheet: async (from: string, days: number, location: string) => {
        const asked = new URLSearchParams({ days: String(days) });
        if (from) asked.set('from', from);
        if (location) asked.set('location', location);
        return (await get<CalendarAnswer>(`/scheduling/calendar?${asked}`)).data.data;
      },
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
      book: async (booking: StaffBooking): Promise<CalendarAppointment> =>
        (await post<AppointmentAnswer>('/scheduling/appointments', booking)).data.data,
      change: async (visit: string, change: StaffChange): Promise<CalendarAppointment> =>
        (await put<AppointmentAnswer>(`/scheduling/appointments/${visit}`, change)).data.data,
      status: async (visit: string, change: StatusChange): Promise<CalendarAppointment> =>
        (await post<AppointmentAnswer>(`/scheduling/appointments/${visit}/status`, change)).data
          .data,
    }),
    [get, post, put],
  );
};
