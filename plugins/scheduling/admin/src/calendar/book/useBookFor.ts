import type { PatientSummary } from '@enamel/access/admin';
import { useNotifyProblem } from '@enamel/access/admin';
import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useRef } from 'react';

/** Someone came from a patient's page to book: begins a booking for that patient. */
export const useBookFor = (
  patient: string,
  begin: (patient: { documentId: string; name: string }) => void,
): void => {
  const { get } = useFetchClient();
  const notify = useNotifyProblem();
  const latest = useRef(begin);
  latest.current = begin;
  useEffect(() => {
    if (!patient) return;
    let wanted = true;
    get<{ data: PatientSummary }>(`/access/patients/${patient}`).then(({ data }) => {
      const { documentId, firstName, lastName } = data.data;
      if (wanted) latest.current({ documentId, name: `${firstName} ${lastName}` });
    }, notify);
    return () => {
      wanted = false;
    };
  }, [patient, get, notify]);
};
