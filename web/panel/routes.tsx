/** The screens of the clients' panel (paths without /panel). A tab stands in the bar at the bottom. */
import { IconFileDescription, IconFileInvoice, IconMessageCircle, IconTicket } from '@tabler/icons-react'
import { api } from '../kit/api.ts'
import type { Icon } from '../kit/tabs.tsx'
import type { Screen } from '../kit/start.tsx'
import type { PanelWords } from '../kit/words.tsx'

export type PanelScreen = Omit<Screen, 'title'> & { title?: (words: PanelWords) => string } & {
  tab?: { label: (words: PanelWords) => string; icon: Icon }
}

export const panelScreens: readonly PanelScreen[] = [
  {
    path: '/tickets',
    load: () => import('./home.tsx'),
    title: (w) => w.panel.tabs.tickets,
    tab: { label: (w) => w.panel.tabs.tickets, icon: IconTicket },
  },
  {
    path: '/tickets/history',
    load: () => import('./history.tsx'),
    title: (w) => w.panel.home.history,
  },
  {
    path: '/tickets/new',
    load: () => import('./report.tsx'),
    title: (w) => w.panel.report.title,
  },
  {
    path: '/tickets/$id',
    load: () => import('./ticket.tsx'),
    title: (w) => w.panel.tabs.tickets,
  },
  {
    path: '/talk',
    load: () => import('./talk.tsx'),
    title: (w) => w.panel.tabs.talk,
    tab: { label: (w) => w.panel.tabs.talk, icon: IconMessageCircle },
  },
  {
    path: '/talk/$id',
    load: () => import('./chat.tsx'),
    title: (w) => w.panel.tabs.talk,
  },
  {
    path: '/contract',
    load: () => import('./contract.tsx'),
    title: (w) => w.panel.tabs.contract,
    tab: { label: (w) => w.panel.tabs.contract, icon: IconFileDescription },
  },
  {
    path: '/invoices',
    load: () => import('./invoices.tsx'),
    title: (w) => w.panel.tabs.invoices,
    tab: { label: (w) => w.panel.tabs.invoices, icon: IconFileInvoice },
  },
  {
    path: '/invoices/$id',
    load: () => import('./invoice.tsx'),
    title: (w) => w.panel.tabs.invoices,
  },
  {
    path: '/sign-in',
    load: () => import('./sign-in.tsx'),
    title: (w) => w.panel.signIn.title,
    open: true,
  },
  {
    path: '/enter',
    load: () => import('./enter.tsx'),
    title: (w) => w.panel.signIn.title,
    open: true,
  },
]

/** Counts on the tabs, by path. */
export const tabCounts: { load?: () => Promise<Readonly<Record<string, number>>> } = {
  load: async () => {
    const all = await api.get('/api/panel/conversations')
    return { '/talk': all.reduce((sum, one) => sum + one.unread, 0) }
  },
}
