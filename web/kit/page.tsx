/** A screen inside the staff frame: header of 52 px, the content that scrolls, a side column, a bar at the bottom. */
import { ActionIcon, Drawer } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconLayoutSidebarRight, IconSearch } from '@tabler/icons-react'
import { createContext, Fragment, use, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { Kbd } from './controls.tsx'
import { useFrame } from './frame.ts'
import './frame.css'
import { AppLink } from './link.tsx'
import { useWords } from './words.tsx'

/** Where the side column is hidden, the header opens it. */
const AsideContext = createContext<{ label: string; open: () => void } | undefined>(undefined)

type HeaderProps = {
  title?: ReactNode
  /** The way here: the last one is the page itself. */
  crumbs?: readonly { label: ReactNode; to?: string }[]
  /** Pills, a stepper, "1 z 16": right after the title. */
  children?: ReactNode
  /** Background work that goes on. */
  progress?: ReactNode
  /** The one primary button, and what belongs beside it. */
  actions?: ReactNode
}

export function PageHeader({ title, crumbs, children, progress, actions }: HeaderProps) {
  const { kit } = useWords()
  const { onSearch, bell } = useFrame()
  const toAside = use(AsideContext)
  const views = useRef<HTMLDivElement>(null)
  const shown = useRef<Element>(null)
  // A narrow window shows a part of the row: the view one is in must be in it.
  useEffect(() => {
    const row = views.current
    const here = row?.querySelector("[aria-pressed='true'], [aria-current]") ?? null
    if (!row || !here || here === shown.current) return
    shown.current = here
    const [around, own] = [row.getBoundingClientRect(), here.getBoundingClientRect()]
    row.scrollLeft += own.left - around.left - (around.width - own.width) / 2
  })
  return (
    <header className="k-header">
      <h1>
        {crumbs?.map((crumb, i) => (
          <Fragment key={i}>
            {crumb.to ? <AppLink to={crumb.to}>{crumb.label}</AppLink> : <span>{crumb.label}</span>}
            {i < crumbs.length - 1 && <i aria-hidden>/</i>}
          </Fragment>
        )) ?? title}
      </h1>
      {children && (
        <div className="k-header-views" ref={views}>
          {children}
        </div>
      )}
      <div className="k-header-right">
        {progress}
        {onSearch && (
          <button type="button" className="k-search" onClick={onSearch} aria-keyshortcuts="Control+K">
            <IconSearch size={16} stroke={1.7} aria-hidden />
            <span>{kit.frame.search}</span>
            <span className="k-search-keys" aria-hidden>
              <Kbd>Ctrl</Kbd> <Kbd>K</Kbd>
            </span>
          </button>
        )}
        {bell}
        {toAside && (
          <ActionIcon variant="subtle" aria-label={toAside.label} onClick={toAside.open}>
            <IconLayoutSidebarRight size={18} stroke={1.7} />
          </ActionIcon>
        )}
        {actions}
      </div>
    </header>
  )
}

type PageProps = {
  header?: ReactNode
  children: ReactNode
  /** The right column; below 1100 px a drawer behind a button. */
  aside?: ReactNode
  asideWidth?: number
  asideLabel?: string
  asidePlain?: boolean
  bottom?: ReactNode
  /** The content scrolls inside itself (a list with its own head, a thread with a composer). */
  fixed?: boolean
}

export function Page({
  header,
  children,
  aside,
  asideWidth = 392,
  asideLabel = '',
  asidePlain,
  bottom,
  fixed,
}: PageProps) {
  const { kit } = useWords()
  const wide = useMediaQuery('(min-width: 1100px)', true, { getInitialValueInEffect: false })
  const [open, setOpen] = useState(false)
  const toAside = useMemo(
    () => (aside && !wide ? { label: asideLabel || kit.frame.more, open: () => setOpen(true) } : undefined),
    [aside, wide, asideLabel, kit],
  )
  return (
    <div className="k-page">
      <AsideContext value={toAside}>{header}</AsideContext>
      <div className="k-page-body">
        <div
          className={fixed ? 'k-page-content k-page-fixed' : 'k-page-content'}
          {...(fixed ? {} : { tabIndex: 0, role: 'region', 'aria-label': kit.frame.content })}
        >
          {children}
        </div>
        {aside && wide && (
          <aside
            className={asidePlain ? 'k-aside k-aside-plain' : 'k-aside'}
            style={{ width: asideWidth }}
            aria-label={asideLabel}
            tabIndex={0}
          >
            {aside}
          </aside>
        )}
        {aside && !wide && (
          <Drawer
            opened={open}
            onClose={() => setOpen(false)}
            position="right"
            size={Math.min(asideWidth + 24, 440)}
            title={asideLabel}
            closeButtonProps={{ 'aria-label': kit.buttons.close }}
          >
            <div className="k-aside-drawer">{aside}</div>
          </Drawer>
        )}
      </div>
      {bottom}
    </div>
  )
}
