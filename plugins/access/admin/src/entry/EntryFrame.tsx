import { Button, Flex, Main, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { styled } from 'styled-components';
import { readable } from '../brand/colour.ts';
import { toothMark } from '../brand/mark.ts';
import { useClinic } from '../kit/clinic.ts';
import { useIntl } from '../kit/intl.ts';

const Ground = styled.div`
  min-height: 100dvh;
  padding: 1.6rem 1.6rem 4.8rem;
  background: ${({ theme }) => theme.colors.neutral100};

  header {
    display: flex;
    justify-content: flex-end;
    min-height: 4rem;
  }
  main {
    max-width: 48rem;
    margin: 2.4rem auto 0;
  }
  .card {
    padding: 4rem;
    border-radius: 12px;
    background: ${({ theme }) => theme.colors.neutral0};
    box-shadow: ${({ theme }) => theme.shadows.tableShadow};
  }
  .logo {
    max-width: 20rem;
    height: 6.4rem;
    object-fit: contain;
  }
  a {
    padding-block: 0.8rem;
    font-size: 1.4rem;
    color: ${({ theme }) => theme.colors.primary600};
  }
  @media (max-width: 40em) {
    .card {
      padding: 2.4rem;
    }
  }
`;

const languageKey = 'strapi-admin-language';
const others: Record<string, { code: string; name: string }> = {
  en: { code: 'ro', name: 'Română' },
  ro: { code: 'en', name: 'English' },
};

const OtherLanguage = () => {
  const { locale } = useIntl();
  const other = others[locale] ?? { code: 'en', name: 'English' };
  const change = () => {
    localStorage.setItem(languageKey, other.code);
    location.reload();
  };
  return (
    <Button variant="ghost" lang={other.code} onClick={change}>
      {other.name}
    </Button>
  );
};

interface Properties {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
  /** Below the card. */
  readonly foot?: ReactNode;
}

/** A page for those who are not signed in, under the clinic's own mark. */
export const EntryFrame = ({ title, lead, children, foot }: Properties) => {
  const { name, logo, primaryColor } = useClinic();
  useEffect(() => {
    document.title = title === name ? name : `${title} | ${name}`;
  }, [title, name]);
  return (
    <Ground>
      <header>
        <OtherLanguage />
      </header>
      <Main labelledBy="entry-title">
        <div className="card">
          <Flex direction="column" alignItems="stretch" gap={6}>
            <Flex direction="column" gap={3}>
              <img
                className="logo"
                alt=""
                src={logo ?? toothMark(readable(primaryColor, ['#ffffff'], '#000000', 4.5))}
              />
              <Typography variant="alpha" tag="h1" id="entry-title" textAlign="center">
                {title}
              </Typography>
              {lead && (
                <Typography textColor="neutral600" textAlign="center" variant="epsilon">
                  {lead}
                </Typography>
              )}
            </Flex>
            {children}
          </Flex>
        </div>
        {foot && (
          <Flex justifyContent="center" paddingTop={4}>
            {foot}
          </Flex>
        )}
      </Main>
    </Ground>
  );
};
