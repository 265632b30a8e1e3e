/** Who is going to miss what in the next working hours, why, and the one hand-over that saves most. */
import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { duration, nb } from '#words/format.ts'
import type { Schemas } from '../generated/client.ts'
import { api } from '../kit/api.ts'
import { Card, Pills } from '../kit/controls.tsx'
import { Avatar, PriorityIcon, type PriorityLevel } from '../kit/data.tsx'
import { AppLink, useUrlState } from '../kit/link.tsx'
import { Page, PageHeader } from '../kit/page.tsx'
import { RefusalNote, useRefusal } from '../kit/refusals.tsx'
import { EmptyState, ErrorState, SkeletonAfter } from '../kit/states.tsx'
import { PromiseLine } from '../kit/time.tsx'
import { showToast } from '../kit/toasts.tsx'
import { useSpeech } from '../kit/words.tsx'
import { ClockChip } from './clock-card.tsx'
import './reports.css'

type Risk = Schemas.ForecastRisk
type Forecast = Schemas.Forecast
const horizons = [2, 4, 8] as const

export default function Risks() {
  const { words } = useSpeech()
  const said = words.reports.forecast
  const [{ hours: chosen = '4' }, setUrl] = useUrlState()
  const hours = Number(chosen)
  // The first word is the topic that renews it: whatever happens to a ticket may move the forecast.
  const { data, error, refetch } = useQuery({
    queryKey: ['tickets', 'forecast', hours],
    queryFn: () => api.get('/api/forecast', { query: { hours } }),
    refetchInterval: 60_000,
  })
  const header = (
    <PageHeader title={said.title}>
      <Pills
        label={said.withinLabel}
        pills={horizons.map((one) => ({ id: String(one), label: said.within({ hours: one }) }))}
        chosen={chosen}
        onChoose={(id) => setUrl({ hours: id === '4' ? undefined : id })}
      />
    </PageHeader>
  )
  if (error)
    return (
      <Page header={header}>
        <ErrorState
          sentence={words.kit.errors.title}
          explanation={error.message}
          onRetry={() => void refetch()}
        />
      </Page>
    )
  if (!data)
    return (
      <Page header={header}>
        <SkeletonAfter rows={6} />
      </Page>
    )
  return (
    <Page header={header} aside={<People people={data.people} />} asideLabel={said.people} asideWidth={300}>
      {data.risks.length === 0 ? (
        <EmptyState sentence={said.promise({ n: 0, hours })} explanation={said.nothingWhy} />
      ) : (
        <>
          <div className="r-top">
            <div className="r-promise">
              <PromiseLine size="staff">{said.promise({ n: data.risks.length, hours })}</PromiseLine>
            </div>
          </div>
          <ul className="r-risks">
            {data.risks.map((risk) => (
              <RiskRow key={`${risk.ticket.id} ${risk.target}`} risk={risk} />
            ))}
          </ul>
        </>
      )}
    </Page>
  )
}

const zeroMinutes = `0${nb}min`

function RiskRow({ risk }: { risk: Risk }) {
  const { lang, words } = useSpeech()
  const said = words.reports.forecast
  const { ticket, person } = risk
  const minutes = (n: number) => (n === 0 ? zeroMinutes : duration(lang, n * 60))
  const targets = words.clock.targets as Readonly<Record<string, string>>
  const facts = {
    ahead: minutes(risk.aheadMinutes),
    own: minutes(risk.effortMinutes),
    available: minutes(risk.availableMinutes),
  }
  const isAnswer = ['reaction', 'arrival', 'nextReply', 'periodicUpdate'].includes(risk.target)
  return (
    <li className="r-risk">
      <div>
        <h3>
          <PriorityIcon level={ticket.priority as PriorityLevel} />
          <AppLink to={`/tickets/${ticket.id}`}>{ticket.name}</AppLink>
          <span>{ticket.subject}</span>
        </h3>
        <p className="r-quiet">
          {[ticket.client?.name, person?.name ?? said.whyNobody].filter(Boolean).join(' · ')}
        </p>
      </div>
      <div>
        <p className="r-quiet num">
          {targets[risk.target]} <ClockChip clock={risk.clock} />{' '}
          <span className="r-late">{said.late({ minutes: risk.lateMinutes })}</span>
        </p>
        <p className="r-quiet num">
          {person ? (isAnswer ? said.whyAnswer(facts) : said.why(facts)) : said.whyNobody}
        </p>
        {!isAnswer && <Effort risk={risk} />}
      </div>
      <Reassign risk={risk} />
    </li>
  )
}

/** Where the expected work comes from. */
function Effort({ risk }: { risk: Risk }) {
  const { lang, words } = useSpeech()
  const said = words.reports.forecast
  const { estimate } = risk
  const source = said.estimate[estimate.from]
  return (
    <p className="r-quiet num">
      {said.effort({
        left: duration(lang, risk.effortMinutes * 60),
        estimate: typeof source === 'string' ? source : source({ n: estimate.cases }),
      })}
    </p>
  )
}

function Reassign({ risk: { ticket, person, move } }: { risk: Risk }) {
  const { words } = useSpeech()
  const said = words.reports.forecast
  const queries = useQueryClient()
  const refusal = useRefusal()
  const give = (staffId: string) =>
    api.put('/api/tickets/{id}/assignee', { path: { id: ticket.id }, body: { staffId } })
  const renew = () => queries.invalidateQueries({ queryKey: ['tickets'] })
  const hand = useMutation({
    mutationFn: (to: { id: string; name: string }) => give(to.id),
    onSuccess: async (_, to) => {
      await renew()
      showToast({
        text: said.done({ name: ticket.name, to: to.name }),
        ...(person && { onUndo: () => void give(person.id).then(renew, refusal.show) }),
      })
    },
    onError: refusal.show,
  })
  if (!move) return <p className="r-quiet">{said.noMove}</p>
  return (
    <div className="r-move">
      <Button size="xs" variant="light" loading={hand.isPending} onClick={() => hand.mutate(move.to)}>
        {said.reassign({ to: move.to.name })}
      </Button>
      <p className="r-quiet num">
        {said.saves({ targets: move.savedTargets, minutes: move.savedMinutes })}
        {move.lateMinutesAfter > 0 && `, ${said.stillLate({ minutes: move.lateMinutesAfter })}`}
      </p>
      <RefusalNote refusal={refusal} />
    </div>
  )
}

function People({ people }: { people: Forecast['people'] }) {
  const { lang, words } = useSpeech()
  const said = words.reports.forecast
  const sorted = people.toSorted(
    (a, b) => b.loadMinutes - a.loadMinutes || a.name.localeCompare(b.name, lang),
  )
  return (
    <Card title={said.people}>
      <ul className="r-people">
        {sorted.map((one) => (
          <li key={one.id}>
            <Avatar name={one.name} size={28} />
            <span>
              <strong>{one.name}</strong>
              <p className="r-quiet num">
                {said.load({ n: one.openTickets, time: duration(lang, one.loadMinutes * 60) })}
                {' · '}
                {one.freeMinutes > 0 ? said.free({ time: duration(lang, one.freeMinutes * 60) }) : said.full}
              </p>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
