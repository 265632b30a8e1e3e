/**
 * The tickets of this moment. Their reports are counted backwards through the work calendar,
 * so that a given number of minutes is left now, whatever day and hour it is. Outside working
 * hours the urgent ones belong to clients with service round the clock.
 */
import { deadline, deadlineBackward, isOpen } from '#engines/worktime/deadline.ts'
import type { PriorityKey } from '#server/accounts/public.ts'
import {
  pauseClock,
  reportTicket,
  resumeClock,
  startConversation,
  startTimer,
  takeOver,
  writeMessage,
} from '#server/desk/public.ts'
import type { Actor } from '#server/plumbing/context.ts'
import type { Cast, CastName } from './cast.ts'
import { always, office } from './calendars.ts'
import { contactActor, levels, type Known } from './open-contracts.ts'
import type { Timeline } from './timeline.ts'

type Now = {
  client: string
  /** Who has it when working hours are over. */
  atNight?: string
  person: string
  subject: string
  description: string
  priority: PriorityKey
  /** Open minutes until the deadline that runs; negative: passed by so much. */
  left: number
  /** Nobody has answered yet: the reaction runs. Else somebody works on it. */
  by?: Exclude<CastName, 'ewa'>
  /** Without an end the ticket waits now. */
  pause?: { reason: string; sentence: string; minutes?: number }
  says?: string
  asks?: string
  stopwatch?: boolean
  /** What it is about, by the keys of the client's own things. */
  site?: string
  device?: string
}

const tickets: Now[] = [
  {
    client: 'wrobel',
    atNight: 'wydmy',
    person: 'magazyn',
    subject: 'Kolektor danych nie widzi zamówień',
    description: 'Trzy kolektory, żaden nie pobiera listy.',
    priority: 'normal',
    left: -35,
  },
  {
    client: 'swiatek',
    atNight: 'polnoc',
    person: 'izabela',
    subject: 'Poczta nie wysyła załączników',
    description: 'Pisma do sądu nie wychodzą, termin dzisiaj.',
    priority: 'high',
    left: -110,
    by: 'kuba',
    says: 'Dzień dobry, sprawdzam limity serwera poczty.',
    asks: 'Czy wiadomo już, kiedy zadziała?',
  },
  {
    client: 'lakowa',
    atNight: 'wydmy',
    person: 'rejestracja',
    subject: 'E-recepty nie wychodzą z gabinetów',
    description: 'Pacjenci czekają, żaden gabinet nie wysyła.',
    priority: 'critical',
    left: 9,
    by: 'piotr',
    says: 'Łączę się z serwerem gabinetowym.',
  },
  {
    client: 'klos',
    atNight: 'polnoc',
    person: 'jan',
    device: 'etykiety',
    subject: 'Drukarka etykiet nie drukuje',
    description: 'Rano mamy odbiór kurierski, bez etykiet nie wyślemy zamówień.',
    priority: 'high',
    left: 43,
    by: 'piotr',
    says: 'Dzień dobry, podłączam się i sprawdzam kolejkę wydruku.',
    pause: {
      reason: 'waitingForClient',
      sentence: 'Czy drukarka jest teraz włączona? Proszę o zdjęcie diod.',
      minutes: 45,
    },
    asks: 'Włączona, obie diody zielone.',
  },
  {
    client: 'gesior',
    atNight: 'wydmy',
    person: 'biuro',
    subject: 'JPK odrzucony przez bramkę',
    description: 'Komunikat o błędnym podpisie, termin mija jutro.',
    priority: 'normal',
    left: 55,
  },
  {
    client: 'debowa',
    person: 'gabinet',
    device: 'pantomograf',
    subject: 'Pantomograf nie wysyła zdjęć',
    description: 'Zdjęcia zostają na aparacie.',
    priority: 'high',
    left: 140,
    by: 'basia',
    says: 'Jadę do Państwa, będę za pół godziny.',
  },
  {
    client: 'polnoc',
    person: 'dyspozytor',
    device: 'wifiB',
    subject: 'Terminale w hali B tracą sieć',
    description: 'Co kilkanaście minut, magazynierzy chodzą z kartkami.',
    priority: 'high',
    left: 190,
    by: 'tomek',
    says: 'Podmieniam punkt dostępowy w hali B.',
    stopwatch: true,
  },
  {
    client: 'zolw',
    person: 'druk',
    subject: 'Ploter zaciąga papier',
    description: 'Od wczoraj, przy szerokim papierze.',
    priority: 'normal',
    left: 175,
  },
  {
    client: 'wydmy',
    person: 'recepcja',
    device: 'wifi2',
    subject: 'Wi-Fi na drugim piętrze znika',
    description: 'Goście zgłaszają od wczoraj.',
    priority: 'normal',
    left: 400,
    by: 'kuba',
    says: 'Sprawdzam obciążenie punktów dostępowych.',
  },
  {
    client: 'klos',
    person: 'halina',
    site: 'Sklep firmowy',
    subject: 'Nowe konto dla pracownicy',
    description: 'Pani Celina zaczyna od poniedziałku, kasa i poczta.',
    priority: 'low',
    left: 420,
  },
  {
    client: 'bursztyn',
    person: 'administracja',
    subject: 'Domofon w klatce 4 bez dźwięku',
    description: 'Lokatorzy słyszą trzaski.',
    priority: 'normal',
    left: 700,
    by: 'basia',
    says: 'Zamówiliśmy nowy panel.',
    pause: { reason: 'partsOrdered', sentence: 'Panel będzie u nas w tym tygodniu.' },
  },
  {
    client: 'kasztan',
    person: 'apteka',
    device: 'lodowka',
    subject: 'Lodówka nie wysyła temperatury',
    description: 'Czujnik milczy od nocy.',
    priority: 'normal',
    left: 620,
    by: 'tomek',
    says: 'Widzę, że czujnik nie ma zasilania.',
    pause: {
      reason: 'waitingForClient',
      sentence: 'Proszę sprawdzić, czy zasilacz czujnika jest w gniazdku.',
    },
  },
  {
    client: 'lakowa',
    person: 'dyrekcja',
    subject: 'Nowe stanowisko w gabinecie 7',
    description: 'Komputer już stoi, prosimy o podłączenie.',
    priority: 'low',
    left: 1900,
    by: 'piotr',
    says: 'Proponuję czwartek rano.',
    asks: 'Czwartek nam odpowiada.',
  },
]

export function openTickets(
  timeline: Timeline,
  cast: Cast,
  known: Map<string, Known>,
): { bakeryReportedOn: Temporal.Instant[] } {
  const isDay = isOpen(office, timeline.now)
  const bakeryReportedOn: Temporal.Instant[] = []
  for (const wish of tickets) {
    const isMoved = !isDay && wish.atNight !== undefined
    const own = known.get(isMoved ? wish.atNight! : wish.client)!
    const person = isMoved ? own.wish.people[0]!.key : wish.person
    const at = openTicket(timeline, cast, own, { ...wish, person })
    if (own.wish.key === 'klos') bakeryReportedOn.push(at)
  }
  bakeryReportedOn.push(...atTheGate(timeline, known))
  messages(timeline, known)
  return { bakeryReportedOn }
}

function openTicket(timeline: Timeline, cast: Cast, own: Known, wish: Now): Temporal.Instant {
  const calendar = own.wish.hours === 'work' ? office : always
  const level = levels[own.wish.hours][wish.priority]
  const granted = wish.by ? level.resolutionMinutes : level.reactionMinutes
  const paused = wish.pause?.minutes ?? 0
  const openBefore = Math.max(1, granted - wish.left + paused)
  const at = deadlineBackward({ start: timeline.now, workingSeconds: openBefore * 60, calendar })
  const after = (minutes: number) =>
    deadline({ start: at, workingSeconds: Math.max(0, Math.min(minutes, openBefore)) * 60, calendar }).at!
  const ticket = { id: '', conversationId: '' }
  const contact = (): Actor => contactActor(own, wish.person)
  timeline.add(at, cast.ola.actor, async (ctx) => {
    const { subject, description, priority } = wish
    const [site, device] = [own.sites.get(wish.site ?? ''), own.devices.get(wish.device ?? '')]
    const { id, conversationId } = await reportTicket(
      { ...ctx, actor: contact() },
      {
        source: 'panel',
        subject,
        description,
        proposedPriority: priority,
        senderIsTrusted: true,
        ...(site && { siteId: site.id }),
        ...(device && { deviceId: device.id }),
      },
    )
    Object.assign(ticket, { id, conversationId })
  })
  if (!wish.by) return at
  const actor = cast[wish.by].actor
  timeline.add(after(6), actor, async (ctx) => void (await takeOver(ctx, ticket.id)))
  timeline.add(
    after(8),
    actor,
    async (ctx) =>
      void (await writeMessage(ctx, {
        conversationId: ticket.conversationId,
        text: wish.says!,
        channel: 'desk',
      })),
  )
  const { pause } = wish
  if (pause) timeline.add(after(20), actor, async (ctx) => void (await pauseClock(ctx, ticket.id, pause)))
  if (pause?.minutes && !wish.asks)
    timeline.add(after(20 + pause.minutes), actor, async (ctx) => void (await resumeClock(ctx, ticket.id)))
  if (wish.asks)
    timeline.add(
      after(pause?.minutes ? 20 + pause.minutes : openBefore - 4),
      cast.ola.actor,
      async (ctx) =>
        void (await writeMessage(
          { ...ctx, actor: contact() },
          { conversationId: ticket.conversationId, text: wish.asks!, channel: 'panel' },
        )),
    )
  if (wish.stopwatch)
    timeline.add(
      timeline.now.subtract({ minutes: 25 }),
      actor,
      async (ctx) => void (await startTimer(ctx, ticket.id, { place: 'onSite', note: 'hala B' })),
    )
  return at
}

/** The night shift is not on the list of those who may report; and nobody knows who the other one is. */
function atTheGate(timeline: Timeline, known: Map<string, Known>): Temporal.Instant[] {
  const bakery = known.get('klos')!
  const outside: Actor = { kind: 'public' }
  const [night, stranger] = [timeline.now.subtract({ minutes: 95 }), timeline.now.subtract({ minutes: 50 })]
  timeline.add(night, outside, async (ctx) => {
    const { email, name } = bakery.people.get('nocna')!
    await reportTicket(ctx, {
      source: 'email',
      reporterEmail: email,
      reporterName: name,
      subject: 'Piec nr 3 nie łączy się z tabletem',
      description: 'Dzień dobry, tablet przy piecu nr 3 pokazuje brak połączenia.\n\nAdam Rogala',
      senderIsTrusted: true,
    })
  })
  timeline.add(stranger, outside, async (ctx) => {
    await reportTicket(ctx, {
      source: 'email',
      reporterEmail: 'kontakt@nowy-sklep.example',
      reporterName: 'Sklep Narożny',
      subject: 'Zapytanie o serwis kas',
      description: 'Czy obsługują Państwo kasy w naszym sklepie?',
      senderIsTrusted: true,
    })
  })
  return []
}

function messages(timeline: Timeline, known: Map<string, Known>): void {
  const say = (minutes: number, client: string, person: string, subject: string, text: string) =>
    timeline.add(timeline.now.subtract({ minutes }), { kind: 'public' }, async (ctx) => {
      await startConversation(
        { ...ctx, actor: contactActor(known.get(client)!, person) },
        { subject, text, channel: 'panel' },
      )
    })
  say(
    130,
    'swiatek',
    'sekretariat',
    'Spotkanie w sprawie przedłużenia',
    'Dzień dobry, czy możemy porozmawiać o umowie na przyszły rok?',
  )
  say(18, 'klos', 'halina', 'Drugi sklep', 'Otwieramy drugi sklep w lutym. Co trzeba przygotować?')
}
