import { Button, Flex, Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import type { PatientPlaces } from '../../../shared/scope.ts';
import {
  DataTable,
  type PatientTabProps,
  ProblemMessage,
  Skeleton,
  useLoaded,
  useMay,
  useNotifyProblem,
  useWords,
} from '../kit/index.ts';

/** Which locations know of a patient, and why; one may let others know. */
export const PlacesTab = ({ patient }: PatientTabProps) => {
  const t = useWords('scope');
  const may = useMay();
  const { get, post } = useFetchClient();
  const notifyProblem = useNotifyProblem();
  const address = `/access/patients/${patient.documentId}/places`;
  const load = useCallback(
    async () => (await get<{ data: PatientPlaces }>(address)).data.data.places,
    [get, address],
  );
  const loaded = useLoaded(load);
  const { reload } = loaded;
  const share = async (place: string, shared: boolean) => {
    try {
      await post(address, { place, shared });
      await reload();
    } catch (error) {
      notifyProblem(error);
    }
  };
  if (loaded.state === 'loading') return <Skeleton lines={3} />;
  if (loaded.state === 'failed')
    return <ProblemMessage error={loaded.error} retry={() => void reload()} />;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography textColor="neutral600">{t('places.hint')}</Typography>
      <DataTable
        caption={t('places')}
        columns={[t('place'), t('places.why'), { label: t('actions'), hidden: true }]}
      >
        {loaded.data.map(({ documentId, name, sources }) => (
          <tr key={documentId}>
            <td>{name}</td>
            <td className="quiet">
              {sources.length > 0
                ? sources.map((source) => t(`places.${source}`)).join(', ')
                : t('places.unknown')}
            </td>
            <td className="amount">
              {may('plugin::access.patients.write') && sources.length === 0 && (
                <Button size="S" variant="secondary" onClick={() => void share(documentId, true)}>
                  {t('places.share')}
                </Button>
              )}
              {may('plugin::access.patients.write') && sources.includes('shared') && (
                <Button size="S" variant="tertiary" onClick={() => void share(documentId, false)}>
                  {t('places.unshare')}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </DataTable>
    </Flex>
  );
};
