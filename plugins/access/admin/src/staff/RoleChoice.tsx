import { Checkbox, Field, Flex, Typography } from '@strapi/design-system';
import { useAuth } from '@strapi/strapi/admin';
import { Skeleton } from '../kit/Skeleton.tsx';
import { useWords } from '../kit/translations.ts';
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
  const toggle = (id: number, on: boolean) =>
    onChange(on ? [...chosen, id] : chosen.filter((one) => one !== id));
  return (
    <Field.Root name="roles" required error={error ?? false}>
      <Typography variant="pi" fontWeight="bold" tag="span" id="roles-label">
        {t('roles')}
      </Typography>
      {roles.state === 'ready' ? (
        <Flex
          direction="column"
          alignItems="flex-start"
          gap={2}
          role="group"
          aria-labelledby="roles-label"
        >
          {roles.data.map(({ id, code, name }) => (
            <Checkbox
              key={id}
              name="roles"
              disabled={disabled || !mayGive(code)}
              checked={chosen.includes(id)}
              onCheckedChange={(on: boolean | 'indeterminate') => toggle(id, on === true)}
            >
              {name}
            </Checkbox>
          ))}
        </Flex>
      ) : (
        <Skeleton lines={4} />
      )}
      <Field.Error />
    </Field.Root>
  );
};
