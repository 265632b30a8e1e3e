/**
 * The frame of the clients' panel: on a phone a header, cards and a bar of tabs; on a desktop
 * the tabs move into the header and the content is 1120 px wide. The service company's own
 * mark leads; ours stands small at the end.
 */
import { IconChevronLeft } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Wordmark } from './brand.tsx'
import './frame.css'
import { AppLink, isWithin, usePath } from './link.tsx'
import { TabLink, type NavItem } from './tabs.tsx'
import { Toasts } from './toasts.tsx'
import { useWords } from './words.tsx'

type Props = {
  /** The service company's mark, its name and the client's. */
  mark: ReactNode
  name: string
  under?: string
  tabs: readonly NavItem[]
  /** The person: avatar with a menu. */
  person?: ReactNode
  banner?: ReactNode
  children: ReactNode
}

export function PanelFrame({ mark, name, under, tabs, person, banner, children }: Props) {
  const { kit } = useWords()
  const path = usePath()
  return (
    <div className="k-panel">
      <a className="k-skip" href="#content">
        {kit.frame.skip}
      </a>
      <header className="k-panel-header">
        <div className="k-panel-inner">
          {mark}
          <div className="k-panel-name">
            <strong>{name}</strong>
            {under && <span>{under}</span>}
          </div>
          <nav className="k-panel-top" aria-label={kit.frame.mainMenu}>
            {tabs.map((tab) => (
              <AppLink
                key={tab.to}
                to={tab.to}
                {...(isWithin(path, tab.to) ? { 'aria-current': 'page' as const } : {})}
              >
                {tab.label}
                {tab.count !== undefined && tab.count > 0 && <span className="num">{tab.count}</span>}
              </AppLink>
            ))}
          </nav>
          {person}
        </div>
      </header>
      {banner}
      <main className="k-panel-main" id="content" tabIndex={-1}>
        {children}
      </main>
      <footer className="k-panel-footer">
        {kit.frame.footer} <Wordmark height={18} />
      </footer>
      <nav className="k-phone-bar" aria-label={kit.frame.menu}>
        {tabs.map((tab) => (
          <TabLink key={tab.to} item={tab} />
        ))}
      </nav>
      <Toasts />
    </div>
  )
}

/** A screen below a tab: the way back, its title, one action at the right. Without a title give a `heading` for screen readers. */
export function PanelPage({
  title,
  heading,
  back,
  action,
  sticky,
  side,
  children,
}: {
  title?: ReactNode
  heading?: string
  back?: string
  action?: ReactNode
  sticky?: ReactNode
  side?: ReactNode
  children: ReactNode
}) {
  const { kit } = useWords()
  return (
    <div className="k-panel-page" data-sticky={sticky ? true : undefined}>
      {title === undefined && heading && <h1 className="sr-only">{heading}</h1>}
      {title !== undefined && (
        <div className="k-panel-title">
          {back && (
            <AppLink to={back} className="k-panel-back" aria-label={kit.frame.back}>
              <IconChevronLeft size={23} stroke={2} aria-hidden />
            </AppLink>
          )}
          <h1>{title}</h1>
          {action}
        </div>
      )}
      <div className={side ? 'k-panel-columns' : ''}>
        <div className="k-panel-cards">{children}</div>
        {side && <div className="k-panel-cards">{side}</div>}
      </div>
      {sticky && <div className="k-sticky">{sticky}</div>}
    </div>
  )
}

/** The large green card of the panel's first screen: the one thing people come for. */
export function BigAction({
  to,
  icon,
  title,
  detail,
}: {
  to: string
  icon: ReactNode
  title: ReactNode
  detail?: ReactNode
}) {
  return (
    <AppLink to={to} className="k-big-action">
      <span className="k-big-action-icon">{icon}</span>
      <span>
        <strong>{title}</strong>
        {detail && <span>{detail}</span>}
      </span>
    </AppLink>
  )
}
