// Loaded before the page is drawn: a person who follows their computer's setting sees no flash of the other theme.
(() => {
  const root = document.documentElement;
  root.classList.add('js');
  if (root.dataset.theme !== 'auto') return;
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const follow = () => { root.dataset.bsTheme = dark.matches ? 'dark' : 'light'; };
  dark.addEventListener('change', follow);
  follow();
})();
