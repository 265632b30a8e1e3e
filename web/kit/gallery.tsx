/** Every piece of the kit in all its states, with fixed data: for looking at, and for the accessibility check. */
import {
  ActionIcon,
  Button,
  Checkbox,
  Menu,
  PasswordInput,
  Radio,
  Select,
  Switch,
  Table,
  Tabs,
  Textarea,
  TextInput,
  Tooltip,
} from '@mantine/core'
import {
  IconBell,
  IconBolt,
  IconBuildingStore,
  IconCalendarClock,
  IconCamera,
  IconChartBar,
  IconChevronDown,
  IconClockPause,
  IconCoins,
  IconFileDescription,
  IconFileInvoice,
  IconMail,
  IconMessageCircle,
  IconMessages,
  IconPaperclip,
  IconPhone,
  IconPlus,
  IconReceipt2,
  IconRoute,
  IconSettings,
  IconSun,
  IconTicket,
} from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { ApiRefusal } from './api.ts'
import { BrandSymbol, CompanyMark, Wordmark } from './brand.tsx'
import { ConfirmDialog } from './confirm.tsx'
import { BottomBar, Card, CopyButton, Kbd, Pills } from './controls.tsx'
import {
  Avatar,
  Completeness,
  FailureList,
  FileChips,
  Money,
  PackageLine,
  PriorityIcon,
  ProgressSteps,
  ReasonChip,
  Squares,
  StatFilter,
  StepperHeader,
  ThreeDotProgress,
  type PriorityLevel,
} from './data.tsx'
import { DottedFacts, Explained, ExplanationTimeline } from './explain.tsx'
import './gallery.css'
import { Horizon } from './horizon.tsx'
import { Page, PageHeader } from './page.tsx'
import { BigAction, PanelFrame, PanelPage } from './panel-frame.tsx'
import { FieldError, RefusalNote, useRefusal } from './refusals.tsx'
import type { Countdown } from './remaining.ts'
import { RowList, type RowGroup } from './row-list.tsx'
import { StaffFrame } from './staff-frame.tsx'
import { EmptyState, ErrorState, SkeletonAfter } from './states.tsx'
import { CountdownChip, PromiseLine, PromiseRing, RunningTimer, StateChip, TimeBar } from './time.tsx'
import { ChatBubble, Chat, ChatFact, Composer, Fact, Message, Note, Thread, Writing } from './thread.tsx'
import type { Segment } from './timeline.ts'
import { showToast } from './toasts.tsx'

const at = (text: string) => Date.parse(`2026-11-${text}:00+01:00`)
const segments: Segment[] = [
  { kind: 'counted', fromMs: at('20T15:40'), toMs: at('20T17:00') },
  { kind: 'closed', fromMs: at('20T17:00'), toMs: at('23T08:00') },
  { kind: 'counted', fromMs: at('23T08:00'), toMs: at('23T08:20') },
  { kind: 'paused', fromMs: at('23T08:20'), toMs: at('23T09:05'), words: 'czeka na klienta' },
  { kind: 'counted', fromMs: at('23T09:05'), toMs: at('23T10:42') },
  { kind: 'left', fromMs: at('23T10:42'), toMs: at('23T11:25') },
]
const stretches = segments
  .filter((s) => s.kind === 'counted' || s.kind === 'left')
  .map((s) => ({ from: s.fromMs, to: s.toMs }))
const story: Countdown = { dueAt: at('23T11:25'), stretches }
const today = (due: string, from = '23T08:00'): Countdown => ({
  dueAt: at(due),
  stretches: [{ from: at(from), to: at(due) }],
})

const explanation = (
  <ExplanationTimeline segments={segments}>
    Termin <b>dziś, 11:25</b>. Kalendarz pn.–pt. 8:00–17:00, priorytet krytyczny, §&nbsp;5 ust.&nbsp;2 umowy
  </ExplanationTimeline>
)

type Row = {
  number: string
  level: PriorityLevel
  subject: string
  client: string
  reason: string
  who?: string
  countdown: Countdown
}
const row = (
  number: string,
  level: PriorityLevel,
  subject: string,
  client: string,
  reason: string,
  who: string | undefined,
  countdown: Countdown,
): Row => ({ number, level, subject, client, reason, ...(who ? { who } : {}), countdown })
const ola = 'Ola Sadowska'
const piotr = 'Piotr Wójcik'
const groups: RowGroup<Row>[] = [
  {
    id: 'mine',
    title: 'Moje',
    count: 5,
    rows: [
      row(
        'Z-2431',
        'critical',
        'Drukarka etykiet nie drukuje, wysyłka stoi',
        'Piekarnia Złoty Kłos',
        'czeka na nas',
        ola,
        story,
      ),
      row(
        'Z-2434',
        'high',
        'VPN rozłącza się co kilka minut',
        'Kancelaria Świątek',
        'w trakcie',
        ola,
        today('23T13:11', '23T09:30'),
      ),
      row(
        'Z-2427',
        'normal',
        'Nowe konto dla recepcji, skaner w p. 4',
        'Hotel Wydmy',
        'w trakcie',
        ola,
        today('23T15:52', '23T09:30'),
      ),
      row(
        'Z-2410',
        'normal',
        'Kopia zapasowa: raport z ostrzeżeniem',
        'Apteka pod Kasztanem',
        'do zamknięcia',
        ola,
        today('23T16:47', '23T10:00'),
      ),
      row('Z-2402', 'low', 'Przekierować pocztę po pracowniku', 'Stomatologia Dębowa', 'w trakcie', ola, {
        ...today('25T17:00', '23T10:00'),
        workingDaysLeft: 2,
      }),
    ],
  },
  {
    id: 'free',
    title: 'Nieprzypisane',
    count: 2,
    aside: <ReasonChip tone="soft">1 nowe</ReasonChip>,
    rows: [
      row(
        'Z-2440',
        'high',
        'Brama wjazdowa nie czyta kart',
        'Logistyka Północ',
        'pierwsza odpowiedź',
        undefined,
        today('23T10:51', '23T09:51'),
      ),
      row(
        'Z-2439',
        'normal',
        'Toner niski: urządzenie na II piętrze',
        'Biuro Gęsior',
        'pierwsza odpowiedź',
        undefined,
        today('23T14:06', '23T10:00'),
      ),
    ],
  },
  {
    id: 'team',
    title: 'Zespół',
    count: 3,
    rows: [
      row(
        'Z-2419',
        'critical',
        'Klimatyzacja w serwerowni: błąd E5',
        'Hotel Wydmy',
        'technik w drodze',
        piotr,
        today('23T10:30'),
      ),
      row(
        'Z-2425',
        'high',
        'Alarm w magazynie B wzbudza się sam',
        'Logistyka Północ',
        'w trakcie',
        'Tomek Dąbrowski',
        today('23T11:37', '23T07:40'),
      ),
      row(
        'Z-2417',
        'normal',
        'Przegląd kwartalny dźwigu nr 2',
        'Spółdzielnia Bursztyn',
        'zaplanowane',
        'Tomek Dąbrowski',
        {
          dueAt: at('24T10:30'),
          stretches: [
            { from: at('23T08:00'), to: at('23T17:00') },
            { from: at('24T08:00'), to: at('24T10:30') },
          ],
        },
      ),
    ],
  },
  {
    id: 'paused',
    title: 'Wstrzymane',
    count: 1,
    rows: [
      row(
        'Z-2428',
        'high',
        'Monitoring: brak obrazu z kamery 7',
        'Apteka pod Kasztanem',
        'czeka na klienta',
        ola,
        { state: 'paused', pausedWords: 'czeka na klienta' },
      ),
    ],
  },
]

const nav = [
  {
    items: [
      { to: '/today', label: 'Dziś', icon: IconSun, phone: true },
      { to: '/tickets', label: 'Zgłoszenia', icon: IconTicket, count: 16, phone: true },
      { to: '/talks', label: 'Rozmowy', icon: IconMessages, count: 3, phone: true },
      { to: '/clients', label: 'Klienci', icon: IconBuildingStore, phone: true },
      { to: '/contracts', label: 'Umowy', icon: IconFileDescription },
      { to: '/calendar', label: 'Grafik', icon: IconCalendarClock },
    ],
  },
  {
    label: 'Pieniądze',
    items: [
      { to: '/billing', label: 'Rozliczenia', icon: IconReceipt2 },
      { to: '/invoices', label: 'Faktury', icon: IconFileInvoice },
      { to: '/collection', label: 'Windykacja', icon: IconCoins, count: 6 },
    ],
  },
  {
    label: 'Firma',
    items: [
      { to: '/reports', label: 'Raporty', icon: IconChartBar },
      { to: '/settings', label: 'Ustawienia', icon: IconSettings },
    ],
  },
]

export function Gallery({ room }: { room: string }) {
  if (room === 'panel') return <PanelGallery />
  if (room === 'pieces') return <Pieces />
  const company = (
    <button type="button" className="k-menu-company">
      <CompanyMark initials="ŻS" size={20} />
      <span>Żuraw Serwis</span>
      <IconChevronDown size={15} stroke={1.7} aria-hidden />
    </button>
  )
  const person = (
    <button type="button" className="k-menu-me">
      <Avatar name={ola} size={28} />
      <span>
        <strong>{ola}</strong>opiekun
      </span>
    </button>
  )
  const bell = (
    <ActionIcon aria-label="Powiadomienia">
      <IconBell size={18} stroke={1.7} />
    </ActionIcon>
  )
  return (
    <StaffFrame groups={nav} company={company} person={person} frame={{ onSearch: () => {}, bell }}>
      {room === 'queue' && <Queue />}
      {room === 'ticket' && <Ticket />}
      {room === 'billing' && <Billing />}
      {room === 'empty' && <Empty />}
      {room === 'error' && <Broken />}
    </StaffFrame>
  )
}

function Queue() {
  const [active, setActive] = useState('Z-2431')
  const [stat, setStat] = useState('all')
  const points = groups
    .flatMap((g) => g.rows)
    .filter((r) => r.countdown.dueAt !== undefined && Number(r.countdown.dueAt) < at('23T17:01'))
    .map((r) => ({
      id: r.number,
      atMs: Number(r.countdown.dueAt),
      state:
        r.number === 'Z-2419'
          ? ('overdue' as const)
          : r.number === 'Z-2440'
            ? ('urgent' as const)
            : ['Z-2431', 'Z-2425'].includes(r.number)
              ? ('watch' as const)
              : ('calm' as const),
      label: r.number,
    }))
  return (
    <Page
      fixed
      asideWidth={360}
      asidePlain
      asideLabel="Podgląd"
      aside={
        <div style={{ padding: '6px 4px', display: 'grid', gap: 12 }}>
          <h2 style={{ fontSize: 18, letterSpacing: '-0.014em' }}>
            Drukarka etykiet nie drukuje, wysyłka stoi
          </h2>
          <Targets />
        </div>
      }
      header={
        <PageHeader
          title="Zgłoszenia"
          actions={
            <Button leftSection={<IconPlus size={15} stroke={2} />} rightSection={<Kbd>C</Kbd>}>
              Nowe zgłoszenie
            </Button>
          }
        >
          <Pills
            label="Widoki"
            chosen="todo"
            onChoose={() => {}}
            pills={[
              { id: 'todo', label: 'Do zrobienia' },
              { id: 'later', label: 'Odłożone' },
              { id: 'done', label: 'Zakończone' },
            ]}
          />
        </PageHeader>
      }
    >
      <div style={{ padding: '10px 16px 0', display: 'grid', gap: 6 }}>
        <StatFilter
          label="Filtr"
          chosen={stat}
          onChoose={setStat}
          stats={[
            { id: 'over', count: 2, label: 'po terminie' },
            { id: 'hour', count: 4, label: 'do godziny' },
            { id: 'today', count: 12, label: 'dziś' },
            { id: 'all', count: 16, label: 'wszystkie' },
          ]}
        />
        <Horizon
          fromMs={at('23T08:00')}
          toMs={at('23T17:00')}
          points={points}
          onPick={([id]) => setActive(id ?? '')}
        />
      </div>
      <div style={{ overflow: 'auto', borderTop: '1px solid var(--line)' }}>
        <RowList
          label="Zgłoszenia"
          groups={groups}
          keyOf={(r) => r.number}
          active={active}
          onActive={setActive}
          onToggleGroup={() => {}}
          fresh={new Set(['Z-2440'])}
        >
          {(r) => (
            <>
              <span className="k-row-quiet" style={{ width: 44 }}>
                {r.number}
              </span>
              <PriorityIcon level={r.level} />
              <span className="k-row-title" style={{ flex: 1 }}>
                {r.subject}
              </span>
              <span className="k-row-quiet g-wide" style={{ width: 146 }}>
                {r.client}
              </span>
              <span className="k-row-quiet g-wide" style={{ width: 122 }}>
                {r.reason}
              </span>
              <Avatar name={r.who} />
              <span style={{ minWidth: 140, textAlign: 'right' }} className="g-clock">
                <CountdownChip countdown={r.countdown} label="Realizacja" explanation={explanation} />
              </span>
            </>
          )}
        </RowList>
      </div>
    </Page>
  )
}

function Targets() {
  return (
    <Card>
      <div style={{ display: 'grid', gap: 7 }}>
        <div style={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center' }}>
          <span>
            <b>Reakcja</b> 1 h
          </span>
          <CountdownChip countdown={{ state: 'met', usedSeconds: 18 * 60 }} label="Reakcja" />
        </div>
        <TimeBar share={0.3} />
        <div style={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center' }}>
          <span>
            <b>Realizacja</b> 4 h
          </span>
          <CountdownChip countdown={story} label="Realizacja" explanation={explanation} />
        </div>
        <TimeBar share={0.82} tone="bar3" />
        <span>
          termin:{' '}
          <Explained explanation={explanation} label="Skąd ten termin">
            <b>dziś, 11:25</b>
          </Explained>{' '}
          · wstrzymane na 45 min
        </span>
      </div>
    </Card>
  )
}

function Ticket() {
  const [text, setText] = useState(
    'Panie Janie, proszę przytrzymać FEED przez 5 sekund przy zamkniętej pokrywie. Czujnik skalibruje się sam i drukarka wysunie trzy puste etykiety.',
  )
  const [mode, setMode] = useState('reply')
  return (
    <Page
      fixed
      asideLabel="Zegary, umowa, praca"
      header={
        <PageHeader
          crumbs={[{ label: 'Zgłoszenia', to: '/tickets' }, { label: 'Z-2431' }]}
          actions={
            <>
              <Select
                aria-label="Stan"
                data={['W trakcie', 'Czeka na klienta']}
                defaultValue="W trakcie"
                w={118}
              />
              <Button rightSection={<Kbd>E</Kbd>}>Zakończ</Button>
            </>
          }
        >
          <span style={{ fontSize: 12 }}>
            <Kbd>J</Kbd> <Kbd>K</Kbd> 1 z 16
          </span>
        </PageHeader>
      }
      aside={<TicketSide />}
    >
      <div style={{ padding: '12px 24px', borderBottom: '1px solid var(--line)', display: 'grid', gap: 6 }}>
        <h2 style={{ fontSize: 20, fontWeight: 650, letterSpacing: '-0.02em' }}>
          Drukarka etykiet nie drukuje, wysyłka stoi
        </h2>
        <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap', alignItems: 'center' }}>
          <ReasonChip tone="danger">krytyczny</ReasonChip>
          <ReasonChip tone="outline">Drukarki i etykiety</ReasonChip>
          <span className="k-row-quiet">e-mail od Jana Młynarczyka, pt. 20.11, 15:40</span>
        </div>
      </div>
      <div
        style={{ flex: 1, overflow: 'auto', padding: '14px 24px' }}
        tabIndex={0}
        role="region"
        aria-label="Rozmowa"
      >
        <Talk />
      </div>
      <div style={{ padding: '0 24px 16px', display: 'grid', gap: 8 }}>
        <Writing name="Piotr" />
        <Composer
          value={text}
          onChange={setText}
          onSend={() => {}}
          mode={mode}
          onMode={setMode}
          note={mode === 'note'}
          modes={[
            { id: 'reply', label: 'Odpowiedz' },
            { id: 'note', label: 'Notatka' },
          ]}
          to="do: Jan Młynarczyk, e-mail i panel"
          hint={
            <>
              <Kbd>/</Kbd> szablon
            </>
          }
          tools={
            <>
              <ActionIcon aria-label="Dodaj plik">
                <IconPaperclip size={18} stroke={1.7} />
              </ActionIcon>
              <ActionIcon aria-label="Szybki szablon">
                <IconBolt size={18} stroke={1.7} />
              </ActionIcon>
            </>
          }
          actions={
            <>
              <span className="g-wide">po wysłaniu</span>
              <Button variant="default" rightSection={<IconChevronDown size={14} />}>
                Czeka na klienta
              </Button>
              <Button rightSection={<Kbd>Ctrl ↵</Kbd>}>Wyślij</Button>
            </>
          }
        />
      </div>
    </Page>
  )
}

function Talk() {
  return (
    <Thread label="Rozmowa">
      <Message
        author="Jan Młynarczyk"
        at="pt. 20.11, 15:40"
        channel={<IconMail size={15} stroke={1.7} aria-hidden />}
      >
        Dzień dobry, drukarka etykiet w&nbsp;pakowni przestała drukować w&nbsp;połowie serii. Rano mamy odbiór
        kurierski, bez etykiet nie wyślemy niczego. Czy ktoś może spojrzeć?
      </Message>
      <Fact icon={<IconRoute size={15} stroke={1.7} aria-hidden />} at="pt. 20.11, 15:40">
        Przydzielono opiekunowi. Zegary ruszyły: reakcja 1&nbsp;h, realizacja 4&nbsp;h
      </Fact>
      <Message author={ola} at="pt. 20.11, 15:58">
        Dzień dobry, Panie Janie, zajmuję się tym. Łączę się zdalnie z&nbsp;komputerem w&nbsp;pakowni
        i&nbsp;sprawdzam kolejkę wydruku.
      </Message>
      <Note author={piotr} at="pt. 20.11, 16:20">
        Ten model po aktualizacji gubi kalibrację czujnika papieru. Pomaga przytrzymanie FEED przez 5&nbsp;s
        przy zamkniętej pokrywie.
      </Note>
      <Fact icon={<IconClockPause size={15} stroke={1.7} aria-hidden />} at="dziś, 8:20">
        Ola wstrzymała zegar realizacji: <b>czeka na klienta</b>
      </Fact>
      <Message
        author="Jan Młynarczyk"
        at="dziś, 9:05"
        attachments={
          <FileChips
            files={[
              { id: '1', name: 'etykieta.jpg' },
              { id: '2', name: 'panel.jpg', bytes: 1_240_000 },
            ]}
          />
        }
      >
        Jestem już na miejscu. Lampka „Paper” świeci na pomarańczowo, rolka założona nowa.
      </Message>
    </Thread>
  )
}

function TicketSide() {
  return (
    <>
      <Card>
        <div style={{ display: 'grid', gap: 8 }}>
          <div style={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center' }}>
            <span>
              <b>Czas reakcji</b> z&nbsp;1&nbsp;h
            </span>
            <CountdownChip countdown={{ state: 'met', usedSeconds: 18 * 60 }} label="Czas reakcji" />
          </div>
          <div style={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center' }}>
            <span>
              <b>Czas realizacji</b> z&nbsp;4&nbsp;h
            </span>
            <CountdownChip countdown={story} label="Czas realizacji" inWords speak />
          </div>
          {explanation}
        </div>
      </Card>
      <Card title="Umowa" aside="UM/2026/041, aneks 1">
        <PackageLine
          inside={9}
          over={1}
          aside={
            <>
              to jest 11.:{' '}
              <Explained
                explanation="§ 7.2: każde zgłoszenie ponad 10 kosztuje 85,00 zł netto."
                label="Skąd ta cena"
              >
                <b>85,00&nbsp;zł</b>
              </Explained>
            </>
          }
        >
          <b>10 z&nbsp;10</b> zgłoszeń w&nbsp;listopadzie
        </PackageLine>
      </Card>
      <Card
        title="Czas pracy"
        aside={
          <Button variant="subtle" size="xs" leftSection={<IconPlus size={14} />}>
            Wpis
          </Button>
        }
      >
        <RunningTimer
          startedMs={at('23T10:42') - 1_456_000}
          who={
            <>
              Ola, zdalnie
              <br />
              od 10:18
            </>
          }
          onStop={() => {}}
        />
      </Card>
    </>
  )
}

function Billing() {
  const [asking, setAsking] = useState(false)
  const rows = [
    ['Logistyka Północ', 'UM/2025/118, 6 h pracy w magazynie C spoza umowy', 'decision', 240000, 0, false],
    ['Drukarnia Żółw', 'UM/2025/064, urządzenia: 18 412 stron ponad limit', 'note', 86000, 31240, true],
    ['Kancelaria Świątek', 'UM/2024/031, 7 z 15 zgłoszeń', 'soft', 220000, 0, true],
    ['Spółdzielnia Bursztyn', 'UM/2023/009, abonament bez zgłoszeń', 'calm', 145000, 0, true],
  ] as const
  const words = {
    decision: 'wymaga decyzji',
    note: 'ponad abonament',
    soft: 'w abonamencie',
    calm: 'bez zgłoszeń',
  }
  return (
    <Page
      header={
        <PageHeader crumbs={[{ label: 'Rozliczenia', to: '/billing' }, { label: 'listopad 2026' }]}>
          <StepperHeader
            label="Etapy rozliczenia"
            steps={['Propozycja', 'Sprawdzenie', 'Wystawianie', 'Wysyłka']}
            current={1}
          />
        </PageHeader>
      }
      bottom={
        <BottomBar
          title="148 faktur gotowych"
          detail="3 czekają na decyzję i zostaną w propozycji"
          sums={[
            { label: 'netto', value: <Money grosze={21438650} sum /> },
            { label: 'VAT', value: <Money grosze={4930890} sum /> },
            { label: 'brutto', value: <Money grosze={26369540} sum />, large: true },
          ]}
        >
          <Button size="lg" onClick={() => setAsking(true)}>
            Wystaw 148 faktur
          </Button>
        </BottomBar>
      }
    >
      <div style={{ padding: '10px 16px' }}>
        <StatFilter
          label="Filtr"
          chosen="decide"
          onChoose={() => {}}
          stats={[
            { id: 'decide', count: 3, label: 'wymagają decyzji', note: true },
            { id: 'over', count: 41, label: 'ponad abonament' },
            { id: 'in', count: 99, label: 'w abonamencie' },
            { id: 'none', count: 8, label: 'bez zgłoszeń' },
          ]}
        />
      </div>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>
              <span className="sr-only">Zaznacz</span>
            </Table.Th>
            <Table.Th>Klient i umowa</Table.Th>
            <Table.Th>Powód</Table.Th>
            <Table.Th ta="right">Abonament</Table.Th>
            <Table.Th ta="right">Ponad</Table.Th>
            <Table.Th ta="right">Netto</Table.Th>
            <Table.Th>KSeF</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(([who, what, tone, fee, over, ready]) => (
            <Table.Tr key={who}>
              <Table.Td>
                <Checkbox defaultChecked={ready} disabled={!ready} aria-label={`Zaznacz: ${who}`} />
              </Table.Td>
              <Table.Td>
                <b style={{ fontWeight: 600 }}>{who}</b>
                <br />
                <span style={{ fontSize: 11.5, color: 'var(--ink2)' }}>{what}</span>
              </Table.Td>
              <Table.Td>
                <ReasonChip tone={tone}>{words[tone]}</ReasonChip>
              </Table.Td>
              <Table.Td ta="right">
                <Money grosze={fee} />
              </Table.Td>
              <Table.Td ta="right">
                <Money grosze={over} was={over === 0 && tone === 'decision' ? 6000 : undefined} />
              </Table.Td>
              <Table.Td ta="right">
                <Money grosze={fee + over} strong />
              </Table.Td>
              <Table.Td>
                <ThreeDotProgress
                  dots={[
                    { label: 'wystawiona', state: 'done' },
                    { label: 'KSeF', state: ready ? 'current' : 'failed' },
                    { label: 'wysłana', state: 'ahead' },
                  ]}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <div
        style={{
          display: 'grid',
          gridTemplateColumns: 'repeat(auto-fit, minmax(280px, 1fr))',
          gap: 16,
          padding: 16,
        }}
      >
        <Card>
          <Completeness
            title="Praca w tym okresie: 14 zgłoszeń"
            inside={10}
            over={3}
            notCounted={1}
            lines={[
              { kind: 'inside', label: 'w abonamencie', value: 10 },
              { kind: 'over', label: 'ponad abonament', value: 3 },
              { kind: 'closed', label: 'niepoliczone: duplikat Z-2433', value: 1 },
            ]}
            foot="W październiku: 12 zgłoszeń, 1 360,00 zł"
          />
        </Card>
        <FailureList
          label="Nie udało się"
          failures={[
            {
              id: '1',
              number: 'FV 11/148',
              who: 'Hotel Wydmy',
              what: 'KSeF nie odpowiedział; numer i treść zachowane.',
              action: (
                <Button size="xs" variant="default">
                  Ponów
                </Button>
              ),
            },
            {
              id: '2',
              number: 'FV 11/149',
              who: 'Biuro Gęsior',
              what: 'adres e-mail odrzucony, faktura w KSeF',
              action: (
                <Button size="xs" variant="default">
                  Zmień adres
                </Button>
              ),
            },
          ]}
        />
      </div>
      <ConfirmDialog
        opened={asking}
        title="Wystawić 148 faktur?"
        action="Wystaw 148 faktur"
        onConfirm={() => setAsking(false)}
        onClose={() => setAsking(false)}
      >
        Razem 263 695,40&nbsp;zł brutto.
      </ConfirmDialog>
    </Page>
  )
}

function Empty() {
  return (
    <Page
      header={
        <PageHeader
          title="Zgłoszenia"
          actions={
            <Button leftSection={<IconPlus size={15} stroke={2} />} rightSection={<Kbd>C</Kbd>}>
              Nowe zgłoszenie
            </Button>
          }
        />
      }
    >
      <EmptyState
        sentence="Nikt jeszcze niczego nie zgłosił."
        explanation="Wyślij próbne zgłoszenie do siebie i zobacz, jak rusza zegar. Prawdziwe przyjdą z formularza, panelu albo poczty."
        action={<Button size="lg">Wyślij próbne zgłoszenie</Button>}
        link={
          <Button variant="transparent" size="lg">
            Pokaż na danych przykładowych
          </Button>
        }
      />
    </Page>
  )
}

function Broken() {
  return (
    <Page header={<PageHeader crumbs={[{ label: 'Umowy', to: '/contracts' }, { label: 'UM/2026/041' }]} />}>
      <div style={{ display: 'grid', minHeight: '100%' }}>
        <ErrorState
          sentence="Nie udało się wczytać umowy."
          explanation="Serwer nie odpowiedział w 10 sekund. Zmiany z ostatnich 4 minut są zapisane w tej przeglądarce i wyślą się same, gdy połączenie wróci."
          facts={[
            { label: 'Zachowane', value: '§ 7.2: 85,00 zł, poziom Wysoki: realizacja 6 h' },
            { label: 'Ostatni zapis na serwerze', value: 'dziś, 10:41' },
          ]}
          incident="E-7Q4K-1042"
          onRetry={noRetry}
          retrySeconds={14}
          link={
            <Button size="lg" variant="default">
              Wróć do listy umów
            </Button>
          }
        />
      </div>
    </Page>
  )
}
const noRetry = () => {}

function PanelGallery() {
  const steps = ['przyjęte', 'w trakcie', 'czeka na Ciebie', 'zakończone']
  return (
    <PanelFrame
      mark={<CompanyMark initials="ŻS" size={30} />}
      name="Żuraw Serwis"
      under="Piekarnia Złoty Kłos"
      person={<Avatar name="Jan Młynarczyk" size={34} />}
      tabs={[
        { to: '/tickets', label: 'Zgłoszenia', icon: IconTicket },
        { to: '/talk', label: 'Rozmowa', icon: IconMessageCircle, count: 2 },
        { to: '/contract', label: 'Umowa', icon: IconFileDescription },
        { to: '/invoices', label: 'Faktury', icon: IconFileInvoice },
      ]}
    >
      <PanelPage
        heading="Zgłoszenia"
        side={
          <Card title="Skąd ta godzina">
            <DottedFacts
              facts={[
                { label: 'zgłoszenie', value: 'pt. 20.11, 15:40' },
                { label: 'umowa daje na naprawę', value: '4 h pracy' },
                { label: 'liczymy', value: 'pn.–pt. 8:00–17:00' },
                { label: 'czekaliśmy na zdjęcie', value: '45 min nie liczymy' },
              ]}
            />
          </Card>
        }
      >
        <BigAction
          to="/report"
          icon={<IconCamera size={22} stroke={1.6} aria-hidden />}
          title="Zgłoś problem"
          detail="zdjęcie wystarczy, zwykle odpisujemy w 20 minut"
        />
        <Card title="Drukarka etykiet nie drukuje, wysyłka stoi">
          <div style={{ display: 'grid', gap: 14 }}>
            <ProgressSteps label="Postęp" steps={steps} current={1} />
            <PromiseLine size="phone">
              Naprawimy dziś do{' '}
              <Explained explanation={explanation} label="Skąd ta godzina">
                <b>11:25</b>
              </Explained>
              .
            </PromiseLine>
          </div>
        </Card>
        <Card>
          <div style={{ display: 'grid', gap: 12, textAlign: 'center' }}>
            <PromiseRing countdown={story} label="Realizacja" />
            <PromiseLine size="phone-large">
              Naprawimy dziś do <b>11:25</b>
            </PromiseLine>
            <ProgressSteps label="Postęp" steps={steps} current={1} large />
          </div>
        </Card>
        <Card title="Zasilacz do terminala">
          <StateChip state="paused">czeka na część, dostawa wt.&nbsp;24.11</StateChip>
        </Card>
        <Card>
          <PackageLine
            inside={10}
            over={1}
            aside={
              <>
                i&nbsp;jedno za{' '}
                <Explained explanation="§ 7.2" label="Skąd ta cena">
                  85,00&nbsp;zł
                </Explained>
              </>
            }
          >
            Listopad: <b>10 z&nbsp;10</b>
          </PackageLine>
        </Card>
        <Card tone="note">11. zgłoszenie w&nbsp;tym miesiącu: 85,00&nbsp;zł netto, ponad pakiet 10.</Card>
        <Card>
          <div style={{ display: 'flex', alignItems: 'center', gap: 12 }}>
            <Avatar name={ola} size={44} online />
            <div style={{ flex: 1, lineHeight: 1.3 }}>
              <span style={{ fontSize: 13, color: 'var(--ink2)' }}>Opiekun</span>
              <br />
              <b>{ola}</b>
            </div>
            <ActionIcon variant="light" size="md" radius={100} aria-label="Zadzwoń">
              <IconPhone size={20} stroke={1.6} />
            </ActionIcon>
          </div>
        </Card>
        <Chat label="Rozmowa">
          <ChatFact>Zegar wstrzymany 8:20</ChatFact>
          <ChatBubble author={ola} at="8:20">
            Proszę o&nbsp;zdjęcie lampek na panelu, gdy będzie Pan przy drukarce.
          </ChatBubble>
          <ChatBubble
            own
            read
            author="Jan Młynarczyk"
            at="9:05"
            attachments={<FileChips files={[{ id: '1', name: 'panel.jpg' }]} />}
          >
            Jestem już na miejscu. Lampka „Paper” świeci.
          </ChatBubble>
        </Chat>
        <TextInput label="Co się stało" placeholder="Jednym zdaniem" />
        <Button size="lg">Wyślij, zgadzam się na 85,00&nbsp;zł</Button>
        <Button variant="light" size="lg" leftSection={<IconMessageCircle size={20} stroke={1.6} />}>
          Napisz
        </Button>
      </PanelPage>
    </PanelFrame>
  )
}

function Pieces() {
  return (
    <main className="g-pieces">
      <h1 className="sr-only">Części</h1>
      <Group title="Marka">
        <Wordmark height={28} /> <BrandSymbol size={28} label="Opiekun" />{' '}
        <CompanyMark initials="ŻS" size={34} />
      </Group>
      <Group title="Czas">
        <StateChip state="calm" share={0.3}>
          2 h 29 min
        </StateChip>
        <StateChip state="watch" share={0.75}>
          43 min
        </StateChip>
        <StateChip state="urgent">9 min</StateChip>
        <StateChip state="overdue">12 min po terminie</StateChip>
        <StateChip state="paused">czeka na klienta</StateChip>
        <StateChip state="met">w 18 min</StateChip>
        <StateChip large state="watch" share={0.8}>
          zostały 43 min
        </StateChip>
        <CountdownChip large countdown={today('23T10:43')} label="Realizacja" />
      </Group>
      <Group title="Powody">
        <ReasonChip tone="soft">w abonamencie</ReasonChip>
        <ReasonChip tone="note">ponad abonament</ReasonChip>
        <ReasonChip tone="decision">wymaga decyzji</ReasonChip>
        <ReasonChip tone="calm">bez zgłoszeń</ReasonChip>
        <ReasonChip tone="paused">spór</ReasonChip>
        <ReasonChip tone="danger">krytyczny</ReasonChip>
        <ReasonChip tone="outline">Drukarki</ReasonChip>
      </Group>
      <Group title="Ludzie i priorytety">
        {[
          ola,
          piotr,
          'Kuba Szymański',
          'Tomek Dąbrowski',
          'Basia Nowak',
          'Ewa Lisowska',
          'Marta Zielińska',
          'Jan Młynarczyk',
        ].map((n) => (
          <Avatar key={n} name={n} size={28} />
        ))}
        <Avatar name={undefined} />
        {(['critical', 'high', 'normal', 'low'] as const).map((l) => (
          <PriorityIcon key={l} level={l} />
        ))}
      </Group>
      <Group title="Kwadraty">
        <Squares inside={10} over={3} notCounted={1} shape="box" />
        <div style={{ width: 220 }}>
          <Squares inside={7} free={3} />
        </div>
        <div style={{ width: 220 }}>
          <Squares inside={50} over={12} notCounted={3} />
        </div>
      </Group>
      <Group title="Kwoty">
        <Money grosze={145500} />
        <Money grosze={0} />
        <Money grosze={-8500} />
        <Money grosze={0} was={6000} />
        <Money grosze={178965} sum strong />
      </Group>
      <Group title="Przyciski">
        <Button>Wyślij</Button>
        <Button variant="light">Napisz</Button>
        <Button variant="default">Anuluj</Button>
        <Button variant="subtle">Pokaż</Button>
        <Button variant="outline">Dodaj</Button>
        <Button color="danger">Wypowiedz umowę</Button>
        <Button disabled>Wystaw 0 faktur</Button>
        <Button loading>Wyślij</Button>
        <Button size="lg">Wystaw 148 faktur</Button>
        <Menu>
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown size={14} />}>
              Menu
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item>Przydziel</Menu.Item>
            <Menu.Item>Odłóż</Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <Tooltip label="Podpowiedź">
          <ActionIcon aria-label="Plik" variant="default">
            <IconPaperclip size={17} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
        <CopyButton text="E-7Q4K-1042" />
        <Button
          variant="default"
          onClick={() => showToast({ text: 'Zgłoszenie Z-2410 zakończone', onUndo() {} })}
        >
          Pokaż „Cofnij”
        </Button>
      </Group>
      <Group title="Pola">
        <Fields />
      </Group>
      <Group title="Odmowa">
        <Refused />
      </Group>
      <Group title="Zakładki">
        <Tabs defaultValue="a" w="100%">
          <Tabs.List>
            <Tabs.Tab value="a">Dokument</Tabs.Tab>
            <Tabs.Tab value="b">Policz przykład</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="a" pt="sm">
            Umowa o opiekę serwisową
          </Tabs.Panel>
        </Tabs>
      </Group>
      <Group title="Zdanie">
        <PromiseLine>
          Dziś trzy terminy wymagają uwagi, <b>pierwszy o 11:25</b>.
        </PromiseLine>
      </Group>
      <Group title="Wyjaśnienie">
        <div style={{ width: 344 }}>{explanation}</div>
        <div style={{ width: 300 }}>
          <ExplanationTimeline segments={segments} barOnly />
        </div>
      </Group>
      <Group title="Szkielet">
        <div style={{ width: '100%' }}>
          <SkeletonAfter ms={0} rows={3} />
        </div>
      </Group>
    </main>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      <div>{children}</div>
    </section>
  )
}

function Fields() {
  return (
    <div className="g-fields">
      <TextInput label="Służbowy e-mail" defaultValue="marta@zurawserwis.example" />
      <TextInput
        label="NIP firmy"
        placeholder="10 cyfr"
        error="Ten NIP ma błędną cyfrę kontrolną. Sprawdź, czy nie ma literówki."
      />
      <Select label="Priorytet" data={['krytyczny', 'wysoki', 'zwykły']} defaultValue="wysoki" />
      <PasswordInput
        label="Hasło"
        description="Co najmniej 12 znaków."
        defaultValue="tajne-haslo-1"
        visibilityToggleButtonProps={{ 'aria-label': 'Pokaż hasło' }}
      />
      <Textarea label="Opis" placeholder="Co się dzieje" rows={2} />
      <TextInput label="Nieczynne" disabled defaultValue="UM/2026/041" />
      <div>
        <Checkbox label="W abonamencie" defaultChecked />
        <Radio label="Od zgłoszenia" name="r" defaultChecked mt={6} />
        <Switch label="Ciche godziny" defaultChecked mt={6} />
        <FieldError>Zaznacz choć jeden powód.</FieldError>
      </div>
    </div>
  )
}

function Refused() {
  const refusal = useRefusal()
  if (refusal.problem === undefined)
    queueMicrotask(() =>
      refusal.show(
        new ApiRefusal(500, {
          code: 'internal_error',
          message: 'Coś zepsuło się po naszej stronie. Niczego nie zmieniono.',
          incident: 'E-7Q4K-1042',
        }),
      ),
    )
  return (
    <div style={{ width: 420 }}>
      <RefusalNote refusal={refusal} />
    </div>
  )
}
