/** The months of billing, newest first; a month that was skipped says so. */
import { useState } from 'react'
import { month as monthName } from '#words/format.ts'
import { ReasonChip } from '../kit/data.tsx'
import { AppLink, LinkButton, useGo } from '../kit/link.tsx'
import { Page, PageHeader } from '../kit/page.tsx'
import { RowList } from '../kit/row-list.tsx'
import { EmptyState, SkeletonAfter } from '../kit/states.tsx'
import { useSpeech } from '../kit/words.tsx'
import { useMonths, type MonthInList } from './billing-data.ts'
import './billing.css'
import { monthState } from './review.ts'

const tones = {
  running: 'calm',
  skipped: 'decision',
  toPropose: 'note',
  toIssue: 'note',
  done: 'soft',
} as const

export default function Months() {
  const { lang, words } = useSpeech()
  const said = words.billing.months
  const go = useGo()
  const { data } = useMonths()
  const [active, setActive] = useState<string>()
  return (
    <Page header={<PageHeader title={words.billing.nav.billing} />}>
      {!data && <SkeletonAfter />}
      {data?.length === 0 && (
        <EmptyState
          sentence={said.empty}
          explanation={said.emptyWhy}
          action={
            <LinkButton to="/contracts" size="lg">
              {said.toContracts}
            </LinkButton>
          }
        />
      )}
      {data && data.length > 0 && (
        <RowList
          label={said.list}
          groups={[{ id: 'all', rows: data }]}
          keyOf={(one) => one.month}
          active={active}
          onActive={setActive}
          onOpen={(one) => go(`/billing/${one.month}`)}
          rowHeight={44}
        >
          {(one) => (
            <div className="bil-month">
              <AppLink to={`/billing/${one.month}`} className="bil-name">
                {monthName(lang, one.month)}
              </AppLink>
              <MonthChip of={one} />
              <span className="bil-dim">{one.isSkipped ? said.skippedWhy : ''}</span>
              <span className="bil-dim num bil-right">{one.issued > 0 && said.issued(one.issued)}</span>
            </div>
          )}
        </RowList>
      )}
    </Page>
  )
}

function MonthChip({ of }: { of: MonthInList }) {
  const said = useSpeech().words.billing.months
  const state = monthState(of)
  return (
    <span>
      <ReasonChip tone={tones[state]}>
        {state === 'toIssue' ? said.toIssue(of.proposals - of.issued) : said[state]}
      </ReasonChip>
    </span>
  )
}
