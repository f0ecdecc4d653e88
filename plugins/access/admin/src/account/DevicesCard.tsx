import { Button, Flex, Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { useFormats } from '../kit/formats.ts';
import { useLoaded } from '../kit/loading.ts';
import { ProblemMessage, useNotifyProblem } from '../kit/problems.tsx';
import { RowList } from '../kit/RowList.ts';
import { Skeleton } from '../kit/Skeleton.tsx';
import { useWords } from '../kit/translations.ts';
import { Card } from '../staff/Card.tsx';

interface Device {
  readonly id: string;
  readonly deviceName?: string;
  readonly current: boolean;
  readonly loginAt?: string;
  readonly lastActiveAt?: string;
}

/** Where this account is signed in. */
export const DevicesCard = () => {
  const t = useWords('staff');
  const { moment } = useFormats();
  const { get, del } = useFetchClient();
  const notifyProblem = useNotifyProblem();
  const load = useCallback(
    async () => (await get<{ data: Device[] }>('/admin/users/me/sessions')).data.data,
    [get],
  );
  const { reload, ...devices } = useLoaded(load);
  const end = (path: string) =>
    del(`/admin/users/me/sessions${path}`).then(reload, (error: unknown) => notifyProblem(error));
  return (
    <Card title={t('devices')} hint={t('devices.what')}>
      {devices.state === 'loading' && <Skeleton lines={3} />}
      {devices.state === 'failed' && (
        <ProblemMessage error={devices.error} retry={() => void reload()} />
      )}
      {devices.state === 'ready' && (
        <>
          <RowList>
            {devices.data.map(({ id, deviceName, current, lastActiveAt }) => (
              <li key={id}>
                <div>
                  <Typography fontWeight="semiBold" tag="div">
                    {deviceName ?? t('device.unknown')}
                  </Typography>
                  <Typography variant="pi" textColor="neutral600" tag="div">
                    {current
                      ? t('device.this')
                      : lastActiveAt && t('device.used', { moment: moment(lastActiveAt) })}
                  </Typography>
                </div>
                {!current && (
                  <Button variant="tertiary" onClick={() => void end(`/${id}`)}>
                    {t('device.end')}
                  </Button>
                )}
              </li>
            ))}
          </RowList>
          {devices.data.length > 1 && (
            <Flex>
              <Button variant="secondary" onClick={() => void end('?keepCurrent=true')}>
                {t('devices.end')}
              </Button>
            </Flex>
          )}
        </>
      )}
    </Card>
  );
};
