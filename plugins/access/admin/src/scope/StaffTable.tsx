import { MultiSelect, MultiSelectOption, Typography } from '@strapi/design-system';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { styled } from 'styled-components';
import type { StaffPlaces, StaffPlacesAnswer } from '../../../shared/scope.ts';
import {
  DataTable,
  folded,
  ProblemMessage,
  Skeleton,
  useLoaded,
  useNotifyProblem,
  useWords,
} from '../kit/index.ts';
import { Card } from './Card.tsx';

const everywhere = '*';

const Table = styled(DataTable)`
  td:last-child {
    min-width: 32rem;
  }
  @media (max-width: 900px) {
    ${folded}
    && tr {
      grid-template-columns: 1fr;
    }
    td:last-child {
      min-width: 0;
    }
  }
`;

interface RowProperties {
  readonly person: StaffPlaces;
  readonly places: StaffPlacesAnswer['meta']['places'];
  readonly save: (person: StaffPlaces, chosen: readonly string[]) => Promise<void>;
}

const Row = ({ person, places, save }: RowProperties) => {
  const t = useWords('scope');
  const nameOf = (values: readonly string[]) =>
    values.map((value) =>
      value === everywhere
        ? t('staff.everywhere')
        : (places.find(({ documentId }) => documentId === value)?.name ?? ''),
    );
  const chosen = person.everywhere ? [everywhere] : [...person.places];
  return (
    <tr>
      <td>
        {person.name}
        <Typography tag="p" variant="pi" textColor="neutral600">
          {person.email}
        </Typography>
      </td>
      <td className="quiet">{person.roles.join(', ')}</td>
      <td>
        {person.bound ? (
          <MultiSelect
            aria-label={t('staff.places', { name: person.name })}
            placeholder={t('staff.nowhere')}
            value={chosen}
            onChange={(value: string[]) => void save(person, value)}
            customizeContent={(values: string[] = []) => nameOf(values).join(', ')}
          >
            <MultiSelectOption value={everywhere}>{t('staff.everywhere')}</MultiSelectOption>
            {places.map(({ documentId, name }) => (
              <MultiSelectOption key={documentId} value={documentId}>
                {name}
              </MultiSelectOption>
            ))}
          </MultiSelect>
        ) : (
          <Typography textColor="neutral600">{t('staff.unbound')}</Typography>
        )}
      </td>
    </tr>
  );
};

/** Who works where. A change counts at once. */
export const StaffTable = () => {
  const t = useWords('scope');
  const { get, put } = useFetchClient();
  const { toggleNotification } = useNotification();
  const notifyProblem = useNotifyProblem();
  const load = useCallback(
    async () => (await get<StaffPlacesAnswer>('/access/staff-places')).data,
    [get],
  );
  const loaded = useLoaded(load);
  const { reload } = loaded;
  const save = async (person: StaffPlaces, chosen: readonly string[]) => {
    // Everywhere and single places exclude each other: what was chosen last counts.
    const all = chosen.includes(everywhere) && !(person.everywhere && chosen.length > 1);
    try {
      await put(`/access/staff-places/${person.id}`, {
        everywhere: all,
        places: all ? [] : chosen.filter((place) => place !== everywhere),
      });
      toggleNotification({ type: 'success', message: t('staff.saved', { name: person.name }) });
      await reload();
    } catch (error) {
      notifyProblem(error);
    }
  };
  return (
    <Card title={t('staff')} hint={t('staff.hint')}>
      {loaded.state === 'loading' && <Skeleton lines={5} />}
      {loaded.state === 'failed' && (
        <ProblemMessage error={loaded.error} retry={() => void reload()} />
      )}
      {loaded.state === 'ready' && (
        <Table caption={t('staff')} columns={[t('who'), t('roles'), t('staff.where')]}>
          {loaded.data.data.map((person) => (
            <Row key={person.id} person={person} places={loaded.data.meta.places} save={save} />
          ))}
        </Table>
      )}
    </Card>
  );
};
