import { Typography } from '@strapi/design-system';
import { Lock, Trash } from '@strapi/icons';
import { styled } from 'styled-components';
import type { ErasurePreview as Preview } from '../../../../audit/shared/index.ts';
import { DataTable, folded, StateBadge, useFormats, useIntl, useWords } from '../kit/index.ts';

const Fates = styled(DataTable)`
  @media (max-width: 40rem) {
    ${folded}
  }
`;

/** What an erasure would do today: what goes, and what stays until when. */
export const ErasurePreview = ({ preview }: { preview: Preview }) => {
  const t = useWords('privacy');
  const { locale } = useIntl();
  const { plainDate } = useFormats();
  const held = preview.sections.filter(({ count }) => count > 0);
  return (
    <section aria-labelledby="preview">
      <Typography variant="delta" fontWeight="semiBold" tag="h2" id="preview">
        {t('preview')}
      </Typography>
      <Typography
        textColor="neutral600"
        tag="p"
        style={{ maxWidth: '72ch', margin: '0.4rem 0 1.2rem' }}
      >
        {t('preview.hint')}
      </Typography>
      <Fates
        caption={t('preview')}
        columns={[t('section'), { label: t('records'), className: 'amount' }, t('outcome')]}
      >
        {held.map(({ name, title, count, until }) => (
          <tr key={name}>
            <td>{title[locale === 'ro' ? 'ro' : 'en']}</td>
            <td className="amount">{count}</td>
            <td>
              {until === null ? (
                <StateBadge icon={Trash} tone="danger">
                  {t('goes')}
                </StateBadge>
              ) : (
                <StateBadge icon={Lock} tone="warning">
                  {t('stays', { date: plainDate(until) })}
                </StateBadge>
              )}
            </td>
          </tr>
        ))}
      </Fates>
    </section>
  );
};
