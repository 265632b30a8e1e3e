/** Small pieces that lists and cards are made of: money, tags, squares, people, steps. */
import {
  IconAlertTriangle,
  IconArrowDown,
  IconArrowUp,
  IconCheck,
  IconFile,
  IconFlame,
  IconMinus,
  IconPhoto,
  IconX,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { amount, bytes, money } from '#words/format.ts'
import './data.css'
import { avatarTone, initialsOf } from './people.ts'
import { useSpeech, useWords } from './words.tsx'

/** An amount in a column ("1 455,00") or, as a sum, with its currency. */
export function Money({
  grosze,
  sum,
  was,
  strong,
  currency,
}: {
  grosze: number
  sum?: boolean
  was?: number | undefined
  strong?: boolean
  currency?: string
}) {
  const { lang, words } = useSpeech()
  const write = (n: number) => (sum ? money(lang, n, currency) : amount(lang, n))
  return (
    <span className={`k-money num${grosze === 0 ? ' k-money-zero' : ''}${strong ? ' k-money-strong' : ''}`}>
      {was !== undefined && was !== grosze && (
        <>
          <span className="sr-only">{`${words.kit.money.was} `}</span>
          <del>{write(was)}</del>{' '}
        </>
      )}
      {write(grosze)}
    </span>
  )
}

export type TagTone = 'soft' | 'note' | 'decision' | 'calm' | 'paused' | 'danger' | 'outline'

/** A reason or a property in one or two words. A decision that is waiting carries the triangle. */
export function ReasonChip({
  tone = 'calm',
  icon,
  children,
}: {
  tone?: TagTone
  icon?: ReactNode
  children: ReactNode
}) {
  return (
    <span className={`k-tag k-tag-${tone}`}>
      {tone === 'decision' ? <IconAlertTriangle size={13} stroke={1.8} aria-hidden /> : icon}
      {children}
    </span>
  )
}

export function Avatar({
  name,
  picture,
  size = 22,
  online,
}: {
  name?: string | undefined
  picture?: string | undefined
  size?: number
  online?: boolean
}) {
  const words = useWords()
  if (!name)
    return (
      <span
        className="k-avatar k-avatar-nobody"
        style={{ width: size, height: size }}
        role="img"
        aria-label={words.kit.people.nobody}
        title={words.kit.people.nobody}
      />
    )
  const tone = avatarTone(name)
  const colours = { background: `var(--avatar-${tone})`, color: `var(--avatar-${tone}-ink)` }
  return (
    <span
      className="k-avatar"
      style={{ width: size, height: size, fontSize: Math.max(9, size * 0.38), ...colours }}
      role="img"
      aria-label={online ? `${name}, ${words.kit.people.online}` : name}
      title={name}
    >
      {picture ? <img src={picture} alt="" width={size} height={size} /> : initialsOf(name)}
      {online && <span className="k-avatar-online" />}
    </span>
  )
}

export type PriorityLevel = 'critical' | 'high' | 'normal' | 'low'
const priorityIcons = { critical: IconFlame, high: IconArrowUp, normal: IconMinus, low: IconArrowDown }

export function PriorityIcon({ level, size = 15 }: { level: PriorityLevel; size?: number }) {
  const name = useWords().kit.priorities[level]
  const Icon = priorityIcons[level]
  return (
    <span className={`k-priority k-priority-${level}`} role="img" aria-label={name} title={name}>
      <Icon size={size} stroke={1.8} aria-hidden />
    </span>
  )
}

type Work = { inside: number; over?: number; notCounted?: number; free?: number }

/** One piece of work = one square: inside the package, over it, not counted, still free. */
export function Squares({
  inside,
  over = 0,
  notCounted = 0,
  free = 0,
  shape = 'line',
  label,
}: Work & { shape?: 'line' | 'box'; label?: string }) {
  const words = useWords()
  const kinds = [
    ...Array<string>(inside).fill('inside'),
    ...Array<string>(over).fill('over'),
    ...Array<string>(notCounted).fill('not'),
    ...Array<string>(free).fill('free'),
  ]
  const spoken = label ?? words.kit.package.squares(inside, over, notCounted)
  // Beyond what the eye counts, a bar in the same colours and order says it better.
  if (kinds.length > 40) {
    return (
      <div className="k-squares k-squares-bar" role="img" aria-label={spoken}>
        {(
          [
            ['inside', inside],
            ['over', over],
            ['not', notCounted],
            ['free', free],
          ] as const
        ).map(
          ([kind, n]) => n > 0 && <span key={kind} className={`k-square-${kind}`} style={{ flexGrow: n }} />,
        )}
      </div>
    )
  }
  return (
    <div className={`k-squares k-squares-${shape}`} role="img" aria-label={spoken}>
      {kinds.map((kind, i) => (
        <span key={i} className={`k-square-${kind}`} style={{ animationDelay: `${i * 20}ms` }} />
      ))}
    </div>
  )
}

/** The package in one line: its squares, how much is used, what the next one costs. */
export function PackageLine({ children, aside, ...work }: Work & { children: ReactNode; aside?: ReactNode }) {
  return (
    <div className="k-package">
      <Squares {...work} />
      <div className="k-package-words">
        <span>{children}</span>
        {aside && <span>{aside}</span>}
      </div>
    </div>
  )
}

/** The proof that nothing was left out: squares, one line each, and the exact sum. */
export function Completeness({
  title,
  inside,
  over = 0,
  notCounted = 0,
  lines,
  foot,
}: Work & {
  title: ReactNode
  lines: readonly { kind: 'inside' | 'over' | 'closed'; label: ReactNode; value: ReactNode }[]
  foot?: ReactNode
}) {
  const words = useWords()
  return (
    <div className="k-completeness">
      <strong>{title}</strong>
      <Squares inside={inside} over={over} notCounted={notCounted} shape="box" />
      <dl className="num">
        {lines.map((line, i) => (
          <div key={i}>
            <dt>
              <span className={`k-mark k-segment-${line.kind}`} aria-hidden />
              {line.label}
            </dt>
            <dd>{line.value}</dd>
          </div>
        ))}
        <div className="k-completeness-sum">
          <dt>
            <span aria-hidden>=</span>
            {words.kit.package.all}
          </dt>
          <dd>{inside + over + notCounted}</dd>
        </div>
      </dl>
      {foot && <p>{foot}</p>}
    </div>
  )
}

/** The client's progress: what is done, where it stands, what is ahead. */
export function ProgressSteps({
  steps,
  current,
  large,
  label,
}: {
  steps: readonly string[]
  current: number
  large?: boolean
  label: string
}) {
  const words = useWords()
  return (
    <ol className={`k-progress${large ? ' k-progress-large' : ''}`} aria-label={label}>
      {steps.map((step, i) => {
        const state = i < current ? 'done' : i === current ? 'current' : 'ahead'
        return (
          <li key={step} data-state={state} aria-current={state === 'current' ? 'step' : undefined}>
            <span className="k-progress-dot" aria-hidden>
              {state === 'done' && <IconCheck size={large ? 13 : 10} stroke={3} />}
            </span>
            <span className="k-progress-label">
              {step}
              <span className="sr-only">{`, ${words.kit.steps[state]}`}</span>
            </span>
          </li>
        )
      })}
    </ol>
  )
}

/** The stages of a longer work in a page's header. */
export function StepperHeader({
  steps,
  current,
  label,
}: {
  steps: readonly string[]
  current: number
  label: string
}) {
  const words = useWords()
  return (
    <ol className="k-stepper" aria-label={label}>
      {steps.map((step, i) => {
        const state = i < current ? 'done' : i === current ? 'current' : 'ahead'
        return (
          <li key={step} data-state={state} aria-current={state === 'current' ? 'step' : undefined}>
            <span className="k-stepper-dot num" aria-hidden>
              {state === 'done' ? <IconCheck size={13} stroke={2.4} /> : i + 1}
            </span>
            <span>{step}</span>
            {state === 'done' && <span className="sr-only">{words.kit.steps.done}</span>}
          </li>
        )
      })}
    </ol>
  )
}

export type DotState = 'done' | 'current' | 'ahead' | 'failed'

/** Three stations of one thing in a row of a list, such as issued, reported, sent. */
export function ThreeDotProgress({ dots }: { dots: readonly { label: string; state: DotState }[] }) {
  const words = useWords()
  const spoken = dots.map((d) => `${d.label}: ${words.kit.steps[d.state]}`).join(', ')
  return (
    <span className="k-dots" role="img" aria-label={spoken} title={spoken}>
      {dots.map((d) => (
        <span key={d.label} data-state={d.state}>
          {d.state === 'failed' && '!'}
        </span>
      ))}
    </span>
  )
}

export type Failure = { id: string; number?: ReactNode; who: ReactNode; what: ReactNode; action?: ReactNode }

/** What did not work: one line each, what happened, what was kept, one thing to do. */
export function FailureList({ failures, label }: { failures: readonly Failure[]; label: string }) {
  return (
    <ul className="k-failures" aria-label={label}>
      {failures.map((f) => (
        <li key={f.id}>
          <IconAlertTriangle size={16} stroke={1.7} aria-hidden />
          {f.number && <span className="k-failures-number num">{f.number}</span>}
          <strong>{f.who}</strong>
          <span className="k-failures-what">{f.what}</span>
          {f.action}
        </li>
      ))}
    </ul>
  )
}

export type FileChip = {
  id: string
  name: string
  href?: string
  bytes?: number
  picture?: boolean
  problem?: string
}

export function FileChips({
  files,
  onRemove,
  label,
}: {
  files: readonly FileChip[]
  onRemove?: (id: string) => void
  label?: string
}) {
  const { lang, words } = useSpeech()
  return (
    <ul className="k-files" aria-label={label}>
      {files.map((file) => {
        const Icon = (file.picture ?? /\.(jpe?g|png|webp|gif|heic)$/i.test(file.name)) ? IconPhoto : IconFile
        const inside = (
          <>
            <Icon size={14} stroke={1.7} aria-hidden />
            <span className="k-files-name">{file.name}</span>
            {file.bytes !== undefined && <span className="k-files-size num">{bytes(lang, file.bytes)}</span>}
          </>
        )
        return (
          <li key={file.id} data-problem={file.problem ? true : undefined}>
            {file.href ? (
              <a href={file.href} target="_blank" rel="noreferrer">
                {inside}
              </a>
            ) : (
              <span>{inside}</span>
            )}
            {file.problem && <span className="k-files-problem">{file.problem}</span>}
            {onRemove && (
              <button
                type="button"
                onClick={() => onRemove(file.id)}
                aria-label={words.kit.thread.remove(file.name)}
              >
                <IconX size={13} aria-hidden />
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}

export type Stat = { id: string; count: number; label: string; note?: boolean }

/** Counts that filter: the number first, then its word. */
export function StatFilter({
  stats,
  chosen,
  onChoose,
  label,
}: {
  stats: readonly Stat[]
  chosen: string
  onChoose: (id: string) => void
  label: string
}) {
  return (
    <div className="k-stats" role="group" aria-label={label}>
      {stats.map((stat) => (
        <button
          key={stat.id}
          type="button"
          aria-pressed={chosen === stat.id}
          data-note={stat.note || undefined}
          onClick={() => onChoose(stat.id)}
        >
          <b className="num">{stat.count}</b> {stat.label}
        </button>
      ))}
    </div>
  )
}
