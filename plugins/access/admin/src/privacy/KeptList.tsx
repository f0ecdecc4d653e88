import { Typography } from '@strapi/design-system';
import { Lock } from '@strapi/icons';
import type { KeptSection } from '../../../../audit/shared/index.ts';
import { StateBadge, useFormats, useIntl, useWords } from '../kit/index.ts';
import { Line, Lines } from './Lines.tsx';

/** What the law keeps of an erased patient. */
export const KeptList = ({ kept }: { kept: readonly KeptSection[] }) => {
  const t = useWords('privacy');
  const { locale } = useIntl();
  const { plainDate } = useFormats();
  return (
    <section aria-labelledby="kept">
      <Typography variant="delta" fontWeight="semiBold" tag="h2" id="kept">
        {t('kept')}
      </Typography>
      <Typography textColor="neutral600" tag="p" style={{ margin: '0.4rem 0 1.2rem' }}>
        {kept.length > 0 ? t('kept.hint') : t('kept.none')}
      </Typography>
      {kept.length > 0 && (
        <Lines>
          {kept.map(({ name, title, until }) => (
            <Line key={name}>
              <div>{title[locale === 'ro' ? 'ro' : 'en']}</div>
              <StateBadge icon={Lock} tone="warning">
                {t('stays', { date: plainDate(until) })}
              </StateBadge>
            </Line>
          ))}
        </Lines>
      )}
    </section>
  );
};
