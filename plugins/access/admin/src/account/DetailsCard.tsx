import { Button, Flex } from '@strapi/design-system';
import { adminApi, useAuth, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { LineField } from '../entry/LineField.tsx';
import { Notice } from '../entry/Notice.tsx';
import { useSending } from '../entry/useSending.ts';
import { useIntl } from '../kit/intl.ts';
import { useWords } from '../kit/translations.ts';
import { Card } from '../staff/Card.tsx';
import { LanguageChoice } from '../staff/LanguageChoice.tsx';

interface Person {
  readonly firstname: string;
  readonly lastname: string;
  readonly preferedLanguage: string;
}

/** Through Strapi's own store: the menu and the language follow what is saved. */
const { useSaveAccountMutation } = adminApi.injectEndpoints({
  endpoints: (builder) => ({
    saveAccount: builder.mutation<unknown, Person>({
      query: (data) => ({ method: 'PUT', url: '/admin/users/me', data }),
      invalidatesTags: ['Me' as never],
    }),
  }),
});

export const DetailsCard = () => {
  const t = useWords('staff');
  const { locale } = useIntl();
  const { toggleNotification } = useNotification();
  const user = useAuth('DetailsCard', (state) => state.user);
  const [save] = useSaveAccountMutation();
  const [person, setPerson] = useState<Person>({
    firstname: user?.firstname ?? '',
    lastname: user?.lastname ?? '',
    preferedLanguage: user?.preferedLanguage ?? locale,
  });
  const write = (name: keyof Person) => (value: string) =>
    setPerson((before) => ({ ...before, [name]: value }));
  const { busy, general, errorOf, submit } = useSending(
    () => ({ firstname: person.firstname.trim() === '' ? t('needed') : undefined }),
    async () => {
      const answer = await save(person);
      if ('error' in answer) throw { response: { data: { error: answer.error } } };
      toggleNotification({ type: 'success', message: t('saved') });
    },
  );
  return (
    <Card title={t('details')}>
      <form onSubmit={submit} noValidate>
        <Flex direction="column" alignItems="stretch" gap={5}>
          {general && <Notice danger>{general}</Notice>}
          {(['firstname', 'lastname'] as const).map((name) => (
            <LineField
              key={name}
              label={t(name)}
              name={name}
              required={name === 'firstname'}
              value={person[name]}
              onChange={write(name)}
              error={errorOf(name)}
            />
          ))}
          <LanguageChoice
            label={t('language')}
            value={person.preferedLanguage.slice(0, 2)}
            onChange={write('preferedLanguage')}
          />
          <Flex>
            <Button type="submit" loading={busy}>
              {t('save')}
            </Button>
          </Flex>
        </Flex>
      </form>
    </Card>
  );
};
