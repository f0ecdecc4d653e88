import { ListPage, useLoaded, useWords } from '@enamel/access/admin';
import { Calendar } from '@strapi/icons';
import { useCallback, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { PlaceSelect } from '../desk-words/PlaceSelect.tsx';
import { noChoices } from './choices.ts';
import { GapRow } from './GapRow.tsx';
import { Rows } from './Rows.tsx';
import { Tabs } from './Tabs.tsx';
import { useWaitList } from './useWaitList.ts';

/** Times that visits gave back, and who could take them. */
export const GapsPage = () => {
  const t = useWords('waitlist');
  const waitList = useWaitList();
  const [location, setLocation] = useState('');
  // The calendar leads here from a visit that was cancelled.
  const appointment = useSearchParams()[0].get('appointment') ?? '';
  const known = useLoaded(waitList.choices);
  const { locations } = known.state === 'ready' ? known.data : noChoices;
  const loaded = useLoaded(
    useCallback(async () => {
      const data = await waitList.gaps(new URLSearchParams({ location, appointment }).toString());
      return { data, meta: { total: data.length } };
    }, [waitList, location, appointment]),
  );
  const total = loaded.state === 'ready' ? loaded.data.meta.total : undefined;
  const everywhere = { documentId: '', name: t('status.all') };
  return (
    <ListPage
      title={t('title')}
      subtitle={total === undefined ? t('gaps.subtitle') : t('gaps.count', { count: total })}
      above={
        <>
          <Tabs />
          {locations.length > 1 && (
            <div style={{ maxWidth: '28rem' }}>
              <PlaceSelect
                places={[everywhere, ...locations]}
                value={location}
                onChange={setLocation}
              />
            </div>
          )}
        </>
      }
      loaded={loaded}
      page={1}
      pageSize={200}
      turnTo={() => undefined}
      empty={{
        icon: <Calendar width="32" height="32" aria-hidden />,
        title: t('gaps.none'),
        hint: t('gaps.none.hint'),
      }}
    >
      {(gaps) => (
        <Rows aria-label={t('tab.gaps')}>
          {gaps.map((gap) => (
            <GapRow
              key={gap.id}
              gap={gap}
              opened={appointment !== ''}
              onChanged={() => void loaded.reload()}
            />
          ))}
        </Rows>
      )}
    </ListPage>
  );
};
