/**
 * The public form of a company: anybody says in one sentence what is wrong. What is typed stays
 * in the browser until it is sent, a file that is too large is refused before it travels.
 */
import { Button, Textarea, TextInput } from '@mantine/core'
import { IconPhoneCall } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, type FormEvent } from 'react'
import { ApiRefusal, api } from '../kit/api.ts'
import { pageClock } from '../kit/clock.ts'
import { CopyButton } from '../kit/copy.tsx'
import { usePathParams } from '../kit/link.tsx'
import { RefusalNote, useRefusal, useSentence } from '../kit/refusals.tsx'
import { EmptyState, ErrorState, SkeletonAfter } from '../kit/states.tsx'
import { useWords } from '../kit/words.tsx'
import { OpenPage } from './open-page.tsx'
import {
  afterSending,
  draftOf,
  keepDraft,
  priorityKeys,
  problemsOf,
  type ReportDraft,
} from './report-draft.ts'
import { ReportFiles, useReportFiles } from './report-files.tsx'
import type { Schemas } from '../generated/client.ts'

type Form = Schemas.PublicForm

export default function PublicForm() {
  const { intake, kit } = useWords()
  const sentence = useSentence()
  const { slug = '' } = usePathParams()
  const { data, error, refetch } = useQuery({
    queryKey: ['public-form', slug],
    queryFn: () => api.get('/api/public/forms/{slug}', { path: { slug } }),
    staleTime: Infinity,
  })
  if (data)
    return (
      <OpenPage company={data.company}>
        <Report form={data} slug={slug} />
      </OpenPage>
    )
  if (!error) return <SkeletonAfter />
  const isUnknown = error instanceof ApiRefusal && error.code === 'not_found'
  return (
    <OpenPage>
      {isUnknown ? (
        <EmptyState sentence={intake.form.unknown} explanation={intake.form.unknownWhy} />
      ) : (
        <ErrorState
          sentence={kit.errors.screen}
          explanation={sentence(error)}
          onRetry={() => void refetch()}
          retrySeconds={15}
        />
      )}
    </OpenPage>
  )
}

type Sent = { name: string; email: string }

function Report({ form, slug }: { form: Form; slug: string }) {
  const [draft, setDraft] = useDraft(slug)
  const [sent, setSent] = useState<Sent>()
  if (sent) return <Thanks sent={sent} onAnother={() => setSent(undefined)} />
  return (
    <ReportForm
      form={form}
      slug={slug}
      draft={draft}
      onDraft={setDraft}
      onSent={(name) => {
        setSent({ name, email: draft.email.trim() })
        setDraft(afterSending(draft))
        scrollTo({ top: 0 })
      }}
    />
  )
}

function useDraft(slug: string): [ReportDraft, (change: Partial<ReportDraft>) => void] {
  const [draft, setDraft] = useState(() => draftOf(storage(), slug, pageClock.nowMs()))
  useEffect(() => keepDraft(storage(), slug, draft, pageClock.nowMs()), [slug, draft])
  return [draft, (change) => setDraft((before) => ({ ...before, ...change }))]
}

/** Reading the property alone throws where a browser forbids it. */
function storage(): Storage | undefined {
  try {
    return localStorage
  } catch {
    return undefined
  }
}

type Props = {
  form: Form
  slug: string
  draft: ReportDraft
  onDraft: (change: Partial<ReportDraft>) => void
  onSent: (name: string) => void
}

function ReportForm({ form, slug, draft, onDraft, onSent }: Props) {
  const words = useWords().intake.form
  const refusal = useRefusal()
  const [busy, setBusy] = useState(false)
  const [tried, setTried] = useState(false)
  const files = useReportFiles(slug, draft.files, (sentFiles) => onDraft({ files: sentFiles }))
  const problems = tried ? problemsOf(draft) : {}
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    refusal.clear()
    const [first] = Object.keys(problemsOf(draft))
    if (first) return document.getElementById(`report-${first}`)?.focus()
    setBusy(true)
    await api
      .post('/api/public/forms/{slug}/tickets', { path: { slug }, body: bodyOf(draft) })
      .then(({ name }) => onSent(name), refusal.show)
    setBusy(false)
  }
  const field = (name: 'email' | 'name' | 'subject' | 'description') => ({
    id: `report-${name}`,
    value: draft[name],
    onChange: (event: { currentTarget: { value: string } }) => onDraft({ [name]: event.currentTarget.value }),
  })
  return (
    <form className="o-form" onSubmit={(event) => void send(event)} noValidate>
      <div>
        <h1>{words.title}</h1>
        <p className="o-lead">{words.lead({ company: form.company })}</p>
        {form.phone && (
          <a className="o-call" href={`tel:${form.phone.replace(/[^+\d]/g, '')}`}>
            <IconPhoneCall size={26} stroke={1.6} aria-hidden />
            <span>
              <strong>{words.call}</strong>
              <span className="num">{form.phone}</span>
            </span>
          </a>
        )}
        <TextInput
          {...field('subject')}
          label={words.subject}
          description={words.subjectHint}
          required
          maxLength={300}
          error={problems.subject && words[problems.subject]}
        />
      </div>
      <Textarea
        {...field('description')}
        label={<Optional label={words.description} />}
        autosize
        minRows={3}
        maxRows={12}
        maxLength={50_000}
      />
      <Priorities
        form={form}
        chosen={draft.proposedPriority}
        onChoose={(key) => onDraft({ proposedPriority: key })}
      />
      <ReportFiles files={files} />
      <TextInput
        {...field('email')}
        label={words.email}
        description={words.emailHint}
        type="email"
        inputMode="email"
        autoComplete="email"
        required
        maxLength={200}
        error={(problems.email && words[problems.email]) ?? refusal.of('email')}
      />
      <TextInput
        {...field('name')}
        label={<Optional label={words.name} />}
        autoComplete="name"
        maxLength={200}
      />
      <div className="o-send">
        <RefusalNote refusal={refusal} fields={['email']} />
        <Button type="submit" size="lg" fullWidth loading={busy} disabled={files.isSending}>
          {words.send}
        </Button>
        <p>{files.isSending ? words.sending : words.draftKept}</p>
      </div>
    </form>
  )
}

const bodyOf = ({ files, proposedPriority, name, ...draft }: ReportDraft) => ({
  ...draft,
  email: draft.email.trim(),
  ...(name.trim() ? { name: name.trim() } : {}),
  ...(proposedPriority ? { proposedPriority } : {}),
  fileIds: files.map((file) => file.id),
})

function Optional({ label }: { label: string }) {
  const words = useWords().intake.form
  return (
    <>
      {label} <span style={{ color: 'var(--ink2)', fontWeight: 400 }}>({words.optional})</span>
    </>
  )
}

/** Not "krytyczny": what it means for the work, in the words of whoever has the problem. */
function Priorities({
  form,
  chosen,
  onChoose,
}: {
  form: Form
  chosen: string
  onChoose: (key: ReportDraft['proposedPriority']) => void
}) {
  const words = useWords().intake.form
  return (
    <fieldset className="o-choices">
      <legend>{words.priority}</legend>
      <div>
        {priorityKeys
          .filter((key) => form.priorities.includes(key))
          .map((key) => (
            <label key={key} className="o-choice">
              <input type="radio" name="priority" checked={chosen === key} onChange={() => onChoose(key)} />
              <strong>{words.priorities[key].title}</strong>
              <span>{words.priorities[key].detail}</span>
            </label>
          ))}
      </div>
    </fieldset>
  )
}

function Thanks({ sent, onAnother }: { sent: Sent; onAnother: () => void }) {
  const words = useWords().intake.form
  return (
    <div className="o-done" role="status">
      <h1 className="k-promise">{words.thanks({ name: sent.name })}</h1>
      <p>{words.thanksWhy({ email: sent.email })}</p>
      <div className="o-number">
        <span>{words.number}</span>
        <strong>{sent.name}</strong>
        <CopyButton text={sent.name} label={words.copyNumber} />
      </div>
      <Button variant="default" size="lg" onClick={onAnother}>
        {words.another}
      </Button>
    </div>
  )
}
