/** The gallery's page: ?scheme=dark, ?room=panel, ?lang=en. Built only with GALLERY=1. */
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'
import type { Lang } from '#words/words.ts'
import { pageClock } from './clock.ts'
import { Gallery } from './gallery.tsx'
import { Look } from './start.tsx'
import './styles.ts'
import { loadWords, WordsProvider } from './words.tsx'

const asked = new URLSearchParams(location.search)
const lang = (asked.get('lang') ?? 'pl') as Lang
const room = asked.get('room') ?? 'pieces'
document.documentElement.className = room === 'panel' ? 'panel' : 'staff'
document.documentElement.lang = lang
pageClock.follow({ nowMs: Date.parse('2026-11-23T10:42:00+01:00'), standsStill: true })

const words = await loadWords(lang)
const router = createRouter({
  routeTree: createRootRoute({ component: () => <Gallery room={room} /> }),
  history: createMemoryHistory({ initialEntries: [room === 'panel' ? '/tickets' : '/tickets'] }),
})
createRoot(document.getElementById('root') as HTMLElement).render(
  <Look>
    <WordsProvider first={{ lang, words }}>
      <RouterProvider router={router as never} />
    </WordsProvider>
  </Look>,
)
