export const settingsPermission = 'plugin::access.security.manage';
