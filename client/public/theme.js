// Runs before the first paint, so that no page flashes in the wrong theme. A file of its own because the content
// security policy allows no inline script. `src/app/shell/theme.ts` takes over from here and knows the same key.
{
  let theme = null
  try {
    theme = localStorage.getItem('ec.theme')
  } catch {
    // Storage may be forbidden: the system decides.
  }
  if (theme !== 'light' && theme !== 'dark') {
    theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  }
  document.documentElement.dataset.theme = theme
}
