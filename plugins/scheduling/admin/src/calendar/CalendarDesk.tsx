import { ProblemMessage, Skeleton, useMay, useWords } from '@enamel/access/admin';
import { Page, useMediaQuery } from '@strapi/strapi/admin';
import { useId } from 'react';
import type { CalendarAppointment } from '../../../shared/calendar.ts';
import { permissions } from '../../../shared/permissions.ts';
import { useAddress } from './address.ts';
import { Agenda } from './board/Agenda.tsx';
import { Board } from './board/Board.tsx';
import { MonthBoard } from './board/MonthBoard.tsx';
import type { Place } from './board/properties.ts';
import { useBookAt } from './book/useBookAt.ts';
import { useBookFor } from './book/useBookFor.ts';
import { useChanges } from './change/useChanges.ts';
import { DeskDialogs } from './DeskDialogs.tsx';
import { Boards, DeskFrame } from './DeskFrame.tsx';
import { useDeskKeys } from './keys/useDeskKeys.ts';
import { Filters, WhoFilter } from './toolbar/Filters.tsx';
import { MoreMenu } from './toolbar/MoreMenu.tsx';
import { NoticeBar } from './toolbar/NoticeBar.tsx';
import { noticeOf } from './toolbar/notice.ts';
import { PhoneToolbar } from './toolbar/PhoneToolbar.tsx';
import { Toolbar } from './toolbar/Toolbar.tsx';
import { useTitle } from './toolbar/useTitle.ts';
import { useCalendar } from './useCalendar.ts';
import { useDeskDialogs } from './useDeskDialogs.ts';
import { useNativeScheme } from './useNativeScheme.ts';
import { stepped } from './views.ts';
import { useCard } from './visit/useCard.ts';
import { useSayVisit } from './visit/useSayVisit.ts';
import { VisitCard } from './visit/VisitCard.tsx';
import { VisitPanel } from './visit/VisitPanel.tsx';
import { instantOf } from './zoned.ts';

/** The calendar of one location: look, book, move, and follow visits through the day. */
export const CalendarDesk = () => {
  const t = useWords('scheduling');
  const may = useMay();
  useNativeScheme();
  const narrow = useMediaQuery('(max-width: 768px)');
  const { address, go } = useAddress();
  const calendar = useCalendar(address, go, narrow);
  const { loaded, reload, sheet, ready, month, view, today, date, who, isShown } = calendar;
  const { resources, stale } = calendar;
  const shown = { sheet, address, go };
  const say = useSayVisit(sheet);
  const title = useTitle(view, date, narrow);
  const mayBook = may(permissions.book);
  const mayChange = may(permissions.change);
  const changes = useChanges(reload, sheet?.zone);
  const dialogs = useDeskDialogs(date, today, address.by, who);
  const { card, hide, hold, watch } = useCard(sheet);
  const cardId = useId();
  const find = (id: string | undefined) =>
    sheet?.appointments.find(({ documentId }) => documentId === id);
  const visit = find(address.visit);
  const carded = find(card?.visit);
  useBookFor(address.book, (patient) => {
    dialogs.setDraft({ date, patient });
    go({ book: '' });
  });

  useBookAt(address, (draft) => {
    dialogs.setDraft(draft);
    go({ at: '', visitType: '', practitioner: '' });
  });

  const step = (direction: -1 | 1) => go({ date: stepped(view, date, direction) });
  const keyed = { sheet, address, mayBook, mayChange, dialogs, changes, go, step };
  const { shortcuts, onVisit } = useDeskKeys(keyed);

  const Tools = narrow ? PhoneToolbar : Toolbar;
  const onNextFree = mayBook ? () => dialogs.setSeeking(true) : undefined;
  const notice =
    sheet && ready && view !== 'month'
      ? noticeOf(sheet, { by: address.by, who }, isShown)
      : undefined;

  const drop = (moved: CalendarAppointment, { wall, column }: Place, putBack: () => void) => {
    if (!sheet) return;
    const start = instantOf(wall, sheet.zone);
    void changes.move(moved, { start, ...(column ? { [address.by]: column } : {}) }, putBack);
  };
  const open = ({ documentId }: CalendarAppointment) => {
    hide();
    go({ visit: documentId });
  };

  return (
    <Page.Main>
      <Page.Title>{`${t('calendar')} · ${title}`}</Page.Title>
      <DeskFrame>
        <Tools
          title={title}
          address={address}
          view={view}
          date={date}
          who={<WhoFilter {...shown} who={who} single={narrow && view === 'day'} />}
          filters={<Filters {...shown} {...resources} />}
          go={go}
          step={step}
          onBook={mayBook ? dialogs.book : undefined}
          onNextFree={onNextFree}
          more={
            <MoreMenu
              date={date}
              location={sheet?.location ?? ''}
              practitioner={address.by === 'practitioner' ? address.who : ''}
              onHelp={narrow ? undefined : () => dialogs.setHelp(true)}
              onToday={narrow ? () => go({ date: '' }) : undefined}
              onNextFree={narrow ? onNextFree : undefined}
            />
          }
        />
        {loaded.state === 'failed' && (
          <ProblemMessage error={loaded.error} retry={() => void reload()} />
        )}
        {loaded.state !== 'failed' && !(view === 'month' ? month : ready) && <Skeleton lines={8} />}
        {sheet && notice && (
          <NoticeBar notice={notice} sheet={sheet} go={go} onNextFree={onNextFree} />
        )}
        <Boards data-stale={stale} onKeyDown={onVisit} {...watch}>
          {view === 'month' && month && (
            <MonthBoard
              month={month}
              shown={date.slice(0, 7)}
              label={t('calendar')}
              onDate={(chosen) => go({ view: 'day', date: chosen })}
            />
          )}
          {view === 'agenda' && sheet && ready && (
            <Agenda
              sheet={sheet}
              by={address.by}
              who={who}
              isShown={isShown}
              chosen={visit?.documentId}
              label={t('calendar')}
              onVisit={open}
            />
          )}
          {(view === 'day' || view === 'week') && sheet && ready && (
            <Board
              sheet={sheet}
              by={address.by}
              who={who}
              mayMove={mayChange}
              chosen={visit?.documentId}
              label={t('calendar')}
              isShown={isShown}
              sayVisit={say.unseen}
              sayOff={say.off}
              sayClash={say.clash}
              sayFree={t('clash.none')}
              onVisit={open}
              onFree={(place) => mayBook && dialogs.bookAt(place)}
              onGrab={hide}
              onDrop={drop}
              onResize={(resized, duration, putBack) =>
                void changes.move(resized, { duration }, putBack)
              }
            />
          )}
          {sheet && visit && (
            <VisitPanel
              sheet={sheet}
              visit={visit}
              busy={changes.busy}
              onStatus={(to) => void changes.status(visit, to)}
              onMove={() =>
                changes.setMoving({ visit, scope: 'one', wanted: undefined, problem: undefined })
              }
              onCancel={() => dialogs.setCancelling(visit)}
              onClose={() => go({ visit: '' })}
            />
          )}
        </Boards>
      </DeskFrame>
      {sheet && card && carded && (
        <VisitCard id={cardId} sheet={sheet} visit={carded} block={card.block} hold={hold} />
      )}
      <DeskDialogs
        sheet={sheet}
        address={address}
        who={who}
        types={resources.appointmentTypes}
        dialogs={dialogs}
        changes={changes}
        shortcuts={shortcuts}
        describe={say.describe}
        go={go}
      />
    </Page.Main>
  );
};
