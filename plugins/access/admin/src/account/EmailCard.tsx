import { Button, Flex } from '@strapi/design-system';
import { adminApi, useAuth, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { LineField } from '../entry/LineField.tsx';
import { Notice } from '../entry/Notice.tsx';
import { PasswordField } from '../entry/PasswordField.tsx';
import { useSending } from '../entry/useSending.ts';
import { useWords } from '../kit/translations.ts';
import { Card } from '../staff/Card.tsx';

/** Through Strapi's own store: the head of the page follows what is saved. */
const { useSaveEmailMutation } = adminApi.injectEndpoints({
  endpoints: (builder) => ({
    saveEmail: builder.mutation<unknown, { email: string; password: string }>({
      query: (data) => ({ method: 'POST', url: '/access/staff/email', data }),
      invalidatesTags: ['Me' as never],
    }),
  }),
});

/** The address that somebody signs in with. It is theirs alone to change, and asks for the password. */
export const EmailCard = () => {
  const t = useWords('staff');
  const say = useWords('entry');
  const { toggleNotification } = useNotification();
  const known = useAuth('EmailCard', ({ user }) => user?.email ?? '');
  const [save] = useSaveEmailMutation();
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const { busy, general, errorOf, submit } = useSending(
    () => ({
      email: email.trim() === '' ? t('email.needed') : undefined,
      password: password === '' ? say('password.needed') : undefined,
    }),
    async () => {
      const answer = await save({ email: email.trim(), password });
      if ('error' in answer) throw { response: { data: { error: answer.error } } };
      setPassword('');
      toggleNotification({ type: 'success', message: t('email.changed') });
    },
  );
  return (
    <Card title={t('email')} hint={t('email.what')}>
      <form onSubmit={submit} noValidate>
        <Flex direction="column" alignItems="stretch" gap={5}>
          {general && <Notice danger>{general}</Notice>}
          <LineField
            label={t('email.new')}
            name="email"
            type="email"
            required
            value={email}
            onChange={setEmail}
            error={errorOf('email')}
          />
          <PasswordField
            label={t('email.password')}
            value={password}
            onChange={setPassword}
            autoComplete="current-password"
            error={errorOf('password')}
          />
          <Flex>
            <Button type="submit" loading={busy}>
              {t('email.change')}
            </Button>
          </Flex>
        </Flex>
      </form>
    </Card>
  );
};
