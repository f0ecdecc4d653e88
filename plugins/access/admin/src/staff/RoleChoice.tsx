import { useAuth } from '@strapi/strapi/admin';
import { Skeleton } from '../kit/Skeleton.tsx';
import { useWords } from '../kit/translations.ts';
import { Choices } from './Choices.tsx';
import { useRoles } from './roles.ts';

/** Given by super admins alone. */
const superAdmin = 'strapi-super-admin';

interface Properties {
  readonly chosen: readonly number[];
  readonly onChange: (chosen: number[]) => void;
  readonly error?: string | undefined;
  readonly disabled?: boolean;
}

/** What a member of staff works as; one or several. */
export const RoleChoice = ({ chosen, onChange, error, disabled = false }: Properties) => {
  const t = useWords('staff');
  const roles = useRoles();
  const own = useAuth('RoleChoice', ({ user }) => user?.roles ?? []);
  const mayGive = (code: string) =>
    code !== superAdmin || own.some((role) => role.code === superAdmin);
  if (roles.state !== 'ready') return <Skeleton lines={4} />;
  return (
    <Choices
      name="roles"
      label={t('roles')}
      options={roles.data.map(({ id, code, name }) => ({
        value: id,
        label: name,
        disabled: disabled || !mayGive(code),
      }))}
      chosen={chosen}
      onChange={onChange}
      error={error}
    />
  );
};
