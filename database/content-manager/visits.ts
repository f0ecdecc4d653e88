import * as help from './help.ts';
import type { View } from './view.ts';

export const visits: Readonly<Record<string, View>> = {
  'appointment-type': {
    name: 'name',
    sort: ['position', 'ASC'],
    pageSize: 20,
    list: ['name', 'category', 'duration', 'price', 'color', 'onlineBookable', 'active'],
    form: [
      [
        ['name', 8],
        ['category', 4],
      ],
      [['description', 12]],
      [
        ['price', 4],
        ['duration', 4],
        ['color', 4],
      ],
      [
        ['onlineBookable', 4],
        ['active', 4],
        ['position', 4],
      ],
      [['translations', 12]],
      [['practitioners', 12]],
      [
        ['chairKind', 4],
        ['bufferBefore', 4],
        ['bufferAfter', 4],
      ],
      [['segments', 12]],
      [['equipmentKinds', 12]],
      [
        ['slotStep', 4],
        ['leadTimeMinutes', 4],
        ['horizonDays', 4],
      ],
      [
        ['cancellationWindowHours', 6],
        ['lateCancellation', 6],
      ],
    ],
    labels: { practitioners: 'Performed by' },
    help: {
      price: help.minorUnits,
      duration: 'How long practitioner and chair are taken.',
      color: `In the calendar. ${help.color}`,
      onlineBookable: 'On: patients book it themselves on the portal.',
      active: 'Off: nobody can book it. Past visits stay.',
      translations: 'Name and description in the other languages of the clinic.',
      practitioners: 'Only they are offered for it.',
      chairKind: 'Any: every chair of the location will do.',
      bufferBefore: 'Time to prepare, not shown to the patient.',
      bufferAfter: 'Time to clean up, not shown to the patient.',
      slotStep: 'Times are offered on this grid.',
      leadTimeMinutes: 'Patients cannot book later than this.',
      horizonDays: 'Patients cannot book further ahead.',
      segments:
        'Empty: the practitioner is there for the whole visit. The minutes add up to the duration.',
      equipmentKinds: 'One piece of each kind must be free.',
      cancellationWindowHours: 'Until then patients move and cancel online.',
      lateCancellation: 'Later: refuse asks them to call, allow marks the visit as cancelled late.',
      position: help.position,
    },
    examples: { color: '#0F766E', price: '12000' },
  },
  appointment: {
    name: 'title',
    sort: ['startsAt', 'DESC'],
    pageSize: 20,
    list: ['title', 'patient', 'practitioner', 'appointmentType', 'status'],
    form: [
      [
        ['patient', 6],
        ['status', 6],
      ],
      [
        ['appointmentType', 6],
        ['practitioner', 6],
      ],
      [
        ['location', 6],
        ['chair', 6],
      ],
      [
        ['assistant', 6],
        ['equipment', 6],
      ],
      [
        ['startsAt', 6],
        ['endsAt', 6],
      ],
      [['reason', 12]],
      [['notes', 12]],
      [
        ['cancelReason', 6],
        ['cancelledLate', 3],
        ['bookedVia', 3],
      ],
      [
        ['overbooked', 4],
        ['overbookReason', 8],
      ],
      [
        ['confirmedAt', 4],
        ['arrivedAt', 4],
        ['seatedAt', 4],
      ],
      [
        ['completedAt', 4],
        ['cancelledAt', 4],
      ],
    ],
    readOnly: [
      'assistant',
      'equipment',
      'cancelledLate',
      'confirmedAt',
      'arrivedAt',
      'seatedAt',
      'completedAt',
      'cancelledAt',
    ],
    help: {
      assistant: 'Chosen by the system where the service needs one.',
      status:
        'Pending → confirmed → arrived → seated → completed; or cancelled, or no-show. Other steps are refused.',
      startsAt: 'A taken time is refused, whoever books it.',
      reason: 'What the patient wrote when booking.',
      notes: 'Seen by staff only.',
      cancelReason: 'Goes into the message to the patient.',
      overbooked: 'On purpose over another visit. Needs the permission and a reason.',
      chair: 'Empty: a free one is chosen.',
    },
    labels: {
      title: 'When',
      reason: 'Reason for the visit',
      cancelReason: 'Reason for cancelling',
    },
  },
  'wait-list-entry': {
    name: 'status',
    sort: ['earliest', 'ASC'],
    pageSize: 20,
    list: ['patient', 'appointmentType', 'location', 'status', 'earliest', 'latest', 'urgent'],
    form: [
      [
        ['patient', 6],
        ['status', 6],
      ],
      [
        ['appointmentType', 6],
        ['location', 6],
      ],
      [['practitioners', 12]],
      [
        ['earliest', 6],
        ['latest', 6],
      ],
      [
        ['weekdays', 6],
        ['timeFrom', 3],
        ['timeUntil', 3],
      ],
      [
        ['urgent', 3],
        ['note', 9],
      ],
      [['appointment', 12]],
    ],
    help: {
      practitioners: 'Empty: anyone will do.',
      weekdays: 'Such as ["monday", "friday"]. Empty: any day.',
      appointment: 'The visit that would be moved forward, or that an offer led to.',
    },
  },
  treatment: {
    name: 'description',
    sort: ['date', 'DESC'],
    pageSize: 20,
    list: ['date', 'patient', 'description', 'toothNumber', 'status', 'totalPrice'],
    form: [
      [
        ['patient', 6],
        ['practitioner', 6],
      ],
      [
        ['procedure', 4],
        ['description', 8],
      ],
      [
        ['toothNumber', 4],
        ['surfaces', 4],
        ['status', 4],
      ],
      [
        ['totalPrice', 4],
        ['discount', 4],
        ['date', 4],
      ],
      [
        ['appointmentType', 6],
        ['appointment', 6],
      ],
      [['notes', 12]],
      [
        ['invoice', 6],
        ['completedAt', 6],
      ],
    ],
    readOnly: ['completedAt'],
    help: {
      totalPrice: help.minorUnits,
      discount: help.minorUnits,
      toothNumber: `${help.tooth} Empty: the whole mouth.`,
      surfaces: help.surfaces,
      invoice: 'Set when the treatment is billed.',
    },
    examples: { toothNumber: '16', surfaces: 'MOD' },
  },
  'tooth-finding': {
    name: 'kind',
    sort: ['foundAt', 'DESC'],
    pageSize: 20,
    list: ['foundAt', 'patient', 'toothNumber', 'surfaces', 'kind', 'resolvedAt'],
    form: [
      [
        ['patient', 6],
        ['practitioner', 6],
      ],
      [
        ['toothNumber', 4],
        ['surfaces', 4],
        ['kind', 4],
      ],
      [['notes', 12]],
      [
        ['foundAt', 4],
        ['resolvedAt', 4],
        ['supersededBy', 4],
      ],
    ],
    help: {
      toothNumber: help.tooth,
      surfaces: help.surfaces,
      resolvedAt: 'When it was treated or gone. The finding itself stays.',
      supersededBy: 'The finding that corrects this one.',
    },
  },
};
