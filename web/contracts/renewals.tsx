/** What will happen to contracts, by the day until which somebody may act. */
import { Select } from '@mantine/core'
import { date, money } from '#words/format.ts'
import { ReasonChip, StatFilter, type TagTone } from '../kit/data.tsx'
import { AppLink, useUrlState } from '../kit/link.tsx'
import { Page, PageHeader } from '../kit/page.tsx'
import { useSentence } from '../kit/refusals.tsx'
import { EmptyState, ErrorState, SkeletonAfter } from '../kit/states.tsx'
import { useSpeech } from '../kit/words.tsx'
import { ContractViews } from './contract-views.tsx'
import { useRenewals, type RenewalItem } from './life-data.ts'
import './contracts.css'
import './contract-life.css'

const kinds = ['renews', 'expires', 'ends', 'expired', 'indexation'] as const
const tones: Record<RenewalItem['kind'], TagTone> = {
  renews: 'soft',
  expires: 'note',
  ends: 'calm',
  expired: 'decision',
  indexation: 'outline',
}
const spans = ['30', '120', '365'] as const

export default function Renewals() {
  const { lang, words } = useSpeech()
  const said = words.contractLife.renewals
  const sentence = useSentence()
  const [{ days = '120', kind = 'all' }, setUrl] = useUrlState()
  const { data, error, refetch } = useRenewals(Number(days) || 120)
  const shown = data?.filter((item) => kind === 'all' || item.kind === kind)
  const count = (id: string) => data?.filter((item) => id === 'all' || item.kind === id).length ?? 0
  return (
    <Page
      header={
        <PageHeader title={words.contracts.nav.contracts}>
          <ContractViews chosen="renewals" />
        </PageHeader>
      }
    >
      <div className="l-page">
        <p className="c-lead">{said.lead}</p>
        <div className="l-tools">
          <StatFilter
            label={said.within}
            chosen={kind}
            onChoose={(id) => setUrl({ kind: id === 'all' ? undefined : id })}
            stats={(['all', ...kinds] as const).map((id) => ({
              id,
              label: id === 'all' ? said.all : said.kinds[id],
              count: count(id),
              note: id === 'expired' && count(id) > 0,
            }))}
          />
          <Select
            size="xs"
            w={140}
            aria-label={said.within}
            value={days}
            allowDeselect={false}
            data={spans.map((value) => ({ value, label: `${said.within}: ${said.days(Number(value))}` }))}
            onChange={(value) => setUrl({ days: value === '120' ? undefined : (value ?? undefined) })}
          />
        </div>
        {error && <ErrorState sentence={sentence(error)} onRetry={() => void refetch()} />}
        {!data && !error && <SkeletonAfter />}
        {shown?.length === 0 && <EmptyState sentence={said.empty} explanation={said.emptyWhy} />}
        {shown && shown.length > 0 && (
          <ul className="l-rows">
            {shown.map((item) => (
              <li key={`${item.contractId} ${item.kind}`}>
                <ReasonChip tone={tones[item.kind]}>{said.kinds[item.kind]}</ReasonChip>
                <span>
                  <AppLink to={`/contracts/${item.contractId}`} className="num">
                    {item.number}
                  </AppLink>{' '}
                  {item.clientName}
                </span>
                <span className="l-wide c-hint">
                  {sentenceOf(said, lang, item)}
                  {item.isRenewalDeclined && ` (${words.contractLife.contract.declinedTag})`}
                </span>
                <span className="num">
                  {said.actBy} {date(lang, item.actBy)}
                  <br />
                  <span className={item.daysLeft < 0 ? 'l-late' : 'c-hint'}>{said.left(item.daysLeft)}</span>
                </span>
                <span className="num l-right">{money(lang, item.feeGrosze)}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Page>
  )
}

type Said = ReturnType<typeof useSpeech>['words']['contractLife']['renewals']

function sentenceOf(said: Said, lang: 'pl' | 'en', { kind, on, nextLastDay }: RenewalItem): string {
  const day = date(lang, on)
  return kind === 'renews'
    ? said.what.renews(day, nextLastDay ? date(lang, nextLastDay) : '')
    : said.what[kind](day)
}
