const open = (path: string, handler: string) => ({
  method: 'GET' as const,
  path,
  handler,
  config: { auth: false as const, policies: [] },
});

export const routes = {
  'content-api': {
    type: 'content-api' as const,
    routes: [open('/health/live', 'health.live'), open('/health/ready', 'health.ready')],
  },
};
