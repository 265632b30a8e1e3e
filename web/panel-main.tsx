/** The clients' panel. */
import { useEffect } from 'react'
import { useGo } from './kit/link.tsx'
import { startApp } from './kit/start.tsx'
import { loadPanelWords } from './kit/words.tsx'
import { PanelShell } from './panel/panel-shell.tsx'
import { panelScreens } from './panel/routes.tsx'
import { panelSignInPath } from './panel/session.ts'

/** '/panel' belongs to the first tab. */
function FirstScreen() {
  const go = useGo()
  const first = panelScreens.find((s) => s.tab)?.path
  useEffect(() => {
    if (first) go(first, { replace: true })
  }, [first, go])
  return null
}

void startApp({
  screens: panelScreens,
  shell: PanelShell,
  index: FirstScreen,
  basepath: '/panel',
  load: loadPanelWords,
  onSignedOut() {
    if (location.pathname === panelSignInPath) return
    location.replace(`${panelSignInPath}?to=${encodeURIComponent(location.pathname + location.search)}`)
  },
})
