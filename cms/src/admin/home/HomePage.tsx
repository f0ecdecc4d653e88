import { useClinic, useFormats, useWords } from '@enamel/access/admin';
import { Typography } from '@strapi/design-system';
import { Layouts, Page, useAuth, useStrapiApp } from '@strapi/strapi/admin';
import { useMemo } from 'react';
import { styled } from 'styled-components';
import { HomeWidget } from './HomeWidget.tsx';

const Widgets = styled.div`
  display: grid;
  grid-template-columns: repeat(2, minmax(0, 1fr));
  gap: 2.4rem;
  align-items: start;
  & > :first-child {
    grid-column: 1 / -1;
  }
  @media (max-width: 64rem) {
    grid-template-columns: minmax(0, 1fr);
  }
`;

const theirs = /^plugin::(admin|content-manager|content-releases|upload|content-type-builder)\./;
const first = 'plugin::scheduling.today';

const greeting = (hour: number): string => {
  if (hour < 12) return 'morning';
  return hour < 18 ? 'afternoon' : 'evening';
};

/** The home page is the day: the clinic's own widgets, the visits of today first. */
export const HomePage = () => {
  const t = useWords('enamel');
  const { name } = useClinic();
  const { day, time } = useFormats();
  const user = useAuth('HomePage', (state) => state.user);
  const all = useStrapiApp('HomePage', (state) => state.widgets.getAll);
  const widgets = useMemo(
    () =>
      all()
        .filter(({ uid }) => !theirs.test(uid))
        .sort((a, b) => Number(b.uid === first) - Number(a.uid === first)),
    [all],
  );
  const now = new Date();
  const hour = Number(time(now).slice(0, 2));
  return (
    <Page.Main>
      <Page.Title>{t('today')}</Page.Title>
      <Layouts.Header
        title={t(`good.${greeting(hour)}`, { name: user?.firstname ?? '' })}
        subtitle={`${day(now)} · ${name}`}
      />
      <Layouts.Content>
        <Widgets>
          {widgets.map((widget) => (
            <HomeWidget key={widget.uid} widget={widget} />
          ))}
        </Widgets>
        {widgets.length === 0 && <Typography>{t('nothing')}</Typography>}
      </Layouts.Content>
    </Page.Main>
  );
};
