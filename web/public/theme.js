// Runs before the first paint: the chosen scheme, else that of the system, and the language.
;(function () {
  const root = document.documentElement
  let chosen = null
  let lang = null
  try {
    chosen = localStorage.getItem('mantine-color-scheme-value')
    lang = localStorage.getItem('opiekun-language')
  } catch {
    // A browser without storage: the system decides.
  }
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
  if (lang === 'en' || lang === 'pl') root.lang = lang
})()
