import { Box } from '@strapi/design-system';
import { BackButton, Layouts, Page, useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import type { PatientSummary } from '../../../shared/patients.ts';
import { ProblemMessage, problemOf, Skeleton, useLoaded } from '../kit/index.ts';
import { NoSuchPatient } from './NoSuchPatient.tsx';
import { PatientHeader } from './PatientHeader.tsx';
import { PatientTabs } from './PatientTabs.tsx';

/** One patient: who it is, what to beware of, and a tab for each room of the house. */
export const PatientPage = () => {
  const { documentId = '', tab } = useParams();
  const { get } = useFetchClient();
  const load = useCallback(async () => {
    const { data } = await get<{ data: PatientSummary }>(`/access/patients/${documentId}`);
    return { asked: documentId, patient: data.data };
  }, [get, documentId]);
  const loaded = useLoaded(load);
  const navigate = useNavigate();
  const moved =
    loaded.state === 'ready' && loaded.data.asked === documentId
      ? loaded.data.patient.documentId
      : documentId;
  // The record became part of another: that one is shown, under its own address.
  useEffect(() => {
    if (moved !== documentId) navigate(`/plugins/access/patients/${moved}`, { replace: true });
  }, [moved, documentId, navigate]);
  return (
    <Page.Main>
      <Layouts.Content>
        <Box paddingTop={4} paddingBottom={2}>
          <BackButton fallback="/plugins/access/patients" />
        </Box>
        {loaded.state === 'loading' && <Skeleton lines={6} />}
        {loaded.state === 'failed' &&
          (problemOf(loaded.error).code === 'PATIENT_NOT_FOUND' ? (
            <NoSuchPatient reload={() => void loaded.reload()} />
          ) : (
            <ProblemMessage error={loaded.error} retry={() => void loaded.reload()} />
          ))}
        {loaded.state === 'ready' && (
          <>
            <Page.Title>{`${loaded.data.patient.firstName} ${loaded.data.patient.lastName}`}</Page.Title>
            <PatientHeader patient={loaded.data.patient} />
            <PatientTabs patient={loaded.data.patient} current={tab} />
          </>
        )}
      </Layouts.Content>
    </Page.Main>
  );
};
