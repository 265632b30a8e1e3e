/** Where one answers the client or writes a note; what is typed survives leaving the page. */
import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconChevronDown, IconPaperclip } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState, type Ref } from 'react'
import { api } from '../kit/api.ts'
import { Kbd } from '../kit/controls.tsx'
import { FileChips, type FileChip } from '../kit/data.tsx'
import { RefusalNote, useRefusal, useSentence } from '../kit/refusals.tsx'
import { Composer } from '../kit/thread.tsx'
import { showToast } from '../kit/toasts.tsx'
import { useWords } from '../kit/words.tsx'
import { aftersOf, stepsOf, type After, type Step } from './composer-plan.ts'
import { mayOf } from './deeds.ts'
import { renew, type TicketPage } from './desk-data.ts'
import { forgetDraft, keepDraft, keptDraft } from './kept-draft.ts'

type Mode = 'reply' | 'note'
type Props = {
  page: TicketPage
  mode: Mode
  onMode: (mode: Mode) => void
  textRef?: Ref<HTMLTextAreaElement>
  /** In the preview and on a phone: fewer rows, shorter tools. */
  small?: boolean
  onSent?: () => void
}

export function TicketComposer({ page, mode, onMode, textRef, small, onSent }: Props) {
  const words = useWords()
  const { desk, kit } = words
  const { ticket } = page
  const [text, setText] = useState(() => keptDraft(ticket.id))
  const [after, setAfter] = useState<After>('stay')
  const upload = useUpload()
  const refusal = useRefusal()
  const queries = useQueryClient()
  const afters = aftersOf(ticket.may, page.pauseReasons)
  const chosen = mode === 'reply' && afters.includes(after) ? after : 'stay'
  const may = mayOf(ticket, mode, words)
  const write = (value: string) => (setText(value), keepDraft(ticket.id, value))
  const send = useMutation({
    mutationFn: async () => {
      const fileIds = upload.files.filter((one) => !one.problem).map((one) => one.id)
      for (const step of stepsOf({ mode, text, fileIds, after: chosen })) {
        await take(step, ticket.id)
        if (step.path === 'messages') upload.clear()
      }
    },
    onSuccess: () => {
      setText('')
      forgetDraft(ticket.id)
      upload.clear()
      setAfter('stay')
      showToast({ text: doneWords() })
      onSent?.()
    },
    onError: refusal.show,
    onSettled: () => renew(queries, ticket.id),
  })
  const canSend = may === true && text.trim() !== '' && !upload.isBusy && !send.isPending
  const submit = () => {
    if (!canSend) return
    refusal.clear()
    send.mutate()
  }
  return (
    <div className="d-composer">
      <RefusalNote refusal={refusal} />
      <Composer
        value={text}
        onChange={write}
        onSend={submit}
        note={mode === 'note'}
        mode={mode}
        onMode={(id) => onMode(id as Mode)}
        modes={[
          { id: 'reply', label: desk.deeds.reply },
          { id: 'note', label: desk.deeds.note },
        ]}
        to={may === true ? addressee() : may}
        placeholder={
          mode === 'note'
            ? desk.composer.placeholderNote
            : desk.composer.placeholderReply({ name: ticket.contact?.name ?? ticket.reporterName })
        }
        rows={small ? 2 : 3}
        {...(textRef ? { textRef } : {})}
        onPaste={(event) => {
          const files = [...event.clipboardData.files]
          if (files.length > 0) event.preventDefault()
          for (const file of files) void upload.add(file)
        }}
        attachments={
          upload.files.length > 0 && (
            <FileChips files={upload.files} onRemove={upload.remove} label={kit.thread.attach} />
          )
        }
        tools={<AttachButton onFiles={(files) => files.forEach((file) => void upload.add(file))} />}
        actions={
          <>
            {mode === 'reply' && afters.length > 1 && (
              <AfterMenu afters={afters} chosen={chosen} onChoose={setAfter} small={small ?? false} />
            )}
            <Button
              disabled={!canSend}
              loading={send.isPending}
              onClick={submit}
              rightSection={small ? undefined : <Kbd>Ctrl ↵</Kbd>}
            >
              {kit.buttons.send}
            </Button>
          </>
        }
      />
    </div>
  )

  function addressee(): string {
    if (mode === 'note') return desk.composer.toTeam
    const name = ticket.contact?.name ?? ticket.reporterName
    const email = ticket.contact?.email ?? ticket.reporterEmail
    const ways = { email: email !== '', panel: ticket.contact !== null }
    return name || email ? desk.composer.to({ name: name || email, ways }) : desk.composer.toNobody
  }

  function doneWords(): string {
    if (mode === 'note') return desk.composer.noteKept
    if (chosen === 'waiting') return desk.composer.sentAndWaiting
    return chosen === 'resolve' ? desk.composer.sentAndResolved : desk.composer.sent
  }
}

function take(step: Step, id: string): Promise<unknown> {
  if (step.path === 'messages')
    return api.post('/api/tickets/{id}/messages', { path: { id }, body: step.body })
  if (step.path === 'pause') return api.put('/api/tickets/{id}/pause', { path: { id }, body: step.body })
  return api.put('/api/tickets/{id}/resolution', { path: { id }, body: step.body })
}

function AfterMenu({
  afters,
  chosen,
  onChoose,
  small,
}: {
  afters: readonly After[]
  chosen: After
  onChoose: (after: After) => void
  small: boolean
}) {
  const { desk, kit } = useWords()
  const choices = desk.composer.afterChoices
  return (
    <>
      {!small && <span className="d-after-label">{kit.thread.afterSending}</span>}
      <Menu position="top-end" width={220}>
        <Menu.Target>
          <Button
            variant="default"
            rightSection={<IconChevronDown size={14} stroke={1.8} />}
            aria-label={`${desk.composer.after}: ${choices[chosen]}`}
          >
            {choices[chosen]}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{desk.composer.after}</Menu.Label>
          {afters.map((one) => (
            <Menu.Item
              key={one}
              onClick={() => onChoose(one)}
              {...(one === chosen ? { 'data-chosen': true } : {})}
            >
              {choices[one]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  )
}

export function AttachButton({ onFiles }: { onFiles: (files: File[]) => void }) {
  const { kit } = useWords()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <ActionIcon
        variant="subtle"
        size={34}
        aria-label={kit.thread.attach}
        onClick={() => input.current?.click()}
      >
        <IconPaperclip size={18} stroke={1.7} />
      </ActionIcon>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={kit.thread.attach}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </>
  )
}

/** Files go up as soon as they are chosen; one that failed says why and can be removed. */
export function useUpload() {
  const sentence = useSentence()
  const [files, setFiles] = useState<FileChip[]>([])
  const [busy, setBusy] = useState(0)
  const add = async (file: File) => {
    setBusy((n) => n + 1)
    try {
      const kept = await api.upload('/api/files', file)
      setFiles((before) => [...before, { id: kept.id, name: kept.name, bytes: kept.bytes }])
    } catch (problem) {
      setFiles((before) => [
        ...before,
        { id: crypto.randomUUID(), name: file.name, problem: sentence(problem) },
      ])
    } finally {
      setBusy((n) => n - 1)
    }
  }
  return {
    files,
    isBusy: busy > 0,
    add,
    remove: (id: string) => setFiles((before) => before.filter((one) => one.id !== id)),
    clear: () => setFiles([]),
  }
}
