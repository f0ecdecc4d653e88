import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { Link } from 'react-router-dom';
import type { OpenBreach } from '../../../../audit/shared/index.ts';
import { useFormats, useLoaded, useWords } from '../kit/index.ts';
import { Obstacle } from './Obstacle.tsx';

const list = '/content-manager/collection-types/api::data-breach.data-breach';

/** Breaches of which the authority has not been told, with the hours that are left. */
export const OpenBreaches = () => {
  const t = useWords('privacy');
  const { moment } = useFormats();
  const { get } = useFetchClient();
  const loaded = useLoaded(
    useCallback(
      async () => (await get<{ data: OpenBreach[] }>('/access/breaches')).data.data,
      [get],
    ),
  );
  if (loaded.state !== 'ready') return null;
  return loaded.data.map(({ documentId, title, notifyBy }) => {
    const hours = Math.floor((Date.parse(notifyBy) - Date.now()) / 3_600_000);
    return (
      <Obstacle
        key={documentId}
        title={hours < 0 ? t('breach.late') : t('breach.left', { hours })}
        text={
          <>
            <Link to={`${list}/${documentId}`}>{title}</Link>,{' '}
            {t('breach.by', { at: moment(notifyBy) })}
          </>
        }
      />
    );
  });
};
