/** The staff app. */
import { useEffect } from 'react'
import { useGo } from './kit/link.tsx'
import { startApp } from './kit/start.tsx'
import { staffScreens } from './routes.tsx'
import { signInPath } from './session.ts'
import { StaffShell } from './staff-shell.tsx'

/** '/' belongs to the first place in the menu. */
function FirstScreen() {
  const go = useGo()
  const first = staffScreens.find((s) => s.nav?.group === 'work')?.path
  useEffect(() => {
    if (first) go(first, { replace: true })
  }, [first, go])
  return null
}

void startApp({
  screens: staffScreens,
  shell: StaffShell,
  index: FirstScreen,
  onSignedOut() {
    if (location.pathname === signInPath) return
    const from =
      location.pathname === '/' ? '' : `?to=${encodeURIComponent(location.pathname + location.search)}`
    location.replace(signInPath + from)
  },
})
