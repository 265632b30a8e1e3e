/** The company's own mailboxes: connected after one trial, paused, disconnected. */
import { Button, Checkbox, Modal, PasswordInput, Switch, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { momentDense } from '#words/format.ts'
import { api } from '../kit/api.ts'
import { ConfirmDialog } from '../kit/controls.tsx'
import { ReasonChip } from '../kit/data.tsx'
import { Page, PageHeader } from '../kit/page.tsx'
import { RefusalNote, useRefusal, useSentence } from '../kit/refusals.tsx'
import { EmptyState, SkeletonAfter } from '../kit/states.tsx'
import { showToast } from '../kit/toasts.tsx'
import { useNow } from '../kit/use-clock.ts'
import { useSpeech, useWords } from '../kit/words.tsx'
import { useZone } from '../kit/zone.ts'
import { useSession } from '../session.ts'
import { newMailbox, portFor, problemsOfMailbox, type MailboxForm } from './mail-look.ts'
import './mail.css'
import type { Schemas } from '../generated/client.ts'

type Mailbox = Schemas.Mailbox
const key = ['mailboxes', {}] as const

export default function Mailboxes() {
  const { intake } = useWords()
  const words = intake.mailboxes
  const { role } = useSession().person
  const may = role === 'owner' || role === 'manager'
  const { data } = useQuery({
    queryKey: key,
    queryFn: () => api.get('/api/mailboxes'),
    enabled: may,
  })
  const [adding, setAdding] = useState(false)
  const add = () => setAdding(true)
  return (
    <Page
      header={
        <PageHeader
          title={intake.nav.mailboxes}
          actions={
            may && (
              <Button leftSection={<IconPlus size={16} stroke={1.8} />} onClick={add}>
                {words.add}
              </Button>
            )
          }
        />
      }
    >
      {!may && <EmptyState sentence={words.notYours} drawing={null} />}
      {may && !data && <SkeletonAfter />}
      {data?.length === 0 && (
        <EmptyState
          sentence={words.empty}
          explanation={words.emptyWhy}
          action={
            <Button size="lg" onClick={add}>
              {words.add}
            </Button>
          }
        />
      )}
      {data && data.length > 0 && (
        <>
          <p className="m-lead">{words.lead}</p>
          <ul className="m-boxes">
            {data.map((box) => (
              <MailboxRow key={box.id} box={box} />
            ))}
          </ul>
        </>
      )}
      {adding && <AddMailbox onClose={() => setAdding(false)} />}
    </Page>
  )
}

function MailboxRow({ box }: { box: Mailbox }) {
  const words = useWords().intake.mailboxes
  const queries = useQueryClient()
  const sentence = useSentence()
  const [leaving, setLeaving] = useState(false)
  const renew = () => queries.invalidateQueries({ queryKey: key })
  const onError = (problem: unknown) => {
    showToast({ text: sentence(problem), tone: 'problem' })
    void renew()
  }
  const pause = useMutation({
    mutationFn: () =>
      api.patch('/api/mailboxes/{id}', {
        path: { id: box.id },
        body: { isPaused: !box.isPaused, version: box.version },
      }),
    onSuccess: renew,
    onError,
  })
  const remove = useMutation({
    mutationFn: () => api.delete('/api/mailboxes/{id}', { path: { id: box.id } }),
    onSuccess: () => (setLeaving(false), renew()),
    onError,
  })
  return (
    <li>
      <div className="m-box">
        <strong>{box.username}</strong>
        <span className="num">
          {box.folder} · {box.host}:{box.port}
          {box.isSecure ? ' · TLS' : ''}
        </span>
        <MailboxState box={box} />
      </div>
      <div className="m-box-do">
        <Button variant="default" loading={pause.isPending} onClick={() => pause.mutate()}>
          {box.isPaused ? words.resume : words.pause}
        </Button>
        <Button variant="subtle" onClick={() => setLeaving(true)}>
          {words.remove}
        </Button>
      </div>
      <ConfirmDialog
        opened={leaving}
        title={words.removeTitle({ name: box.username })}
        action={words.remove}
        danger
        busy={remove.isPending}
        onConfirm={() => remove.mutate()}
        onClose={() => setLeaving(false)}
      >
        {words.removeWhy}
      </ConfirmDialog>
    </li>
  )
}

function MailboxState({ box }: { box: Mailbox }) {
  const { lang, words } = useSpeech()
  const zone = useZone()
  const now = useNow()
  const { mailboxes } = words.intake
  const seen = box.lastSeenAt && mailboxes.seen({ at: momentDense(lang, box.lastSeenAt, zone, now) })
  if (box.isPaused) return <ReasonChip tone="paused">{mailboxes.paused}</ReasonChip>
  if (box.lastError) {
    const reasons: Readonly<Record<string, string>> = words.mail.mailboxReasons
    const reason = reasons[box.lastError] ?? words.mail.mailboxReasons.other
    return <span className="m-problem">{mailboxes.problem({ reason })}</span>
  }
  return (
    <span>
      <ReasonChip tone={seen ? 'soft' : 'calm'}>{seen ? mailboxes.works : mailboxes.waits}</ReasonChip>{' '}
      <span className="num">{seen}</span>
    </span>
  )
}

const ownFields = ['host', 'port', 'username', 'password', 'folder', 'isSecure']

function AddMailbox({ onClose }: { onClose: () => void }) {
  const { intake, kit } = useWords()
  const words = intake.mailboxes
  const queries = useQueryClient()
  const refusal = useRefusal()
  const [form, setForm] = useState(newMailbox)
  const [tried, setTried] = useState(false)
  const problems = tried ? problemsOfMailbox(form) : {}
  const change = (part: Partial<MailboxForm>) => setForm({ ...form, ...part })
  const add = useMutation({
    mutationFn: () =>
      api.post('/api/mailboxes', {
        body: {
          ...form,
          port: Number(form.port),
          folder: form.folder.trim() || 'INBOX',
        },
      }),
    onSuccess: (box) => {
      void queries.invalidateQueries({ queryKey: key })
      showToast({ text: words.connected({ name: box.username }) })
      onClose()
    },
    onError: refusal.show,
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    refusal.clear()
    if (Object.keys(problemsOfMailbox(form)).length === 0) add.mutate()
  }
  const errorOf = (name: keyof MailboxForm) => {
    const problem = problems[name]
    return problem ? words[problem] : refusal.of(name)
  }
  const field = (name: 'host' | 'port' | 'username' | 'password' | 'folder', label: string) => ({
    label,
    value: form[name],
    error: errorOf(name),
    spellCheck: false,
    autoCapitalize: 'none' as const,
    onChange: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
  })
  return (
    <Modal opened onClose={onClose} title={words.add} closeButtonProps={{ 'aria-label': kit.buttons.close }}>
      <form className="m-form" onSubmit={send} noValidate>
        <div className="m-two">
          <TextInput
            {...field('host', words.host)}
            placeholder={words.hostHint}
            data-autofocus
            autoComplete="off"
          />
          <TextInput {...field('port', words.port)} inputMode="numeric" autoComplete="off" />
        </div>
        <Switch
          label={words.isSecure}
          checked={form.isSecure}
          error={refusal.of('isSecure')}
          onChange={({ currentTarget: { checked } }) =>
            change({ isSecure: checked, port: portFor(form.port, checked) })
          }
        />
        <TextInput
          {...field('username', words.username)}
          description={words.usernameHint}
          autoComplete="off"
        />
        <PasswordInput
          {...field('password', words.password)}
          description={words.passwordHint}
          autoComplete="new-password"
        />
        <TextInput {...field('folder', words.folder)} autoComplete="off" />
        <Checkbox
          label={words.withExisting}
          description={words.withExistingHint}
          checked={form.withExisting}
          onChange={(event) => change({ withExisting: event.currentTarget.checked })}
        />
        <RefusalNote refusal={refusal} fields={ownFields} />
        <p className="m-hint" role="status">
          {add.isPending ? words.connecting : ''}
        </p>
        <Button type="submit" size="md" loading={add.isPending}>
          {words.connect}
        </Button>
      </form>
    </Modal>
  )
}
