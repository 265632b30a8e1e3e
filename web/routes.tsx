/**
 * The screens of the staff app and their places in the menu. A room adds a line here and a
 * file with a default export; each screen is its own chunk.
 */
import {
  IconAlarm,
  IconBuildingStore,
  IconCalendarOff,
  IconChartBar,
  IconCoins,
  IconFileInvoice,
  IconFileText,
  IconHourglassHigh,
  IconInbox,
  IconMail,
  IconMailForward,
  IconReceipt,
  IconMessages,
  IconScale,
  IconSettings,
  IconTicket,
  IconUsers,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { Icon } from './kit/tabs.tsx'
import type { Screen } from './kit/start.tsx'
import type { AllWords } from './kit/words.tsx'
import type { Role } from './session.ts'

export type StaffScreen = Screen & {
  nav?: {
    label: (words: AllWords) => string
    icon: Icon
    group: 'work' | 'money' | 'company'
    /** G and then this letter goes there. */
    goKey?: string
    /** In the bar at the bottom of a phone (four at most). */
    phone?: boolean
    roles?: readonly Role[]
  }
}

const managers = ['owner', 'manager'] as const
const money = ['owner', 'manager', 'billing'] as const
const moneyReaders = [...money, 'accountManager'] as const

export const staffScreens: readonly StaffScreen[] = [
  // accounts
  {
    path: '/sign-up',
    load: () => import('./accounts/sign-up.tsx'),
    title: (w) => w.accounts.signUp.title,
    open: true,
  },
  {
    path: '/sign-in',
    load: () => import('./accounts/sign-in.tsx'),
    title: (w) => w.accounts.signIn.title,
    open: true,
  },
  { path: '/enter', load: () => import('./accounts/enter.tsx'), open: true },
  { path: '/invitation', load: () => import('./accounts/enter.tsx'), open: true },
  { path: '/confirm', load: () => import('./accounts/enter.tsx'), open: true },
  {
    path: '/people',
    load: () => import('./accounts/people.tsx'),
    title: (w) => w.accounts.nav.people,
    nav: { label: (w) => w.accounts.nav.people, icon: IconUsers, group: 'company' },
  },
  {
    path: '/mail',
    load: () => import('./desk/incoming-mail.tsx'),
    title: (w) => w.intake.nav.mail,
    nav: { label: (w) => w.intake.nav.mail, icon: IconMail, group: 'company' },
  },
  {
    path: '/mailboxes',
    load: () => import('./desk/mailboxes.tsx'),
    title: (w) => w.intake.nav.mailboxes,
    nav: { label: (w) => w.intake.nav.mailboxes, icon: IconInbox, group: 'company', roles: managers },
  },
  {
    path: '/outbox',
    load: () => import('./accounts/outbox.tsx'),
    title: (w) => w.accounts.nav.outbox,
    nav: { label: (w) => w.accounts.nav.outbox, icon: IconMailForward, group: 'company' },
  },
  {
    path: '/settings',
    load: () => import('./accounts/settings.tsx'),
    title: (w) => w.accounts.nav.settings,
    nav: { label: (w) => w.accounts.nav.settings, icon: IconSettings, group: 'company', roles: managers },
  },
  {
    path: '/settings/calendars/$id',
    load: () => import('./accounts/calendar-editor.tsx'),
    title: (w) => w.calendars.title,
  },
  // desk: tickets
  {
    path: '/tickets',
    load: () => import('./desk/tickets.tsx'),
    title: (w) => w.desk.nav.tickets,
    nav: { label: (w) => w.desk.nav.tickets, icon: IconTicket, group: 'work', goKey: 'z', phone: true },
  },
  { path: '/tickets/$id', load: () => import('./desk/ticket.tsx'), title: (w) => w.desk.nav.tickets },
  // desk: what is going to happen, and what happened
  {
    path: '/risks',
    load: () => import('./desk/risks.tsx'),
    title: (w) => w.reports.nav.forecast,
    nav: { label: (w) => w.reports.nav.forecast, icon: IconHourglassHigh, group: 'work', goKey: 'p' },
  },
  {
    path: '/reports/sla',
    load: () => import('./desk/compliance.tsx'),
    title: (w) => w.reports.nav.compliance,
    nav: { label: (w) => w.reports.nav.compliance, icon: IconChartBar, group: 'work', goKey: 's' },
  },
  {
    path: '/alarms',
    load: () => import('./desk/alarm-rules.tsx'),
    title: (w) => w.reports.nav.alarms,
    nav: { label: (w) => w.reports.nav.alarms, icon: IconAlarm, group: 'company', roles: managers },
  },
  // desk: the ways in
  {
    path: '/f/$slug',
    load: () => import('./desk/public-form.tsx'),
    title: (w) => w.intake.form.page,
    open: true,
  },
  {
    path: '/confirm-report',
    load: () => import('./desk/confirm-report.tsx'),
    title: (w) => w.intake.confirm.title,
    open: true,
  },
  {
    path: '/conversations',
    load: () => import('./desk/conversations.tsx'),
    title: (w) => w.intake.nav.conversations,
    nav: {
      label: (w) => w.intake.nav.conversations,
      icon: IconMessages,
      group: 'work',
      goKey: 'r',
      phone: true,
    },
  },
  // contracts
  {
    path: '/clients',
    load: () => import('./contracts/clients.tsx'),
    title: (w) => w.contracts.nav.clients,
    nav: { label: (w) => w.contracts.nav.clients, icon: IconBuildingStore, group: 'work', goKey: 'k' },
  },
  {
    path: '/clients/import',
    load: () => import('./contracts/import.tsx'),
    title: (w) => w.contracts.importing.title,
  },
  {
    path: '/clients/import-places',
    load: () => import('./contracts/import-places.tsx'),
    title: (w) => w.contracts.importing.places,
  },
  {
    path: '/clients/$id',
    load: () => import('./contracts/client.tsx'),
    title: (w) => w.contracts.nav.clients,
  },
  {
    path: '/document-templates',
    load: () => import('./contracts/document-templates.tsx'),
    title: (w) => w.documents.templates.title,
  },
  {
    path: '/signed-scans',
    load: () => import('./contracts/scans.tsx'),
    title: (w) => w.documents.scans.title,
  },
  {
    path: '/sign',
    load: () => import('./contracts/sign.tsx'),
    title: (w) => w.documents.sign.page,
    open: true,
  },
  {
    path: '/contracts',
    load: () => import('./contracts/contracts.tsx'),
    title: (w) => w.contracts.nav.contracts,
    nav: {
      label: (w) => w.contracts.nav.contracts,
      icon: IconFileText,
      group: 'work',
      goKey: 'u',
      phone: true,
    },
  },
  {
    path: '/contracts/renewals',
    load: () => import('./contracts/renewals.tsx'),
    title: (w) => w.contractLife.nav.renewals,
  },
  {
    path: '/contracts/import',
    load: () => import('./contracts/import-contracts.tsx'),
    title: (w) => w.contractLife.importing.title,
  },
  {
    path: '/price-lists',
    load: () => import('./contracts/price-lists.tsx'),
    title: (w) => w.contractLife.nav.priceLists,
  },
  {
    path: '/price-lists/$id',
    load: () => import('./contracts/price-list-page.tsx'),
    title: (w) => w.contractLife.nav.priceLists,
  },
  {
    path: '/contract-templates',
    load: () => import('./contracts/contract-templates.tsx'),
    title: (w) => w.contractLife.nav.templates,
  },
  {
    path: '/contract-templates/$id',
    load: () => import('./contracts/contract-template.tsx'),
    title: (w) => w.contractLife.nav.templates,
  },
  {
    path: '/amendments',
    load: () => import('./contracts/amendments.tsx'),
    title: (w) => w.contractLife.nav.amendments,
  },
  {
    path: '/amendments/$id',
    load: () => import('./contracts/amendment-run.tsx'),
    title: (w) => w.contractLife.nav.amendments,
  },
  {
    path: '/absences',
    load: () => import('./contracts/absences.tsx'),
    title: (w) => w.contractLife.nav.absences,
    nav: { label: (w) => w.contractLife.nav.absences, icon: IconCalendarOff, group: 'company' },
  },
  {
    path: '/contracts/$id',
    load: () => import('./contracts/contract.tsx'),
    title: (w) => w.contracts.nav.contracts,
  },
  {
    path: '/contracts/$id/versions/$number',
    load: () => import('./contracts/editor.tsx'),
    title: (w) => w.contracts.nav.contracts,
  },
  // billing and collection
  {
    path: '/what-if',
    load: () => import('./billing/what-if.tsx'),
    title: (w) => w.whatIf.title,
    nav: { label: (w) => w.whatIf.nav, icon: IconScale, group: 'money', roles: moneyReaders },
  },
  {
    path: '/clients/$id/conservation',
    load: () => import('./billing/conservation.tsx'),
    title: (w) => w.whatIf.conservation.title,
  },
  {
    path: '/contracts/$id/meters',
    load: () => import('./contracts/meters.tsx'),
    title: (w) => w.whatIf.meters.title,
  },
  {
    path: '/billing',
    load: () => import('./billing/months.tsx'),
    title: (w) => w.billing.nav.billing,
    nav: { label: (w) => w.billing.nav.billing, icon: IconReceipt, group: 'money', goKey: 'r', roles: money },
  },
  { path: '/billing/$month', load: () => import('./billing/month.tsx'), title: (w) => w.billing.nav.billing },
  {
    path: '/billing/$month/runs/$runId',
    load: () => import('./billing/run.tsx'),
    title: (w) => w.billing.nav.billing,
  },
  {
    path: '/invoices',
    load: () => import('./billing/invoices.tsx'),
    title: (w) => w.billing.nav.invoices,
    nav: {
      label: (w) => w.billing.nav.invoices,
      icon: IconFileInvoice,
      group: 'money',
      goKey: 'f',
      roles: moneyReaders,
    },
  },
  {
    path: '/invoices/$id',
    load: () => import('./billing/invoice.tsx'),
    title: (w) => w.billing.nav.invoices,
  },
  {
    path: '/collection',
    load: () => import('./collection/board.tsx'),
    title: (w) => w.collection.nav,
    nav: { label: (w) => w.collection.nav, icon: IconCoins, group: 'money', goKey: 'w', roles: moneyReaders },
  },
  {
    path: '/collection/$clientId',
    load: () => import('./collection/account.tsx'),
    title: (w) => w.collection.nav,
  },
]

/** Parts of the frame that come from rooms; each loads after the first paint. */
export const frameParts: {
  /** The command palette, opened by Ctrl K and the search field. */
  palette?: () => Promise<{ default: ComponentType<{ opened: boolean; onClose: () => void }> }>
  /** The bell in the header. */
  bell?: () => Promise<{ default: ComponentType }>
  /** One line over everything: an unconfirmed address, the clock of a sandbox. */
  banner?: () => Promise<{ default: ComponentType }>
  /** Counts beside the items of the menu, by path. */
  counts?: () => Promise<Readonly<Record<string, number>>>
} = {
  banner: () => import('./accounts/banner.tsx'),
  counts: async () => ({ ...(await (await import('./desk/counts.ts')).default()) }),
  bell: () => import('./desk/bell.tsx'),
  palette: () => import('./desk/palette.tsx'),
}
