import { Box } from '@strapi/design-system';
import { BackButton, Layouts, Page, useFetchClient } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { useParams } from 'react-router-dom';
import type { PatientSummary } from '../../../shared/patients.ts';
import { ProblemMessage, Skeleton, useLoaded } from '../kit/index.ts';
import { PatientHeader } from './PatientHeader.tsx';
import { PatientTabs } from './PatientTabs.tsx';

/** One patient: who it is, what to beware of, and a tab for each room of the house. */
export const PatientPage = () => {
  const { documentId = '', tab } = useParams();
  const { get } = useFetchClient();
  const load = useCallback(async () => {
    const { data } = await get<{ data: PatientSummary }>(`/access/patients/${documentId}`);
    return data.data;
  }, [get, documentId]);
  const loaded = useLoaded(load);
  return (
    <Page.Main>
      <Layouts.Content>
        <Box paddingTop={4} paddingBottom={2}>
          <BackButton fallback="/plugins/access/patients" />
        </Box>
        {loaded.state === 'loading' && <Skeleton lines={6} />}
        {loaded.state === 'failed' && (
          <ProblemMessage error={loaded.error} retry={() => void loaded.reload()} />
        )}
        {loaded.state === 'ready' && (
          <>
            <Page.Title>{`${loaded.data.firstName} ${loaded.data.lastName}`}</Page.Title>
            <PatientHeader patient={loaded.data} />
            <PatientTabs patient={loaded.data} current={tab} />
          </>
        )}
      </Layouts.Content>
    </Page.Main>
  );
};
