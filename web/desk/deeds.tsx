/** The deeds on a ticket as buttons, a menu and letters; what cannot be done says why. */
import { Button, Menu, Tooltip } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { Fragment, useEffect, useRef, useState, type ReactNode } from 'react'
import { Kbd } from '../kit/controls.tsx'
import { useSentence } from '../kit/refusals.tsx'
import { typing } from '../kit/row-list.tsx'
import { showToast } from '../kit/toasts.tsx'
import { useWords } from '../kit/words.tsx'
import { useCreditWords } from './credit-words.ts'
import { DeedDialog } from './deed-dialogs.tsx'
import { callOf, deedKeys, keyOfDeed, mayOf, menuDeeds, primaryDeed, type MenuDeed } from './deeds.ts'
import { useDeedCall, type DeedCall, type TicketPage } from './desk-data.ts'

export type Deeds = {
  page: TicketPage
  may: (deed: MenuDeed) => true | string
  start: (deed: MenuDeed) => void
  run: (call: DeedCall, done: string, undo?: DeedCall) => Promise<boolean>
  busy: boolean
  dialog: ReactNode
}

/** `onWrite` brings the person to the composer. */
export function useDeeds(page: TicketPage, onWrite?: (mode: 'reply' | 'note') => void): Deeds {
  const words = useWords()
  const sentence = useSentence()
  const call = useDeedCall(page.ticket.id)
  const [dialog, setDialog] = useState<MenuDeed>()
  const may = (deed: MenuDeed) => mayOf(page.ticket, deed, words)
  const run: Deeds['run'] = async (what, done, undo) => {
    try {
      await call.mutateAsync(what)
      showToast({ text: done, ...(undo ? { onUndo: () => void run(undo, words.desk.done.resume) } : {}) })
      return true
    } catch (problem) {
      showToast({ text: sentence(problem), tone: 'problem' })
      return false
    }
  }
  const start = (deed: MenuDeed) => {
    const allowed = may(deed)
    if (allowed !== true) return void showToast({ text: allowed, tone: 'problem' })
    if (deed === 'reply' || deed === 'note') return onWrite?.(deed)
    const what = callOf(deed, page.ticket)
    if (!what) return setDialog(deed)
    void run(what, words.desk.done[deed as 'admit' | 'arrive' | 'takeOver' | 'resume' | 'close' | 'reopen'])
  }
  return {
    page,
    may,
    start,
    run,
    busy: call.isPending,
    dialog: dialog && <DeedDialog page={page} deed={dialog} onClose={() => setDialog(undefined)} />,
  }
}

/** Letters are left alone while somebody types or a dialog is open. */
export function useDeedKeys(deeds: Deeds, others: Readonly<Record<string, () => void>> = {}): void {
  useLetterKeys((key) => {
    const deed = deedKeys[key]
    const other = others[key]
    if (other) other()
    else if (deed === 'pause' && deeds.page.ticket.state === 'waiting') deeds.start('resume')
    else if (deed) deeds.start(deed)
    else return false
    return true
  })
}

export function useLetterKeys(press: (key: string) => boolean): void {
  const latest = useRef(press)
  useEffect(() => void (latest.current = press))
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (typing(event.target) || document.querySelector('[role="dialog"], [role="menu"]')) return
      if (latest.current(event.key.toLowerCase())) event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

/** A button that, when it cannot act, still takes the focus and says why. */
export function DeedButton({
  deeds,
  deed,
  variant = 'default',
  keyShown,
  icon,
  size,
  className,
}: {
  deeds: Deeds
  deed: Exclude<MenuDeed, 'credit'>
  variant?: string
  keyShown?: boolean
  icon?: ReactNode
  size?: string
  className?: string
}) {
  const { desk } = useWords()
  const may = deeds.may(deed)
  const key = keyOfDeed(deed)
  const button = (
    <Button
      variant={variant}
      {...(size ? { size } : {})}
      {...(className ? { className } : {})}
      {...(may === true ? {} : { 'data-disabled': true, 'aria-disabled': true })}
      leftSection={icon}
      rightSection={keyShown && key && may === true ? <Kbd>{key.toUpperCase()}</Kbd> : undefined}
      onClick={(event) => {
        event.preventDefault()
        deeds.start(deed)
      }}
    >
      {desk.deeds[deed]}
    </Button>
  )
  if (may === true) return button
  return (
    <Tooltip label={may} multiline maw={280} events={{ hover: true, focus: true, touch: true }}>
      {button}
    </Tooltip>
  )
}

export function PrimaryDeed({ deeds, size }: { deeds: Deeds; size?: string }) {
  const deed = primaryDeed(deeds.page.ticket)
  return deed ? (
    <DeedButton deeds={deeds} deed={deed} variant="filled" keyShown={!size} {...(size ? { size } : {})} />
  ) : null
}

/** All deeds; what is impossible stands there with its reason. */
export function DeedMenu({ deeds }: { deeds: Deeds }) {
  const { desk } = useWords()
  const [opened, setOpened] = useState(false)
  const { ticket, credit } = deeds.page
  const credits = useCreditWords()
  const nameOf = (deed: MenuDeed): string => {
    if (deed === 'credit') return credit?.excludedBecause ? credits.menuAgain : credits.menu
    return deed === 'judge' && ticket.notCountedBecause ? desk.deeds.judgeAgain : desk.deeds[deed]
  }
  useLetterKeys((key) => key === 's' && (setOpened(true), true))
  return (
    <Menu width={300} position="bottom-end" opened={opened} onChange={setOpened}>
      <Menu.Target>
        <Button
          variant="default"
          rightSection={<IconChevronDown size={14} stroke={1.8} />}
          aria-label={`${desk.ticket.moreActions}: ${desk.states[ticket.state]}`}
        >
          {desk.states[ticket.state]}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className="d-menu">
        {menuDeeds(ticket, deeds.page.credit !== null).map((group, i) => (
          <Fragment key={group[0]}>
            {i > 0 && <Menu.Divider />}
            {group.map((deed) => {
              const may = deeds.may(deed)
              const key = keyOfDeed(deed)
              return (
                <Menu.Item
                  key={deed}
                  disabled={may !== true}
                  rightSection={key && may === true ? <Kbd>{key.toUpperCase()}</Kbd> : undefined}
                  onClick={() => deeds.start(deed)}
                >
                  {nameOf(deed)}
                  {may !== true && <small>{may}</small>}
                </Menu.Item>
              )
            })}
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
