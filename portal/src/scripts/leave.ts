/** Gives a kept time back when its visitor leaves the booking; without this script it runs out by itself. */
const address = document.querySelector<HTMLElement>('[data-leave]')?.dataset.leave;

// Without the Navigation API nobody can tell a reload from a farewell.
if (address && 'navigation' in window) {
  let staying = false;
  window.navigation.addEventListener('navigate', ({ destination }) => {
    staying = /\/book(\/|$)/.test(new URL(destination.url).pathname);
  });
  window.addEventListener('pagehide', () => {
    if (staying) return;
    const token = document.querySelector<HTMLInputElement>('input[name=form-token]')?.value ?? '';
    navigator.sendBeacon(address, new URLSearchParams({ 'form-token': token }));
  });
}
