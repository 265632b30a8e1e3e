/** Signing up in two steps: the company and the person, then the trade with what it brings. */
import { Button, PasswordInput, TextInput } from '@mantine/core'
import {
  IconArrowRight,
  IconBuildingFactory2,
  IconDeviceDesktop,
  IconElevator,
  IconPrinter,
  IconShieldLock,
  IconSnowflake,
} from '@tabler/icons-react'
import { useState, type FormEvent } from 'react'
import { problemOfNip } from '#engines/ids/nip.ts'
import { duration, workingDays } from '#words/format.ts'
import { api } from '../kit/api.ts'
import { Wordmark } from '../kit/brand.tsx'
import { ReasonChip, StepperHeader } from '../kit/data.tsx'
import { AppLink } from '../kit/link.tsx'
import { RefusalNote, useRefusal } from '../kit/refusals.tsx'
import { StateChip } from '../kit/time.tsx'
import { useSpeech, useWords } from '../kit/words.tsx'
import { signInPath } from '../session.ts'
import './accounts.css'
import { levelPresets, trades, type Trade } from '#engines/presets/trades.ts'

const icons = {
  it: IconDeviceDesktop,
  hvac: IconSnowflake,
  print: IconPrinter,
  alarms: IconShieldLock,
  lifts: IconElevator,
  generic: IconBuildingFactory2,
}
const fields = ['email', 'password', 'name', 'company', 'nip'] as const
type Form = Record<(typeof fields)[number], string>

export default function SignUp() {
  const [form, setForm] = useState<Form>({ email: '', password: '', name: '', company: '', nip: '' })
  const [step, setStep] = useState<'company' | 'trade'>('company')
  const refusal = useRefusal()
  if (step === 'trade')
    return (
      <ChooseTrade
        form={form}
        onBack={(problem) => (setStep('company'), problem ? refusal.show(problem) : refusal.clear())}
      />
    )
  return (
    <AboutCompany
      form={form}
      change={(part) => setForm({ ...form, ...part })}
      refusal={refusal}
      onNext={() => setStep('trade')}
    />
  )
}

function AboutCompany({
  form,
  change,
  refusal,
  onNext,
}: {
  form: Form
  change: (part: Partial<Form>) => void
  refusal: ReturnType<typeof useRefusal>
  onNext: () => void
}) {
  const { accounts, refusals, kit } = useWords()
  const words = accounts.signUp
  const [tried, setTried] = useState(false)
  const nipProblem = form.nip.trim() ? problemOfNip(form.nip) : undefined
  const problems: Partial<Form> = {
    ...(!form.email.includes('@') && { email: refusals.email_invalid as string }),
    ...(form.password.length < 10 && {
      password:
        typeof refusals.password_too_short === 'function'
          ? refusals.password_too_short({ lengthMin: 10 })
          : '',
    }),
    ...(!form.name.trim() && { name: kit.errors.required }),
    ...(!form.company.trim() && { company: kit.errors.required }),
    ...(nipProblem && {
      nip:
        nipProblem === 'nip_checksum' ? (refusals.nip_checksum as string) : (refusals.nip_length as string),
    }),
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (Object.keys(problems).length === 0) onNext()
  }
  const props = (name: keyof Form) => ({
    value: form[name],
    onChange: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
    error: refusal.of(name) ?? (tried ? problems[name] : undefined),
  })
  return (
    <div className="a-halves">
      <div className="a-form-half">
        <Wordmark />
        <form className="a-form" onSubmit={submit} noValidate>
          <div>
            <h1>{words.title}</h1>
          </div>
          <p className="a-lead">{words.lead}</p>
          <TextInput label={words.email} type="email" autoComplete="email" autoFocus {...props('email')} />
          <PasswordInput
            label={words.password}
            description={words.passwordHint}
            autoComplete="new-password"
            {...props('password')}
          />
          <TextInput label={words.name} autoComplete="name" {...props('name')} />
          <TextInput label={words.company} autoComplete="organization" {...props('company')} />
          <TextInput label={words.nip} description={words.nipLater} inputMode="numeric" {...props('nip')} />
          <RefusalNote refusal={refusal} fields={fields} />
          <Button type="submit" className="a-submit" rightSection={<IconArrowRight size={17} stroke={1.8} />}>
            {words.next}
          </Button>
          <DemoButton />
          <p className="a-small">{words.terms}</p>
        </form>
        <p className="a-foot">
          {words.have} <AppLink to={signInPath}>{words.signIn}</AppLink>
        </p>
      </div>
      <Promise />
    </div>
  )
}

function DemoButton() {
  const { accounts } = useWords()
  const refusal = useRefusal()
  const [busy, setBusy] = useState(false)
  const open = async () => {
    setBusy(true)
    await api.post('/api/demo').then(() => location.assign('/'), refusal.show)
    setBusy(false)
  }
  return (
    <>
      <Button variant="default" size="md" loading={busy} onClick={() => void open()}>
        {accounts.signUp.demo}
      </Button>
      <RefusalNote refusal={refusal} />
    </>
  )
}

function Promise() {
  const { signUp: words } = useWords().accounts
  return (
    <div className="a-promise-half" data-mantine-color-scheme="light">
      <div className="a-ring" />
      <h2>
        {words.promise.map((line) => (
          <span key={line} style={{ display: 'block' }}>
            {line}
          </span>
        ))}
      </h2>
      <div className="a-sample" aria-hidden>
        <div>
          <strong>{words.sampleTicket}</strong>
          <StateChip state="watch" share={0.75}>
            43{'\u00a0'}min
          </StateChip>
        </div>
        <span className="a-bar">
          <i style={{ flex: 4, background: '#0f6152' }} />
          <i
            style={{
              flex: 1.6,
              background: 'repeating-linear-gradient(135deg, #d8d5cc 0 1.5px, transparent 1.5px 5px)',
            }}
          />
          <i style={{ flex: 1, background: '#0f6152' }} />
          <i style={{ flex: 2.2, background: '#dbe4ff' }} />
          <i style={{ flex: 4.8, background: '#0f6152' }} />
          <i style={{ flex: 2, border: '1.5px solid #e0b54c' }} />
        </span>
        <div className="a-when num">
          <span>{words.sampleFrom}</span>
          <span>{words.sampleDue}</span>
        </div>
        <div>
          <span>{words.sampleLine}</span>
          <strong className="num">85,00{'\u00a0'}zł</strong>
        </div>
      </div>
      <p className="a-one-place">{words.onePlace}</p>
    </div>
  )
}

function ChooseTrade({ form, onBack }: { form: Form; onBack: (problem?: unknown) => void }) {
  const { accounts } = useWords()
  const words = accounts.signUp
  const [trade, setTrade] = useState<Trade>('it')
  const [busy, setBusy] = useState(false)
  const begin = async () => {
    setBusy(true)
    const { nip, ...rest } = form
    await api
      .post('/api/sign-up', { body: { ...rest, ...(nip.trim() && { nip }), trade } })
      .then(() => location.assign('/'), onBack)
    setBusy(false)
  }
  return (
    <main className="a-trade">
      <div className="a-trade-head">
        <Wordmark />
        <StepperHeader steps={words.steps} current={1} label={words.title} />
        <Button variant="subtle" onClick={() => onBack()}>
          {words.back}
        </Button>
      </div>
      <div className="a-trade-body">
        <div>
          <h1>{words.tradeTitle}</h1>
          <p className="a-hint" style={{ fontSize: 15 }}>
            {words.tradeLead}
          </p>
          <div className="a-trades">
            {trades.map((key) => {
              const Icon = icons[key]
              return (
                <button key={key} type="button" aria-pressed={trade === key} onClick={() => setTrade(key)}>
                  <span className="a-trade-icon">
                    <Icon size={20} stroke={1.6} aria-hidden />
                  </span>
                  <span>
                    <strong>{accounts.trades[key]}</strong>
                    <small>{accounts.tradesShort[key]}</small>
                  </span>
                </button>
              )
            })}
          </div>
        </div>
        <Result trade={trade} busy={busy} onBegin={() => void begin()} />
      </div>
    </main>
  )
}

function Result({ trade, busy, onBegin }: { trade: Trade; busy: boolean; onBegin: () => void }) {
  const {
    lang,
    words: { accounts },
  } = useSpeech()
  const words = accounts.signUp
  return (
    <section className="a-result">
      <h2>
        {words.onStart(accounts.trades[trade])} <ReasonChip tone="soft">{words.ready}</ReasonChip>
      </h2>
      <table className="num">
        <caption className="sr-only">{words.levels}</caption>
        <tbody>
          {levelPresets[trade].map((level) => (
            <tr key={level.priority}>
              <td>{accounts.priorities[level.priority]}</td>
              <td>{words.reaction(duration(lang, level.reactionMinutes * 60))}</td>
              <td>
                {words.resolution(
                  level.resolutionMinutes
                    ? duration(lang, level.resolutionMinutes * 60)
                    : workingDays(lang, level.resolutionBusinessDays ?? 0),
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button
        fullWidth
        className="a-submit"
        loading={busy}
        rightSection={<IconArrowRight size={17} stroke={1.8} />}
        onClick={onBegin}
      >
        {words.begin}
      </Button>
    </section>
  )
}
