import { Flex, LinkButton } from '@strapi/design-system';
import { User } from '@strapi/icons';
import { Page } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';
import { scopePermissions } from '../../../shared/scope-permissions.ts';
import { EmptyState, useMay, useWords } from '../kit/index.ts';
import { OpenRecord } from '../scope/OpenRecord.tsx';

/** For an id that nobody has and for a record out of scope alike: the ways to see more. */
export const NoSuchPatient = ({ reload }: { reload: () => void }) => {
  const t = useWords('access');
  const may = useMay();
  const bound = !may(scopePermissions.assign);
  const title = t('problem.PATIENT_NOT_FOUND');
  return (
    <>
      <Page.Title>{title}</Page.Title>
      <EmptyState
        icon={<User width="32" height="32" aria-hidden />}
        title={title}
        hint={t(bound ? 'patient.unknown.bound' : 'patient.unknown')}
        action={
          <Flex gap={2} wrap="wrap" justifyContent="center">
            {bound && (
              <LinkButton tag={Link} to="/plugins/access/scope" variant="secondary">
                {t('ask-for-place')}
              </LinkButton>
            )}
            {may(scopePermissions.open) && <OpenRecord opened={reload} />}
          </Flex>
        }
      />
    </>
  );
};
