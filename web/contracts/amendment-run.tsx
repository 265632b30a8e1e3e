/** The review of amendments in bulk: old and new prices of each contract, who is taken in, and one button that makes them. */
import { Button, Checkbox } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { change as changeText, decimal, money, percent, price } from '#words/format.ts'
import { refusalSentence } from '#words/refusal-sentence.ts'
import { termNames, termValues } from '#words/term-names.ts'
import { addressOf, api } from '../kit/api.ts'
import { BottomBar, ConfirmDialog } from '../kit/controls.tsx'
import { ReasonChip } from '../kit/data.tsx'
import { AppLink, usePathParams } from '../kit/link.tsx'
import { Page, PageHeader } from '../kit/page.tsx'
import { useSentence } from '../kit/refusals.tsx'
import { EmptyState, ErrorState, SkeletonAfter } from '../kit/states.tsx'
import { showToast } from '../kit/toasts.tsx'
import { useSpeech } from '../kit/words.tsx'
import { runName } from './amendments.tsx'
import { useRun, type AmendmentItem, type AmendmentRunDetail } from './life-data.ts'
import './contracts.css'
import './contract-life.css'

export default function AmendmentRunPage() {
  const { id = '' } = usePathParams()
  const sentence = useSentence()
  const { data, error, refetch } = useRun(id)
  if (error) return <ErrorState sentence={sentence(error)} onRetry={() => void refetch()} />
  if (!data) return <SkeletonAfter />
  return <Run run={data} />
}

function Run({ run }: { run: AmendmentRunDetail }) {
  const { lang, words } = useSpeech()
  const said = words.contractLife.amendments
  const queries = useQueryClient()
  const sentence = useSentence()
  const [withLetters, setLetters] = useState(run.kind === 'indexation')
  const [isAsking, setAsking] = useState(false)
  const renewed = (next: AmendmentRunDetail) => queries.setQueryData(['indexation', run.id], next)
  const fail = (problem: unknown) => showToast({ text: sentence(problem), tone: 'problem' })
  const choose = useMutation({
    mutationFn: (body: { itemIds: string[]; isChosen: boolean }) =>
      api.put('/api/amendment-runs/{id}/choice', { path: { id: run.id }, body }),
    onSuccess: renewed,
    onError: fail,
  })
  const make = useMutation({
    mutationFn: () =>
      api.put('/api/amendment-runs/{id}/making', {
        path: { id: run.id },
        body: { sendsLetters: run.kind === 'indexation' && withLetters },
      }),
    onSuccess: (next) => (renewed(next), setAsking(false)),
    onError: (problem) => (setAsking(false), fail(problem)),
  })
  const free = run.items.filter(({ isBlocked }) => !isBlocked)
  const chosen = run.items.filter(({ isChosen }) => isChosen)
  const made = run.items.filter(({ madeAt }) => madeAt !== null).length
  const failed = run.items.filter(({ failure }) => failure !== null)
  const isOpen = run.startedAt === null
  const isAll = free.length > 0 && free.every(({ isChosen }) => isChosen)
  return (
    <Page
      header={
        <PageHeader
          crumbs={[
            { label: words.contractLife.nav.amendments, to: '/amendments' },
            { label: runName(said, lang, run) },
          ]}
        />
      }
      bottom={
        run.items.length > 0 && (
          <BottomBar
            title={isOpen ? said.chosen(chosen.length) : said.made(made)}
            detail={failed.length > 0 ? `${said.failed}: ${failed.length}` : undefined}
            sums={[
              {
                label: said.sum,
                value: money(
                  lang,
                  chosen.reduce((sum, { facts }) => sum + facts.feeAfterGrosze, 0),
                ),
                large: true,
              },
            ]}
          >
            {isOpen && run.kind === 'indexation' && (
              <Checkbox
                label={said.letters}
                checked={withLetters}
                onChange={(e) => setLetters(e.currentTarget.checked)}
              />
            )}
            {isOpen && (
              <Button size="md" disabled={chosen.length === 0} onClick={() => setAsking(true)}>
                {said.make(chosen.length)}
              </Button>
            )}
            {!isOpen && failed.length > 0 && (
              <Button size="md" loading={make.isPending} onClick={() => make.mutate()}>
                {said.again}
              </Button>
            )}
          </BottomBar>
        )
      }
    >
      <div className="l-page">
        {run.items.length === 0 && <EmptyState sentence={said.none} />}
        {run.items.length > 0 && (
          <div className="l-table-scroll" tabIndex={0} role="region" aria-label={words.kit.frame.content}>
            <table className="l-table">
              <thead>
                <tr>
                  <th>
                    {isOpen && (
                      <Checkbox
                        aria-label={said.chosen(free.length)}
                        checked={isAll}
                        indeterminate={!isAll && chosen.length > 0}
                        onChange={() =>
                          choose.mutate({ itemIds: free.map(({ id }) => id), isChosen: !isAll })
                        }
                      />
                    )}
                  </th>
                  <th>{said.contract}</th>
                  <th className="num">{said.change}</th>
                  <th className="num">{said.before}</th>
                  <th className="num">{said.after}</th>
                  <th>{said.prices}</th>
                  <th>{said.why}</th>
                </tr>
              </thead>
              <tbody>
                {run.items.map((item) => (
                  <Row
                    key={item.id}
                    run={run}
                    item={item}
                    onChoose={
                      isOpen && !item.isBlocked
                        ? (isChosen) => choose.mutate({ itemIds: [item.id], isChosen })
                        : undefined
                    }
                  />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </div>
      <ConfirmDialog
        opened={isAsking}
        title={said.make(chosen.length)}
        action={said.make(chosen.length)}
        busy={make.isPending}
        onConfirm={() => make.mutate()}
        onClose={() => setAsking(false)}
      >
        {runName(said, lang, run)}
      </ConfirmDialog>
    </Page>
  )
}

function Row({
  run,
  item,
  onChoose,
}: {
  run: AmendmentRunDetail
  item: AmendmentItem
  onChoose: ((isChosen: boolean) => void) | undefined
}) {
  const { lang, words } = useSpeech()
  const said = words.contractLife.amendments
  const { facts } = item
  return (
    <tr>
      <td>
        {onChoose && (
          <Checkbox
            aria-label={item.number}
            checked={item.isChosen}
            onChange={(e) => onChoose(e.currentTarget.checked)}
          />
        )}
      </td>
      <td>
        <AppLink to={`/contracts/${item.contractId}`} className="num">
          {item.number}
        </AppLink>
        <br />
        <span className="c-hint">{item.clientName}</span>
      </td>
      <td className="num">
        {facts.changeBp !== undefined && changeText(lang, facts.changeBp)}
        {facts.limit && (
          <>
            <br />
            <span className="c-hint">{`${said.held[facts.limit]} (${percent(lang, facts.announcedBp ?? 0)})`}</span>
          </>
        )}
      </td>
      <td className="num">{money(lang, facts.feeBeforeGrosze)}</td>
      <td className="num">{money(lang, facts.feeAfterGrosze)}</td>
      <td>
        {facts.changes.length > 0 && (
          <details>
            <summary>{said.pricesOf(facts.changes.length)}</summary>
            <ul className="c-plain-list num">
              {facts.changes.map((one) => (
                <li key={`${one.itemId} ${one.path}`}>
                  {one.name ?? one.itemId},{' '}
                  {one.path
                    .split('.')
                    .filter((part) => !/^\d+$/.test(part))
                    .map((part) => termNames[lang][part] ?? part)
                    .join(', ')}
                  : <del className="c-was">{price(lang, one.before)}</del> {price(lang, one.after)}
                </li>
              ))}
            </ul>
          </details>
        )}
      </td>
      <td>
        <div className="c-tags">
          {item.problem && (
            <ReasonChip tone={item.isBlocked ? 'calm' : 'note'}>{said.problems[item.problem]}</ReasonChip>
          )}
          {(facts.overridden?.length ?? 0) > 0 && (
            <ReasonChip tone="outline">{said.overridden(facts.overridden!.length)}</ReasonChip>
          )}
          {item.failure && (
            <ReasonChip tone="decision">
              {refusalSentence(lang, item.failure.code, item.failure.facts)}
            </ReasonChip>
          )}
          {item.versionNumber !== null && (
            <AppLink to={`/contracts/${item.contractId}/versions/${item.versionNumber}`}>{said.item}</AppLink>
          )}
        </div>
        {run.kind === 'indexation' && facts.changeBp !== undefined && (
          <a
            href={addressOf('/api/amendment-runs/{id}/items/{itemId}/letter', {
              path: { id: run.id, itemId: item.id },
            })}
            target="_blank"
            rel="noreferrer"
          >
            {said.letter}
          </a>
        )}
        {facts.index?.value && (
          <div className="c-hint">
            {termValues[lang][facts.index.key]}, {facts.index.year}: {decimal(lang, facts.index.value, 1)}
          </div>
        )}
      </td>
    </tr>
  )
}
