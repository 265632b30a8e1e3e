/** Settings of the company: its data, invoices, service levels, calendars, channels. */
import { Button, NumberInput, Select, Switch, TextInput, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { api } from '../kit/api.ts'
import { CopyButton, Pills } from '../kit/controls.tsx'
import { useUrlState } from '../kit/link.tsx'
import { Page, PageHeader } from '../kit/page.tsx'
import { RefusalNote, useRefusal } from '../kit/refusals.tsx'
import { SkeletonAfter } from '../kit/states.tsx'
import { useWords } from '../kit/words.tsx'
import { useSession } from '../session.ts'
import './accounts.css'
import { Calendars } from './calendars.tsx'
import { useCalendars, useCompany, useSaveCompany, type Company, type Level } from './company-data.ts'
import { MailAllowList } from './mail-allow-list.tsx'
import { jumps } from './sandbox-jumps.ts'

const tabs = ['company', 'invoices', 'levels', 'calendars', 'channels', 'sandbox'] as const

export default function Settings() {
  const { accounts } = useWords()
  const words = accounts.settings
  const [{ tab = 'company' }, setUrl] = useUrlState()
  const { data: company } = useCompany()
  return (
    <Page
      header={
        <PageHeader title={accounts.nav.settings}>
          <Pills
            label={accounts.nav.settings}
            pills={tabs.map((id) => ({ id, label: words[id] }))}
            chosen={tab}
            onChoose={(id) => setUrl({ tab: id })}
          />
        </PageHeader>
      }
    >
      {!company && <SkeletonAfter />}
      {company && tab === 'company' && (
        <CompanyForm key="company" company={company} fields={companyFields} title={words.company} />
      )}
      {company && tab === 'invoices' && (
        <CompanyForm
          key="invoices"
          company={company}
          fields={invoiceFields}
          title={words.invoices}
          hint={words.patternHint}
        />
      )}
      {company && tab === 'levels' && <Levels key={company.version} company={company} />}
      {tab === 'calendars' && <Calendars />}
      {company && tab === 'channels' && <Channels company={company} />}
      {company?.kind === 'sandbox' && tab === 'sandbox' && <MailAllowList company={company} />}
      {company && company.kind !== 'sandbox' && tab === 'sandbox' && <OpenSandbox />}
    </Page>
  )
}

type Field = {
  name: keyof Company & string
  word:
    | 'name'
    | 'nip'
    | 'regon'
    | 'street'
    | 'city'
    | 'email'
    | 'phone'
    | 'register'
    | 'representation'
    | 'account'
    | 'bank'
    | 'invoicePattern'
    | 'correctionPattern'
    | 'contractPattern'
    | 'paymentDays'
    | 'exemptionBasis'
    | 'cashMethod'
  kind?: 'long' | 'number' | 'mark'
  hint?: 'registerHint' | 'exemptionHint'
}
const companyFields: Field[] = [
  { name: 'name', word: 'name' },
  { name: 'nip', word: 'nip' },
  { name: 'regon', word: 'regon' },
  { name: 'phone', word: 'phone' },
  { name: 'addressLine1', word: 'street' },
  { name: 'addressLine2', word: 'city' },
  { name: 'email', word: 'email' },
  { name: 'representation', word: 'representation' },
  { name: 'registerSentence', word: 'register', kind: 'long', hint: 'registerHint' },
]
const invoiceFields: Field[] = [
  { name: 'bankAccount', word: 'account' },
  { name: 'bankName', word: 'bank' },
  { name: 'invoicePattern', word: 'invoicePattern' },
  { name: 'correctionPattern', word: 'correctionPattern' },
  { name: 'contractPattern', word: 'contractPattern' },
  { name: 'paymentDays', word: 'paymentDays', kind: 'number' },
  { name: 'exemptionBasis', word: 'exemptionBasis', hint: 'exemptionHint' },
  { name: 'isCashMethod', word: 'cashMethod', kind: 'mark' },
]

function CompanyForm({
  company,
  fields,
  title,
  hint,
}: {
  company: Company
  fields: Field[]
  title: string
  hint?: string
}) {
  const { accounts } = useWords()
  const words = accounts.settings
  const refusal = useRefusal()
  const save = useSaveCompany(refusal.show)
  // Only what the person typed; the rest follows what others save.
  const [typed, setTyped] = useState<Partial<Record<string, string | number | boolean>>>({})
  const submit = () => {
    refusal.clear()
    const change = Object.fromEntries(
      Object.entries(typed).map(([name, value]) => [
        name,
        value === '' && ['nip', 'regon'].includes(name) ? null : value,
      ]),
    )
    save.mutate({ ...change, version: company.version }, { onSuccess: () => setTyped({}) })
  }
  return (
    <form className="a-settings" onSubmit={(e) => (e.preventDefault(), submit())}>
      <section>
        <h2>{title}</h2>
        {hint && <p className="a-hint">{hint}</p>}
        <div className="a-two">
          {fields.map(({ name, word, kind, hint: wordOfHint }) => {
            const given = typed[name] ?? company[name]
            const error = refusal.of(name)
            if (kind === 'mark')
              return (
                <Switch
                  key={name}
                  style={{ alignSelf: 'end' }}
                  label={words[word]}
                  checked={given === true}
                  onChange={(e) => setTyped({ ...typed, [name]: e.currentTarget.checked })}
                />
              )
            const value = typeof given === 'string' || typeof given === 'number' ? given : ''
            if (kind === 'number')
              return (
                <NumberInput
                  key={name}
                  label={words[word]}
                  min={0}
                  max={120}
                  allowDecimal={false}
                  value={value}
                  error={error}
                  onChange={(v) => setTyped({ ...typed, [name]: Number(v) })}
                />
              )
            if (kind === 'long')
              return (
                <Textarea
                  key={name}
                  style={{ gridColumn: '1 / -1' }}
                  autosize
                  minRows={2}
                  label={words[word]}
                  description={wordOfHint && words[wordOfHint]}
                  value={String(value)}
                  error={error}
                  onChange={(e) => setTyped({ ...typed, [name]: e.currentTarget.value })}
                />
              )
            return (
              <TextInput
                key={name}
                label={words[word]}
                description={wordOfHint && words[wordOfHint]}
                value={String(value)}
                error={error}
                onChange={(e) => setTyped({ ...typed, [name]: e.currentTarget.value })}
              />
            )
          })}
        </div>
      </section>
      <RefusalNote refusal={refusal} fields={fields.map((f) => f.name)} />
      <Save
        busy={save.isPending}
        disabled={Object.keys(typed).length === 0}
        saved={save.isSuccess && Object.keys(typed).length === 0}
      />
    </form>
  )
}

function Save({ busy, disabled, saved }: { busy: boolean; disabled: boolean; saved: boolean }) {
  const { settings } = useWords().accounts
  return (
    <div style={{ display: 'flex', gap: 12, alignItems: 'center' }}>
      <Button type="submit" size="md" loading={busy} disabled={disabled}>
        {settings.save}
      </Button>
      <span role="status" className="a-hint">
        {saved ? settings.saved : ''}
      </span>
    </div>
  )
}

function Levels({ company }: { company: Company }) {
  const { accounts } = useWords()
  const words = accounts.settings
  const { data: calendars = [] } = useCalendars()
  const refusal = useRefusal()
  const save = useSaveCompany(refusal.show)
  const [levels, setLevels] = useState<Level[]>(company.priorities)
  const set = (i: number, change: Partial<Level>) =>
    setLevels(levels.map((level, n) => (n === i ? { ...level, ...change } : level)))
  return (
    <form
      className="a-settings"
      style={{ maxWidth: 1080 }}
      onSubmit={(e) => (
        e.preventDefault(),
        refusal.clear(),
        save.mutate({ priorities: levels, version: company.version })
      )}
    >
      <section>
        <h2>{words.levels}</h2>
        {levels.map((level, i) => {
          const inDays = level.resolutionBusinessDays !== undefined
          const spoken = (what: string) => `${accounts.priorities[level.priority]}: ${what}`
          return (
            <div key={level.priority} className="a-level">
              <strong>{accounts.priorities[level.priority]}</strong>
              <Textarea
                autosize
                label={words.definition}
                aria-label={spoken(words.definition)}
                value={level.definition}
                onChange={(e) => set(i, { definition: e.currentTarget.value })}
              />
              <NumberInput
                label={words.reaction}
                aria-label={spoken(words.reaction)}
                min={1}
                allowDecimal={false}
                value={level.reactionMinutes}
                onChange={(v) => set(i, { reactionMinutes: Number(v) })}
              />
              <NumberInput
                label={words.resolution}
                aria-label={spoken(words.resolution)}
                min={1}
                allowDecimal={false}
                value={inDays ? level.resolutionBusinessDays : level.resolutionMinutes}
                onChange={(v) =>
                  set(i, inDays ? { resolutionBusinessDays: Number(v) } : { resolutionMinutes: Number(v) })
                }
              />
              <Select
                label={words.resolutionUnit}
                aria-label={spoken(words.resolutionUnit)}
                allowDeselect={false}
                value={inDays ? 'days' : 'minutes'}
                data={[
                  { value: 'minutes', label: words.resolutionMinutes },
                  { value: 'days', label: words.resolutionDays },
                ]}
                onChange={(unit) =>
                  set(
                    i,
                    unit === 'days'
                      ? { resolutionMinutes: undefined, resolutionBusinessDays: 1 }
                      : { resolutionMinutes: 480, resolutionBusinessDays: undefined },
                  )
                }
              />
              <Select
                label={words.calendar}
                aria-label={spoken(words.calendar)}
                allowDeselect={false}
                value={level.calendarId}
                data={calendars.map((c) => ({ value: c.id, label: c.name }))}
                onChange={(id) => id && set(i, { calendarId: id })}
              />
            </div>
          )
        })}
      </section>
      <RefusalNote refusal={refusal} />
      <Save busy={save.isPending} disabled={levels === company.priorities} saved={save.isSuccess} />
    </form>
  )
}

function Channels({ company }: { company: Company }) {
  const { settings: words } = useWords().accounts
  return (
    <div className="a-settings">
      <Channel title={words.form} hint={words.formHint} text={company.formUrl} />
      <Channel title={words.mailAddress} hint={words.mailHint} text={company.mailAddress} />
      {company.intakeSecret && (
        <Channel
          title={words.secret}
          hint={`POST /api/public/mail/${company.slug}`}
          text={company.intakeSecret}
        />
      )}
    </div>
  )
}

function Channel({
  title,
  hint,
  text,
  children,
}: {
  title: string
  hint: string
  text: string
  children?: ReactNode
}) {
  return (
    <section>
      <h2>{title}</h2>
      <div className="a-copy">
        <code>{text}</code>
        <CopyButton text={text} label={title} />
      </div>
      <p className="a-hint">{hint}</p>
      {children}
    </section>
  )
}

/** A company of its own to try things in, with a clock that the person moves. */
function OpenSandbox() {
  const { settings: words } = useWords().accounts
  const { company } = useSession()
  const refusal = useRefusal()
  const [from, setFrom] = useState('')
  const open = useMutation({
    mutationFn: async () => {
      const { tenantId } = await api.post('/api/sandbox', {
        body: from ? { now: jumps.exact(from, company.timezone) } : {},
      })
      await api.put('/api/session/company', { body: { tenantId } })
    },
    onSuccess: () => location.assign('/'),
    onError: refusal.show,
  })
  return (
    <form className="a-settings" onSubmit={(e) => (e.preventDefault(), refusal.clear(), open.mutate())}>
      <section>
        <h2>{words.sandbox}</h2>
        <p className="a-hint">{words.sandboxWhat}</p>
        <TextInput
          style={{ maxWidth: 260 }}
          type="datetime-local"
          label={words.sandboxFrom}
          description={words.sandboxFromHint}
          value={from}
          onChange={(e) => setFrom(e.currentTarget.value)}
        />
      </section>
      <RefusalNote refusal={refusal} />
      <Button type="submit" size="md" style={{ alignSelf: 'start' }} loading={open.isPending}>
        {words.openSandbox}
      </Button>
    </form>
  )
}
