import { Button, Checkbox, Field, Flex, Typography } from '@strapi/design-system';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { StaffMember } from '../../../shared/staff.ts';
import { LineField } from '../entry/LineField.tsx';
import { Notice } from '../entry/Notice.tsx';
import { useSending } from '../entry/useSending.ts';
import { useWords } from '../kit/translations.ts';
import { Card } from './Card.tsx';
import { RoleChoice } from './RoleChoice.tsx';

interface Properties {
  readonly member: StaffMember;
  readonly mayChange: boolean;
  readonly done: () => Promise<void>;
}

/** Who a member of staff is, what they work as, and whether they may come in. */
export const MemberForm = ({ member, mayChange, done }: Properties) => {
  const t = useWords('staff');
  const { put } = useFetchClient();
  const { toggleNotification } = useNotification();
  const [person, setPerson] = useState({
    firstname: member.firstname ?? '',
    lastname: member.lastname ?? '',
    email: member.email,
  });
  const [roles, setRoles] = useState(member.roles.map(({ id }) => id));
  const [active, setActive] = useState(member.state === 'active');
  const joined = member.state === 'active' || member.state === 'blocked';
  const write = (name: keyof typeof person) => (value: string) =>
    setPerson((before) => ({ ...before, [name]: value }));
  const { busy, general, errorOf, submit } = useSending(
    () => ({
      firstname: person.firstname.trim() === '' ? t('needed') : undefined,
      email: person.email.trim() === '' ? t('email.needed') : undefined,
      roles: roles.length === 0 ? t('roles.needed') : undefined,
    }),
    async () => {
      await put(`/admin/users/${member.id}`, {
        ...person,
        roles,
        ...(joined ? { isActive: active } : {}),
      });
      toggleNotification({ type: 'success', message: t('saved') });
      await done();
    },
  );
  return (
    <Card title={t('details')}>
      <form onSubmit={submit} noValidate>
        <Flex direction="column" alignItems="stretch" gap={5}>
          {general && <Notice danger>{general}</Notice>}
          {(['firstname', 'lastname', 'email'] as const).map((name) => (
            <LineField
              key={name}
              label={t(name)}
              name={name}
              type={name === 'email' ? 'email' : 'text'}
              required={name !== 'lastname'}
              disabled={!mayChange}
              value={person[name]}
              onChange={write(name)}
              error={errorOf(name)}
            />
          ))}
          <RoleChoice
            chosen={roles}
            onChange={setRoles}
            error={errorOf('roles')}
            disabled={!mayChange}
          />
          {joined && (
            <Field.Root name="active" hint={t('active.hint')}>
              <Checkbox
                name="active"
                disabled={!mayChange}
                checked={active}
                onCheckedChange={(on: boolean | 'indeterminate') => setActive(on === true)}
              >
                <Typography>{t('active')}</Typography>
              </Checkbox>
              <Field.Hint />
            </Field.Root>
          )}
          {mayChange && (
            <Flex>
              <Button type="submit" loading={busy}>
                {t('save')}
              </Button>
            </Flex>
          )}
        </Flex>
      </form>
    </Card>
  );
};
