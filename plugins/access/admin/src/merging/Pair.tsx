import { Button, Flex, LinkButton } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import type { DuplicatePair, PairPatient } from '../../../shared/merging.ts';
import { StateBadge, useFormats, useMay, useWords } from '../kit/index.ts';

const Card = styled.li`
  display: grid;
  gap: 1.6rem;
  padding: 1.6rem 2rem;
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: 8px;
  & + & {
    margin-block-start: 1.6rem;
  }
`;

const Sides = styled.div`
  display: grid;
  grid-template-columns: repeat(2, minmax(0, 1fr));
  gap: 1.6rem;
  font-size: 1.4rem;
  font-variant-numeric: tabular-nums;
  color: ${({ theme }) => theme.colors.neutral600};
  a {
    font-weight: 600;
    color: ${({ theme }) => theme.colors.primary700};
  }
  li {
    overflow-wrap: anywhere;
  }
  @media (max-width: 34rem) {
    grid-template-columns: minmax(0, 1fr);
  }
`;

const Side = ({ patient }: { patient: PairPatient }) => {
  const t = useWords('merging');
  const { plainDate, date } = useFormats();
  const { dateOfBirth, mobileNumber, email, visits, since, account, unconfirmed } = patient;
  return (
    <ul>
      <li>
        <Link to={`/plugins/access/patients/${patient.documentId}`}>
          {patient.lastName} {patient.firstName}
        </Link>
      </li>
      {dateOfBirth && <li>{plainDate(dateOfBirth)}</li>}
      {mobileNumber && <li>{mobileNumber}</li>}
      {email && <li>{email}</li>}
      <li>
        {t('visits', { visits })} · {t('since', { date: date(since) })}
        {account && ` · ${t(unconfirmed ? 'account.unconfirmed' : 'account')}`}
      </li>
    </ul>
  );
};

/** Whose record holds more stays unless somebody chooses otherwise. */
const inOrder = ({ one, other }: DuplicatePair): [PairPatient, PairPatient] => {
  const worth = ({ account, unconfirmed, visits }: PairPatient) =>
    (account && !unconfirmed ? 1e6 : 0) + visits;
  return worth(other) > worth(one) ? [other, one] : [one, other];
};

interface Properties {
  readonly pair: DuplicatePair;
  readonly busy: boolean;
  readonly onApart: () => void;
}

export const Pair = ({ pair, busy, onApart }: Properties) => {
  const t = useWords('merging');
  const may = useMay();
  const [winner, loser] = inOrder(pair);
  return (
    <Card>
      <Flex gap={2} wrap="wrap">
        {pair.reasons.map((reason) => (
          <StateBadge key={reason} icon={Check} tone="neutral">
            {t(`reason.${reason}`)}
          </StateBadge>
        ))}
      </Flex>
      <Sides>
        <Side patient={winner} />
        <Side patient={loser} />
      </Sides>
      {may('plugin::access.patients.merge') && (
        <Flex gap={3} wrap="wrap">
          <LinkButton
            tag={Link}
            to={`/plugins/access/patients/duplicates/${winner.documentId}/${loser.documentId}`}
            variant="secondary"
            size="M"
          >
            {t('compare')}
          </LinkButton>
          <Button variant="tertiary" size="M" disabled={busy} onClick={onApart}>
            {t('apart')}
          </Button>
        </Flex>
      )}
    </Card>
  );
};
