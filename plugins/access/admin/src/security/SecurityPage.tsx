import {
  Button,
  Checkbox,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { Layouts, Page, useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import type { PanelSettings, PanelSettingsAnswer } from '../../../shared/panel-settings.ts';
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
  readonly answer: PanelSettingsAnswer;
  readonly done: () => Promise<void>;
}

const Form = ({ answer: { data, meta }, done }: Properties) => {
  const t = useWords('factors');
  const { put } = useFetchClient();
  const { toggleNotification } = useNotification();
  const [settings, setSettings] = useState<PanelSettings>(data);
  const minutes = choices.includes(data.lockMinutes) ? choices : [data.lockMinutes, ...choices];
  const demand = (code: string, on: boolean) =>
    setSettings((before) => ({
      ...before,
      secondFactorRoles: on
        ? [...before.secondFactorRoles, code]
        : before.secondFactorRoles.filter((one) => one !== code),
    }));
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
        <Card title={t('settings.factor')} hint={t('settings.factor.what')}>
          <Flex direction="column" alignItems="stretch" gap={3}>
            {meta.roles.map(({ code, name, members, withFactor }) => (
              <Flex key={code} justifyContent="space-between" gap={4} wrap="wrap">
                <Checkbox
                  checked={settings.secondFactorRoles.includes(code)}
                  onCheckedChange={(on: boolean | 'indeterminate') => demand(code, on === true)}
                >
                  {name}
                </Checkbox>
                <Typography variant="pi" textColor="neutral600">
                  {t('settings.factor.have', { members, withFactor })}
                </Typography>
              </Flex>
            ))}
          </Flex>
          <Typography textColor="neutral600">{t('settings.factor.lost')}</Typography>
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
  const t = useWords('factors');
  const { get } = useFetchClient();
  const load = useCallback(
    async () => (await get<PanelSettingsAnswer>('/access/panel-settings')).data,
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
          <Form key={JSON.stringify(loaded.data.data)} answer={loaded.data} done={loaded.reload} />
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
