import { Button, Flex } from '@strapi/design-system';
import { Check, Clock, WarningCircle } from '@strapi/icons';
import { Link } from 'react-router-dom';
import type { Housemate, Relation } from '../../../shared/family.ts';
import { ageOn, localDate, StateBadge, useClinic, useFormats, useWords } from '../kit/index.ts';

interface Properties {
  /** A relation, or somebody who only shares something. */
  readonly of: Relation | Housemate;
  readonly busy: boolean;
  readonly onRemove?: (() => void) | undefined;
  readonly onConfirm?: (() => void) | undefined;
  readonly onAdd?: (() => void) | undefined;
}

const Standing = ({ relation }: { relation: Relation }) => {
  const t = useWords('family');
  if (!relation.confirmed)
    return (
      <StateBadge icon={Clock} tone="warning">
        {t('unconfirmed')}
      </StateBadge>
    );
  if (!relation.holds)
    return (
      <StateBadge icon={WarningCircle} tone="neutral">
        {t('over')}
      </StateBadge>
    );
  return (
    <StateBadge icon={Check} tone="success">
      {t('stands')}
    </StateBadge>
  );
};

export const RelationRow = ({ of, busy, onRemove, onConfirm, onAdd }: Properties) => {
  const t = useWords('family');
  const { plainDate } = useFormats();
  const { zone } = useClinic();
  const relation = 'relative' in of ? of : undefined;
  const person = 'relative' in of ? of.relative : of;
  const name = `${person.firstName} ${person.lastName}`;
  const says = relation
    ? [
        t(`kind.${relation.kind}`),
        relation.mayBook && t('may-book'),
        relation.until && t('until', { date: plainDate(relation.until) }),
      ]
    : (of as Housemate).shares.map((what) => t(`shares.${what}`));
  const acts = relation?.kind !== 'payer' && relation?.kind !== 'paid-for';
  return (
    <li>
      <span>
        <Link to={`/plugins/access/patients/${person.documentId}`}>{name}</Link>
        {person.dateOfBirth && (
          <small>
            {t('years', { age: ageOn(person.dateOfBirth, localDate(new Date(), zone)) })} ·{' '}
            {plainDate(person.dateOfBirth)}
          </small>
        )}
      </span>
      <Flex gap={3} wrap="wrap">
        <span>{says.filter(Boolean).join(' · ')}</span>
        {relation && acts && <Standing relation={relation} />}
      </Flex>
      <Flex gap={2} wrap="wrap">
        {relation && !relation.confirmed && onConfirm && (
          <Button
            variant="secondary"
            size="S"
            disabled={busy}
            aria-label={t('confirm.name', { name })}
            onClick={onConfirm}
          >
            {t('confirm')}
          </Button>
        )}
        {relation && relation.kind !== 'paid-for' && onRemove && (
          <Button
            variant="tertiary"
            size="S"
            disabled={busy}
            aria-label={t('remove.name', { name })}
            onClick={onRemove}
          >
            {t('remove')}
          </Button>
        )}
        {onAdd && (
          <Button
            variant="tertiary"
            size="S"
            aria-label={t('relate.name', { name })}
            onClick={onAdd}
          >
            {t('relate')}
          </Button>
        )}
      </Flex>
    </li>
  );
};
