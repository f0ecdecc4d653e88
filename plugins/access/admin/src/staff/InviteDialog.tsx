import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { Mail } from '@strapi/icons';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useId, useState } from 'react';
import { LineField } from '../entry/LineField.tsx';
import { Notice } from '../entry/Notice.tsx';
import { useSending } from '../entry/useSending.ts';
import { useClinic } from '../kit/clinic.ts';
import { useNotifyProblem } from '../kit/problems.tsx';
import { useWords } from '../kit/translations.ts';
import { orderOf } from '../scope/places.ts';
import { useStaffPlaces } from '../scope/useStaffPlaces.ts';
import { LanguageChoice } from './LanguageChoice.tsx';
import { PlaceChoice } from './PlaceChoice.tsx';
import { RoleChoice } from './RoleChoice.tsx';

const Form = ({ id, done }: { id: string; done: (email: string) => void }) => {
  const t = useWords('staff');
  const { post, put } = useFetchClient();
  const notifyProblem = useNotifyProblem();
  const { defaultLanguage } = useClinic();
  const [person, setPerson] = useState({ firstname: '', lastname: '', email: '' });
  const [language, setLanguage] = useState(defaultLanguage);
  const [roles, setRoles] = useState<number[]>([]);
  const [chosen, setChosen] = useState<string[]>([]);
  const { loaded } = useStaffPlaces();
  const places = loaded.state === 'ready' ? loaded.data.meta.places : [];
  const several = places.length > 1;
  const write = (name: keyof typeof person) => (value: string) =>
    setPerson((before) => ({ ...before, [name]: value }));
  const { general, problem, errorOf, submit } = useSending(
    () => ({
      firstname: person.firstname.trim() === '' ? t('needed') : undefined,
      email: /^\S+@\S+\.\S+$/.test(person.email.trim()) ? undefined : t('email.needed'),
      roles: roles.length === 0 ? t('roles.needed') : undefined,
      places: several && chosen.length === 0 ? t('places.needed') : undefined,
    }),
    async () => {
      const email = person.email.trim().toLowerCase();
      const invitation = { ...person, email, roles, preferedLanguage: language };
      const { data } = await post<{ data: { id: number } }>('/admin/users', invitation);
      // They are invited by now: what fails here is said, and made good on their page.
      if (several)
        await put(`/access/staff-places/${data.data.id}`, orderOf(chosen)).catch(notifyProblem);
      done(email);
    },
  );
  const taken = problem?.message === 'Email already taken';
  return (
    <form id={id} onSubmit={submit} noValidate>
      <Flex direction="column" alignItems="stretch" gap={5}>
        <Typography>{t('invite.what')}</Typography>
        {general && !taken && <Notice danger>{general}</Notice>}
        <LineField
          label={t('firstname')}
          name="firstname"
          value={person.firstname}
          onChange={write('firstname')}
          error={errorOf('firstname')}
        />
        <LineField
          label={t('lastname')}
          name="lastname"
          required={false}
          value={person.lastname}
          onChange={write('lastname')}
        />
        <LineField
          label={t('email')}
          name="email"
          type="email"
          value={person.email}
          onChange={write('email')}
          error={taken ? t('email.taken') : errorOf('email')}
        />
        <LanguageChoice
          label={t('language')}
          hint={t('language.hint')}
          value={language}
          onChange={setLanguage}
        />
        <RoleChoice chosen={roles} onChange={setRoles} error={errorOf('roles')} />
        {several && (
          <PlaceChoice
            places={places}
            chosen={chosen}
            onChange={setChosen}
            error={errorOf('places')}
          />
        )}
      </Flex>
    </form>
  );
};

/** Adds a person to the clinic's staff; the mail with their link leaves by itself. */
export const InviteDialog = ({ done }: { done: () => Promise<void> }) => {
  const t = useWords('staff');
  const { toggleNotification } = useNotification();
  const form = useId();
  const [open, setOpen] = useState(false);
  const invited = (email: string) => {
    setOpen(false);
    toggleNotification({ type: 'success', message: t('invite.sent', { email }) });
    void done();
  };
  return (
    <Modal.Root open={open} onOpenChange={setOpen}>
      <Modal.Trigger>
        <Button startIcon={<Mail />}>{t('invite')}</Button>
      </Modal.Trigger>
      <Modal.Content aria-describedby={undefined}>
        <Modal.Header closeLabel={t('cancel')}>
          <Modal.Title>{t('invite')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Form id={form} done={invited} />
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={() => setOpen(false)}>
            {t('cancel')}
          </Button>
          <Button type="submit" form={form}>
            {t('invite.send')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
