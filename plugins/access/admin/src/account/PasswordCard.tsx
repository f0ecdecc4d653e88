import { Button, Flex } from '@strapi/design-system';
import { useAuth, useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { Notice } from '../entry/Notice.tsx';
import { PasswordField } from '../entry/PasswordField.tsx';
import { useSending } from '../entry/useSending.ts';
import { useWords } from '../kit/translations.ts';
import { Card } from '../staff/Card.tsx';

export const PasswordCard = () => {
  const t = useWords('staff');
  const say = useWords('entry');
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const email = useAuth('PasswordCard', ({ user }) => user?.email ?? '');
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const { busy, general, errorOf, submit } = useSending(
    () => ({
      current: current === '' ? say('password.needed') : undefined,
      password: password === '' ? say('password.choose') : undefined,
    }),
    async () => {
      await post('/access/staff/password', { current, password });
      setCurrent('');
      setPassword('');
      toggleNotification({ type: 'success', message: t('password.changed') });
    },
  );
  return (
    <Card title={t('password')} hint={t('password.what')}>
      <form onSubmit={submit} noValidate>
        <Flex direction="column" alignItems="stretch" gap={5}>
          {general && <Notice danger>{general}</Notice>}
          <input type="hidden" name="username" autoComplete="username" value={email} />
          <PasswordField
            label={t('password.current')}
            name="current"
            value={current}
            onChange={setCurrent}
            autoComplete="current-password"
            error={errorOf('current')}
          />
          <PasswordField
            label={say('password.new')}
            value={password}
            onChange={setPassword}
            autoComplete="new-password"
            hint={say('password.hint')}
            error={errorOf('password')}
          />
          <Flex>
            <Button type="submit" loading={busy}>
              {t('password.change')}
            </Button>
          </Flex>
        </Flex>
      </form>
    </Card>
  );
};
