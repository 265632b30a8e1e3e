/** The thread of a ticket: messages and the facts of the log between them, in the order of time. */
import type { AllWords } from '../kit/words.tsx'
import { pauseWords } from './clock-view.ts'
import type { LogRow, Message } from './desk-data.ts'

export type FactIcon =
  | 'route'
  | 'pause'
  | 'resume'
  | 'person'
  | 'work'
  | 'done'
  | 'priority'
  | 'gate'
  | 'link'
  | 'count'
  | 'place'
export type ThreadItem =
  | { kind: 'message'; at: string; message: Message }
  | { kind: 'fact'; at: string; key: string; icon: FactIcon; text: string }

/** Messages stand in the thread themselves; their log rows would say the same twice. */
const silent: readonly string[] = ['public_reply', 'client_message']

const icons: Readonly<Record<string, FactIcon>> = {
  reported: 'route',
  held: 'gate',
  admitted: 'gate',
  confirmed: 'gate',
  refused: 'gate',
  linked: 'link',
  taken_over: 'person',
  delegated: 'person',
  work_started: 'work',
  work_removed: 'work',
  priority_changed: 'priority',
  contract_chosen: 'link',
  contract_matched: 'link',
  reclassified: 'place',
  paused: 'pause',
  resumed: 'resume',
  resolved: 'done',
  reopened: 'resume',
  closed: 'done',
  cancelled: 'done',
  merged: 'link',
  absorbed: 'link',
  not_counted: 'count',
  counted_again: 'count',
  credit_excluded: 'count',
  credit_included: 'count',
  credit_confirmed: 'count',
  credit_declined: 'count',
  credit_withdrawn: 'count',
}

/** `began` says which clocks the report started; it stands in the report's own line. `when` tells an instant. */
export function threadItems(
  messages: readonly Message[],
  log: readonly LogRow[],
  words: AllWords,
  began: string,
  when?: When,
): ThreadItem[] {
  const facts = log.flatMap((row): ThreadItem[] => {
    const text = factText(row, words, when)
    if (text === undefined) return []
    const whole = row.kind === 'reported' && began ? `${text} ${words.desk.ticket.clocksBegan(began)}` : text
    return [{ kind: 'fact', at: row.at, key: `log${row.seq}`, icon: icons[row.kind] ?? 'route', text: whole }]
  })
  const said = messages.map((message): ThreadItem => ({ kind: 'message', at: message.at, message }))
  return orderOf(said, facts)
}

/** Of one moment: the report after the description, everything else after the words that caused it. */
function orderOf(said: readonly ThreadItem[], facts: readonly ThreadItem[]): ThreadItem[] {
  return [...said, ...facts].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

type When = (instant: string) => string

export function factText(
  { kind, byName, facts }: LogRow,
  words: AllWords,
  when: When = (instant) => instant,
): string | undefined {
  if (silent.includes(kind)) return undefined
  const { log, notCounted } = words.desk
  const text = (name: string): string => String(facts[name] ?? '')
  const priorities = words.kit.priorities as Readonly<Record<string, string>>
  const said: Readonly<Record<string, string>> = {
    ...Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, String(value ?? '')])),
    by: byName,
    ...(kind === 'priority_changed' ? { to: priorities[text('to')] ?? text('to') } : {}),
    ...(kind === 'paused' ? { reason: pauseWords(words, text('reason'), text('name')) } : {}),
    ...(kind === 'reclassified' ? { about: aboutText(facts, words) } : {}),
    ...(text('until') ? { until: when(text('until')) } : {}),
    ...(kind === 'not_counted'
      ? { because: (notCounted as Readonly<Record<string, string>>)[text('because')] ?? text('because') }
      : {}),
  }
  const sentence = (log as Readonly<Record<string, string | ((facts: never) => string)>>)[kind]
  if (sentence === undefined) return undefined
  return (typeof sentence === 'string' ? sentence : sentence(said as never)).trim()
}

/** What was said anew, in the order of the card. */
function aboutText(facts: LogRow['facts'], words: AllWords): string {
  const said = words.desk.aboutChanged
  const told = (name: string, say: (value: string) => string) =>
    name in facts ? say(String(facts[name] ?? '')) : undefined
  const parts = [
    told('site', said.site),
    told('deviceClass', said.device),
    told('category', said.category),
    'impact' in facts || 'urgency' in facts ? said.scale : undefined,
  ]
  return parts.filter((one) => one !== undefined).join(', ') || said.other
}
