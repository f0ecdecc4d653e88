import { EmptyState, ProblemMessage, Skeleton, useIntl, useWords } from '@enamel/access/admin';
import { Button, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { Clock, Plus } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router-dom';
import { house } from '../../../shared/hours.ts';
import { Holidays } from './Holidays.tsx';
import { HoursFrame } from './HoursFrame.ts';
import { OneDay } from './OneDay.tsx';
import { SaveHours } from './SaveHours.tsx';
import { StrandedDialog } from './StrandedDialog.tsx';
import { TimeOffList } from './TimeOffList.tsx';
import { useHours } from './useHours.ts';
import { WeekCard } from './WeekCard.tsx';
import { isOneDay, type WeekPlan, weekdayOf } from './week.ts';

const emptyDays = ['', '', '', '', '', '', ''];

/** A practitioner's week, single days and time off; with the permission everybody's, and the house's. */
export const HoursDesk = () => {
  const t = useWords('desk');
  const { locale } = useIntl();
  const [address, setAddress] = useSearchParams();
  const state = useHours(address.get('whose') ?? '');
  const { loaded, stored, draft, change, busy } = state;
  useEffect(() => {
    if (stored) document.getElementById(window.location.hash.slice(1))?.scrollIntoView();
  }, [stored]);
  const person = stored?.people.find(({ documentId }) => documentId === stored.whose);
  const ofHouse = stored?.whose === house;
  const plans = draft?.plans ?? [];
  const replace = (plan: WeekPlan, next?: WeekPlan) =>
    change({ plans: plans.flatMap((one) => (one.key === plan.key ? (next ?? []) : one)) });
  const places =
    stored?.places.filter(
      ({ documentId, active }) =>
        active && (ofHouse || !person?.locations.length || person.locations.includes(documentId)),
    ) ?? [];
  const add = (more: Partial<WeekPlan>) =>
    change({
      plans: [
        ...plans,
        {
          key: `new ${plans.length} ${Date.now()}`,
          location: places[0]?.documentId ?? '',
          weeks: 'every',
          validFrom: null,
          validUntil: null,
          available: true,
          instead: false,
          days: emptyDays,
          ...more,
        },
      ],
    });
  const addDay = (date: string, location?: string) => {
    const usual = plans.find(({ instead, available }) => available && !instead)?.days ?? emptyDays;
    add({
      ...(location ? { location } : {}),
      instead: true,
      validFrom: date,
      validUntil: date,
      days: emptyDays.map((_, index) =>
        index + 1 === weekdayOf(date) ? usual[index] || '09:00–17:00' : '',
      ),
    });
  };
  return (
    <Page.Main>
      <Page.Title>{t('hours')}</Page.Title>
      <Layouts.Header
        title={t('hours')}
        subtitle={ofHouse ? t('hours.house.hint') : t('hours.hint')}
        primaryAction={draft && <SaveHours state={state} />}
      />
      <Layouts.Content>
        {loaded.state === 'loading' && <Skeleton lines={8} />}
        {loaded.state === 'failed' && (
          <ProblemMessage error={loaded.error} retry={() => void loaded.reload()} />
        )}
        {stored && stored.whose === null && (
          <EmptyState
            icon={<Clock width="32" height="32" aria-hidden />}
            title={t('hours.nobody')}
            hint={t('hours.nobody.hint')}
          />
        )}
        {stored?.whose && draft && (
          <HoursFrame>
            {stored.all && (
              <div className="who">
                <SingleSelect
                  aria-label={t('hours.whose')}
                  value={stored.whose}
                  onChange={(whose) => setAddress({ whose: String(whose) })}
                >
                  {stored.people.map(({ documentId, name }) => (
                    <SingleSelectOption key={documentId} value={documentId}>
                      {name}
                    </SingleSelectOption>
                  ))}
                  <SingleSelectOption value={house}>{t('hours.house')}</SingleSelectOption>
                </SingleSelect>
                {person && !person.account && <p>{t('hours.no-account')}</p>}
              </div>
            )}
            {!ofHouse && (
              <>
                <section aria-labelledby="hours-week">
                  <h2 id="hours-week">{t('hours.week')}</h2>
                  <p>{t('hours.week.hint')}</p>
                  {plans
                    .filter((plan) => !isOneDay(plan))
                    .map((plan) => (
                      <WeekCard
                        key={plan.key}
                        plan={plan}
                        places={places}
                        onChange={(next) => replace(plan, next)}
                        onRemove={() => replace(plan)}
                      />
                    ))}
                  <Button variant="tertiary" startIcon={<Plus />} onClick={() => add({})}>
                    {t('hours.week.add')}
                  </Button>
                </section>
                <section aria-labelledby="hours-days">
                  <h2 id="hours-days">{t('hours.days')}</h2>
                  <p>{t('hours.days.hint')}</p>
                  {plans.filter(isOneDay).map((plan) => (
                    <OneDay
                      key={plan.key}
                      plan={plan}
                      places={places}
                      onChange={(next) => replace(plan, next)}
                      onRemove={() => replace(plan)}
                    />
                  ))}
                  <Button
                    variant="tertiary"
                    startIcon={<Plus />}
                    onClick={() => addDay(stored.today)}
                  >
                    {t('hours.days.add')}
                  </Button>
                </section>
              </>
            )}
            <TimeOffList
              ofHouse={ofHouse}
              timeOff={draft.timeOff}
              today={stored.today}
              places={stored.places.filter(({ active }) => active)}
              wholeHouse={stored.wholeHouse}
              onChange={(timeOff) => change({ timeOff })}
            />
            <Holidays
              places={places}
              language={locale === 'ro' ? 'ro' : 'en'}
              opened={plans.filter(isOneDay)}
              onOpen={ofHouse ? undefined : addDay}
            />
          </HoursFrame>
        )}
      </Layouts.Content>
      {state.stranded && (
        <StrandedDialog
          visits={state.stranded}
          busy={busy}
          onSave={(accepted) => void state.write(accepted)}
          onClose={() => state.setStranded(undefined)}
        />
      )}
    </Page.Main>
  );
};
