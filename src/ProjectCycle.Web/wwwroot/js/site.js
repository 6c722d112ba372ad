// Comfort only: every page works without this file.
(() => {
  const isTyping = (target) => target.closest('input, textarea, select, [contenteditable]') !== null;

  // "/" goes to the search box, "?" shows the keys.
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const search = document.getElementById('search');
    const keys = document.getElementById('keys');
    if (event.key === '/' && search) {
      event.preventDefault();
      search.focus();
      search.select();
    } else if (event.key === '?' && keys && !keys.open) {
      event.preventDefault();
      keys.showModal();
    }
  });

  // <button data-open="id"> opens a dialog.
  document.addEventListener('click', (event) => {
    const opener = event.target.closest('[data-open]');
    if (!opener) return;
    closeMenus();
    document.getElementById(opener.dataset.open)?.showModal();
  });

  // An open menu closes when the work goes on elsewhere.
  const closeMenus = (except) => document.querySelectorAll('details.menu[open]').forEach((menu) => { if (menu !== except) menu.open = false; });
  document.addEventListener('click', (event) => closeMenus(event.target.closest('details.menu')));
  document.addEventListener('keydown', (event) => {
    const menu = event.key === 'Escape' && document.querySelector('details.menu[open]');
    if (!menu) return;
    menu.open = false;
    menu.querySelector('summary').focus();
  });

  // <select data-submit> sends its form when it changes.
  document.addEventListener('change', (event) => {
    if (event.target.closest('[data-submit]')) event.target.form?.requestSubmit();
  });

  // A form is sent once, however often its button is pressed. data-again is for forms that answer with a file.
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== 'post' || 'again' in form.dataset) return;
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = 'true';
  });
  window.addEventListener('pageshow', () => {
    document.querySelectorAll('form[data-sent]').forEach((form) => delete form.dataset.sent);
  });

  // On a phone the six stages scroll: begin at the present one.
  document.querySelectorAll('.pipeline').forEach((pipeline) => {
    const current = pipeline.querySelector('.current');
    if (current) pipeline.scrollLeft = current.offsetLeft - pipeline.offsetLeft - 16;
  });

  // With the computer set to dark, "as the computer" looks dark already: the switch then goes to light.
  const theme = document.querySelector('[data-theme-switch]');
  if (theme) theme.value = document.documentElement.dataset.bsTheme === 'dark' ? 'Light' : 'Dark';

  document.querySelector('[data-focus]')?.focus();
})();
