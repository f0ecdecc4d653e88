import { useMay, useWords } from '@enamel/access/admin';
import { Link } from 'react-router-dom';
import { permissions } from '../../../shared/permissions.ts';

const gone = new Set(['cancelled', 'no-show']);

/** From a visit that gave its time back to those who could take it. */
export const FillLink = ({ visit, status }: { visit: string; status: string }) => {
  const t = useWords('waitlist');
  const may = useMay();
  if (!gone.has(status) || !may(permissions.waitList)) return null;
  return (
    <Link to={`/plugins/scheduling/wait-list/gaps?appointment=${visit}`}>{t('gap.show')}</Link>
  );
};
