import { Typography } from '@strapi/design-system';
import { CheckCircle, Clock, Cross, Lock } from '@strapi/icons';
import type { StaffMember } from '../../../shared/staff.ts';
import { useFormats } from '../kit/formats.ts';
import { type Looks, StateBadge } from '../kit/StateBadge.tsx';
import { useWords } from '../kit/translations.ts';

const looks: Looks<StaffMember['state']> = {
  active: { icon: CheckCircle, tone: 'success' },
  invited: { icon: Clock, tone: 'primary' },
  lapsed: { icon: Cross, tone: 'warning' },
  blocked: { icon: Lock, tone: 'neutral' },
};

/** Whether somebody can sign in, and what their invitation waits for. */
export const MemberState = ({ member: { state, invitation } }: { member: StaffMember }) => {
  const t = useWords('staff');
  const { moment } = useFormats();
  const about = () => {
    if (!invitation) return undefined;
    if (!invitation.sentAt) return t('invitation.leaving');
    return (
      invitation.expiresAt && t(`invitation.${state}`, { moment: moment(invitation.expiresAt) })
    );
  };
  return (
    <>
      <StateBadge {...looks[state]}>{t(`state.${state}`)}</StateBadge>
      {invitation && (
        <Typography variant="pi" textColor="neutral600" tag="div">
          {about()}
        </Typography>
      )}
    </>
  );
};
