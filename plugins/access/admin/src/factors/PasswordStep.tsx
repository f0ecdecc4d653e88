import { Button, Flex, Typography } from '@strapi/design-system';
import { type ReactNode, useState } from 'react';
import { Notice } from '../entry/Notice.tsx';
import { PasswordField } from '../entry/PasswordField.tsx';
import { useSending } from '../entry/useSending.ts';
import { useWords } from '../kit/translations.ts';

interface Properties {
  readonly what: string;
  readonly label: string;
  readonly send: (password: string) => Promise<void>;
  readonly danger?: boolean;
  readonly children?: ReactNode;
}

/** What changes how somebody signs in asks for the password first. */
export const PasswordStep = ({ what, label, send, danger = false, children }: Properties) => {
  const say = useWords('entry');
  const [password, setPassword] = useState('');
  const { busy, general, errorOf, submit } = useSending(
    () => ({ password: password === '' ? say('password.needed') : undefined }),
    () => send(password),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Flex direction="column" alignItems="stretch" gap={5}>
        <Typography>{what}</Typography>
        {general && <Notice danger>{general}</Notice>}
        {children}
        <PasswordField
          label={say('password')}
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          error={errorOf('password')}
        />
        <Button type="submit" loading={busy} fullWidth variant={danger ? 'danger' : 'default'}>
          {label}
        </Button>
      </Flex>
    </form>
  );
};
