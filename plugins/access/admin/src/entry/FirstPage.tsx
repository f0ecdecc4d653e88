import { Button, Flex } from '@strapi/design-system';
import { useAuth, useFetchClient } from '@strapi/strapi/admin';
import { useState } from 'react';
import { Navigate } from 'react-router-dom';
import { useWords } from '../kit/translations.ts';
import { EntryFrame } from './EntryFrame.tsx';
import { LineField } from './LineField.tsx';
import { Notice } from './Notice.tsx';
import { PasswordField } from './PasswordField.tsx';
import { useSending } from './useSending.ts';

/** The first account of a clinic that is being set up. */
const FirstPage = () => {
  const t = useWords('entry');
  const { post } = useFetchClient();
  const { token, login } = useAuth('FirstPage', (state) => state);
  const [person, setPerson] = useState({ firstname: '', lastname: '', email: '', password: '' });
  const write = (name: keyof typeof person) => (value: string) =>
    setPerson((before) => ({ ...before, [name]: value }));
  const { busy, general, errorOf, submit } = useSending(
    () => ({
      firstname: person.firstname.trim() === '' ? t('needed') : undefined,
      email: person.email.trim() === '' ? t('email.needed') : undefined,
      password: person.password === '' ? t('password.choose') : undefined,
    }),
    async () => {
      await post('/access/staff/first', person);
      const { email, password } = person;
      await login({ email, password, rememberMe: false });
    },
  );
  if (token) return <Navigate to="/" replace />;
  const names = ['firstname', 'lastname', 'email'] as const;
  return (
    <EntryFrame title={t('first')} lead={t('first.lead')}>
      {general && <Notice danger>{general}</Notice>}
      <form onSubmit={submit} noValidate>
        <Flex direction="column" alignItems="stretch" gap={5}>
          {names.map((name) => (
            <LineField
              key={name}
              label={t(name)}
              name={name}
              type={name === 'email' ? 'email' : 'text'}
              required={name !== 'lastname'}
              value={person[name]}
              onChange={write(name)}
              error={errorOf(name)}
            />
          ))}
          <PasswordField
            label={t('password.new')}
            value={person.password}
            onChange={write('password')}
            autoComplete="new-password"
            hint={t('password.hint')}
            error={errorOf('password')}
          />
          <Button type="submit" size="L" fullWidth loading={busy}>
            {t('first.save')}
          </Button>
        </Flex>
      </form>
    </EntryFrame>
  );
};

export default FirstPage;
