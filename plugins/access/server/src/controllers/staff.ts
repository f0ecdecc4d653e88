import { unauthenticated } from '@enamel/kernel';
import { guarded } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { factorReset } from '../../../shared/factors.ts';
import {
  firstAdministrator,
  invitationAccepted,
  invitationOpened,
  memberParams,
  staffEmailChange,
  staffPasswordByLink,
  staffPasswordChange,
  staffPasswordForgotten,
} from '../../../shared/staff.ts';
import {
  acceptInvitation,
  changeStaffPassword,
  forgotStaffPassword,
  openInvitation,
  registerFirst,
  resetStaffPassword,
  type SignedInMember,
} from '../services/staff-access.ts';
import { changeStaffEmail } from '../services/staff-email.ts';
import {
  inviteAgain,
  listStaff,
  resetMemberFactors,
  sendPasswordLink,
  showMember,
  signOutMember,
} from '../services/staff-members.ts';
import { rememberStaffDevice } from '../services/staff-sign-in.ts';

const done = { data: {} };

/** The request's own member of staff and the session it is in. */
export const ownSession = (context: Context) => {
  const { user, session } = context.state as {
    user?: SignedInMember;
    session?: { id: string };
  };
  if (!user || !session) throw unauthenticated();
  return { user, session: session.id };
};

export const staff = ({ strapi }: { strapi: Core.Strapi }) => ({
  invitation: guarded({ body: invitationOpened }, async ({ body }) => ({
    data: await openInvitation(strapi, body.token),
  })),

  accept: guarded({ body: invitationAccepted }, async ({ body: { token, ...person } }) => ({
    data: { user: await acceptInvitation(strapi, token, person) },
  })),

  first: guarded({ body: firstAdministrator }, async ({ body }) => ({
    data: { user: { id: (await registerFirst(strapi, body)).id, email: body.email } },
  })),

  forgot: guarded({ body: staffPasswordForgotten }, async ({ body, context }) => {
    await forgotStaffPassword(strapi, body.email, body.language);
    context.status = 202;
    return done;
  }),

  reset: guarded({ body: staffPasswordByLink }, async ({ body, context }) => {
    const user = await resetStaffPassword(strapi, body.token, body.password);
    // Who reads the mailbox is no stranger: failures of others do not slow this browser.
    rememberStaffDevice(strapi, context, { origin: 'admin', userId: String(user.id) });
    return { data: { user } };
  }),

  change: guarded({ body: staffPasswordChange }, async ({ body, context }) => {
    const { user, session } = ownSession(context);
    await changeStaffPassword(strapi, user, session, body);
    return done;
  }),

  changeEmail: guarded({ body: staffEmailChange }, async ({ body, context }) => {
    await changeStaffEmail(strapi, ownSession(context).user, body);
    return done;
  }),

  list: guarded({}, async () => {
    const members = await listStaff(strapi);
    return { data: members, meta: { total: members.length } };
  }),

  show: guarded({ params: memberParams }, async ({ params }) => ({
    data: await showMember(strapi, params.id),
  })),

  invite: guarded({ params: memberParams }, async ({ params, context }) => {
    await inviteAgain(strapi, params.id);
    context.status = 202;
    return done;
  }),

  passwordLink: guarded({ params: memberParams }, async ({ params, context }) => {
    await sendPasswordLink(strapi, params.id);
    context.status = 202;
    return done;
  }),

  resetFactors: guarded({ params: memberParams, body: factorReset }, async ({ params, body }) => {
    await resetMemberFactors(strapi, params.id, body.reason);
    return done;
  }),

  signOut: guarded({ params: memberParams }, async ({ params }) => ({
    data: { ended: await signOutMember(strapi, params.id) },
  })),
});
