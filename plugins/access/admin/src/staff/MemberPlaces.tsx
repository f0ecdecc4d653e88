import { ProblemMessage } from '../kit/problems.tsx';
import { useWords } from '../kit/translations.ts';
import { useStaffPlaces } from '../scope/useStaffPlaces.ts';
import { WorksAt } from '../scope/WorksAt.tsx';
import { Card } from './Card.tsx';

/** Where a member of staff works, for who may say so; a clinic of one location has nothing to say. */
export const MemberPlaces = ({ id }: { id: number }) => {
  const t = useWords('scope');
  const { loaded, save } = useStaffPlaces();
  if (loaded.state === 'failed')
    return <ProblemMessage error={loaded.error} retry={() => void loaded.reload()} />;
  if (loaded.state === 'loading') return null;
  const { data, meta } = loaded.data;
  const person = data.find((one) => one.id === id);
  if (!person || meta.places.length < 2) return null;
  return (
    <Card title={t('staff.where')} hint={t('staff.member.hint')}>
      <WorksAt person={person} places={meta.places} save={save} />
    </Card>
  );
};
