/** What roles may do with the outbox; granted under Settings → Roles. */
export const actions = [
  { uid: 'outbox.read', displayName: 'Read the outbox' },
  { uid: 'outbox.send', displayName: 'Send a message again' },
].map((action) => ({
  ...action,
  section: 'plugins' as const,
  subCategory: 'outbox',
  pluginName: 'reminders',
}));
