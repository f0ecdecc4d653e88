import { Button, Field, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { Layouts, Page, useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import type { PanelSettings } from '../../../shared/panel-settings.ts';
import { Notice } from '../entry/Notice.tsx';
import { useSending } from '../entry/useSending.ts';
import { useLoaded } from '../kit/loading.ts';
import { ProblemMessage } from '../kit/problems.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { useWords } from '../kit/translations.ts';
import { Card } from '../staff/Card.tsx';
import { settingsPermission } from './permission.ts';

const choices = [1, 2, 5, 10, 15, 30, 60, 0];

interface Properties {
  readonly data: PanelSettings;
  readonly done: () => Promise<void>;
}

const Form = ({ data, done }: Properties) => {
  const t = useWords('security');
  const { put } = useFetchClient();
  const { toggleNotification } = useNotification();
  const [settings, setSettings] = useState<PanelSettings>(data);
  const minutes = choices.includes(data.lockMinutes) ? choices : [data.lockMinutes, ...choices];
  const { busy, general, submit } = useSending(
    () => ({}),
    async () => {
      await put('/access/panel-settings', settings);
      toggleNotification({ type: 'success', message: t('settings.saved') });
      await done();
    },
  );
  return (
    <form onSubmit={submit}>
      <Flex direction="column" alignItems="stretch" gap={5} maxWidth="80rem" paddingBottom={8}>
        {general && <Notice danger>{general}</Notice>}
        <Card title={t('settings.lock')} hint={t('settings.lock.what')}>
          <Field.Root name="lockMinutes" maxWidth="32rem">
            <Field.Label>{t('settings.lock.after')}</Field.Label>
            <SingleSelect
              value={String(settings.lockMinutes)}
              onChange={(next) => setSettings({ ...settings, lockMinutes: Number(next) })}
            >
              {minutes.map((count) => (
                <SingleSelectOption key={count} value={String(count)}>
                  {count === 0 ? t('settings.lock.never') : t('settings.lock.minutes', { count })}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
        </Card>
        <Flex>
          <Button type="submit" loading={busy}>
            {t('settings.save')}
          </Button>
        </Flex>
      </Flex>
    </form>
  );
};

const Settings = () => {
  const t = useWords('security');
  const { get } = useFetchClient();
  const load = useCallback(
    async () => (await get<{ data: PanelSettings }>('/access/panel-settings')).data.data,
    [get],
  );
  const loaded = useLoaded(load);
  return (
    <Page.Main>
      <Page.Title>{t('settings')}</Page.Title>
      <Layouts.Header title={t('settings')} subtitle={t('settings.hint')} />
      <Layouts.Content>
        {loaded.state === 'loading' && <Skeleton lines={8} />}
        {loaded.state === 'failed' && (
          <ProblemMessage error={loaded.error} retry={() => void loaded.reload()} />
        )}
        {loaded.state === 'ready' && (
          <Form key={JSON.stringify(loaded.data)} data={loaded.data} done={loaded.reload} />
        )}
      </Layouts.Content>
    </Page.Main>
  );
};

const SecurityPage = () => (
  <Page.Protect permissions={[{ action: settingsPermission, subject: null }] as never}>
    <Settings />
  </Page.Protect>
);

export default SecurityPage;
