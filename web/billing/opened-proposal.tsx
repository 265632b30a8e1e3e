/** An opened proposal: problems in words, lines that explain themselves, edits, and the proof that no work was left out. */
import { ActionIcon, Button } from '@mantine/core'
import { IconAlertTriangle, IconArrowBackUp, IconPencil, IconPlus } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type MouseEvent } from 'react'
import {
  decimal,
  duration,
  list,
  money,
  month as monthName,
  price,
  time,
  weekdayAndDay,
} from '#words/format.ts'
import { explainLine, isExplained } from '#words/explain-line.ts'
import { Completeness, Money, ReasonChip } from '../kit/data.tsx'
import { api } from '../kit/api.ts'
import { Explained } from '../kit/explain.tsx'
import { AppLink, LinkButton } from '../kit/link.tsx'
import { useSentence } from '../kit/refusals.tsx'
import { SkeletonAfter } from '../kit/states.tsx'
import { showToast } from '../kit/toasts.tsx'
import { useSpeech } from '../kit/words.tsx'
import { useZone } from '../kit/zone.ts'
import {
  monthKey,
  proposalKey,
  useProposal,
  type Month,
  type Proposal,
  type ProposalLine,
  type ProposalRow,
} from './billing-data.ts'
import { AddLineDialog, DecideDialog, EditLineDialog } from './line-dialogs.tsx'
import { decidable, kindOfBin, monthsBack, proofs, squaresOf, type UnitProof } from './review.ts'

export function OpenedProposal({ month, row }: { month: Month; row: ProposalRow }) {
  const { data } = useProposal(month.month, row.id)
  if (!data)
    return (
      <div className="bil-opened">
        <SkeletonAfter rows={3} />
      </div>
    )
  // What happens in here, also in its dialogs, is no click on the row around it.
  return (
    <div className="bil-opened" role="presentation" onClick={stop} onDoubleClick={stop}>
      <div className="bil-opened-lines">
        <Problems proposal={data} month={month} />
        <Lines proposal={data} month={month.month} />
      </div>
      <div className="bil-opened-proof">
        <Proof proposal={data} month={month.month} />
      </div>
    </div>
  )
}

const stop = (event: MouseEvent) => event.stopPropagation()

function Problems({ proposal, month }: { proposal: Proposal; month: Month }) {
  const { lang, words } = useSpeech()
  const said = words.billing
  const [deciding, setDeciding] = useState(false)
  if (proposal.problems.length === 0 || proposal.state === 'issued') return null
  const sentence = (code: string, facts: Record<string, unknown>) => {
    const named = said.binReasons as Record<string, string>
    const reasons = ((facts['reasons'] as string[] | undefined) ?? []).map((one) => named[one] ?? one)
    switch (code) {
      case 'pending_work':
        return said.problems.pending_work({
          n: (facts['workIds'] as string[]).length,
          reasons: list(lang, reasons),
        })
      case 'contract_not_signed':
        return said.problems.contract_not_signed({ number: String(facts['number']) })
      case 'buyer_incomplete':
        return said.problems.buyer_incomplete({ name: proposal.clientName })
      case 'cannot_be_priced':
        return said.problems.cannot_be_priced({
          number: String(facts['number']),
          month: String(facts['month']),
        })
      case 'reading_missing':
      case 'reading_estimated':
        return said.problems[code]({ device: String(facts['device']), meter: String(facts['meter']) })
      default:
        return said.problems.edited_line_changed({ name: String(facts['name'] ?? '') })
    }
  }
  return (
    <div className="bil-problems">
      <ul>
        {proposal.problems.map(({ code, facts }, i) => (
          <li key={i}>
            <IconAlertTriangle size={16} stroke={1.7} aria-hidden />
            <span>{sentence(code, facts)}</span>
          </li>
        ))}
      </ul>
      <div className="bil-actions">
        {proposal.problems.some(({ code }) => code === 'buyer_incomplete') && (
          <LinkButton size="xs" variant="default" to={`/clients/${proposal.clientId}`}>
            {said.row.toClient}
          </LinkButton>
        )}
        {decidable(proposal.problems) && (
          <Button size="xs" variant="default" onClick={() => setDeciding(true)}>
            {said.row.decide}
          </Button>
        )}
      </div>
      {deciding && (
        <DecideDialog month={month.month} proposal={proposal} onClose={() => setDeciding(false)} />
      )}
    </div>
  )
}

function Lines({ proposal, month }: { proposal: Proposal; month: string }) {
  const { lang, words } = useSpeech()
  const said = words.billing.row
  const [adding, setAdding] = useState(false)
  const [edited, setEdited] = useState<ProposalLine>()
  const isOpen = proposal.state === 'open'
  return (
    <>
      <ul className="bil-lines" aria-label={said.lines}>
        {proposal.lines.map((line) => (
          <Line
            key={line.id}
            line={line}
            proposal={proposal}
            month={month}
            {...(isOpen && { onEdit: () => setEdited(line) })}
          />
        ))}
      </ul>
      <div className="bil-lines-foot">
        {isOpen && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={15} stroke={1.8} />}
            onClick={() => setAdding(true)}
          >
            {said.add}
          </Button>
        )}
        {proposal.invoiceId && (
          <LinkButton size="xs" variant="default" to={`/invoices/${proposal.invoiceId}`}>
            {said.toInvoice}
          </LinkButton>
        )}
        <span className="bil-total num">
          {words.kit.money.net} <b>{money(lang, proposal.totals.netGrosze, proposal.currency)}</b>
        </span>
      </div>
      {adding && <AddLineDialog month={month} proposal={proposal} onClose={() => setAdding(false)} />}
      {edited && (
        <EditLineDialog
          month={month}
          proposal={proposal}
          line={edited}
          onClose={() => setEdited(undefined)}
        />
      )}
    </>
  )
}

function Line({
  line,
  proposal,
  month,
  onEdit,
}: {
  line: ProposalLine
  proposal: Proposal
  month: string
  onEdit?: () => void
}) {
  const { lang, words } = useSpeech()
  const said = words.billing.row
  const renamed = line.now.name !== line.name
  const explanation = isExplained(line.explanation) ? explainLine(lang, line.explanation) : ''
  return (
    <li>
      <div className="bil-line-name">
        <Explained
          label={said.explain}
          explanation={<Explanation line={line} proposal={proposal} text={explanation} />}
        >
          {line.now.name}
        </Explained>
        {renamed && (
          <>
            {' '}
            <span className="sr-only">{said.was} </span>
            <del className="bil-dim">{line.name}</del>
          </>
        )}
        <span className="bil-dim">
          {line.explanation.clause ? `${said.clause(line.explanation.clause)}, ` : ''}
          {explanation}
        </span>
        <TicketChips line={line} proposal={proposal} />
        {line.edit && <Edit line={line} proposal={proposal} month={month} />}
      </div>
      <span className="bil-line-quantity num bil-dim">
        {line.edit?.isWaived ? said.waived : <Quantity line={line} />}
      </span>
      <span className="bil-line-net">
        <Money
          grosze={line.now.netGrosze}
          strong
          {...(line.edit && !line.isAdded && { was: line.netGrosze })}
        />
      </span>
      {onEdit ? (
        <ActionIcon variant="subtle" color="gray" aria-label={said.edit(line.now.name)} onClick={onEdit}>
          <IconPencil size={16} stroke={1.7} />
        </ActionIcon>
      ) : (
        <span />
      )}
    </li>
  )
}

function Quantity({ line }: { line: ProposalLine }) {
  const { lang, words } = useSpeech()
  const unit = typeof line.unit === 'string' ? (words.billing.units[line.unit] ?? line.unit) : line.unit.named
  const isEditedAmount = line.edit?.netGrosze !== undefined
  if (line.isInformative && !line.edit) return <>{words.billing.row.inFee}</>
  if (isEditedAmount || line.unit === 'amount') return null
  const many = decimal(lang, line.now.quantity, 0, 2)
  return (
    <>
      {line.now.quantity === '1'
        ? `1\u00a0${unit}`
        : `${many}\u00a0×\u00a0${price(lang, line.now.unitPrice)}`}
    </>
  )
}

/** The tickets that cost something stand first, in the colour of what is over the fee. */
function TicketChips({ line, proposal, all }: { line: ProposalLine; proposal: Proposal; all?: boolean }) {
  const said = useSpeech().words.billing.row
  const shares = isExplained(line.explanation) && 'works' in line.explanation ? line.explanation.works : []
  const known = shares.filter((share) => proposal.tickets[share.id])
  const shown = all ? known : known.filter((share) => share.bin === 'overage').slice(0, 8)
  const rest = known.filter((share) => share.bin === 'overage').length - shown.length
  if (shown.length === 0) return null
  return (
    <span className="bil-tickets">
      {shown.map(({ id, bin }) => (
        <AppLink key={id} to={`/tickets/${id}`} title={proposal.tickets[id]!.subject}>
          <ReasonChip tone={bin === 'overage' ? 'note' : bin === 'included' ? 'soft' : 'calm'}>
            {proposal.tickets[id]!.number}
          </ReasonChip>
        </AppLink>
      ))}
      {!all && rest > 0 && <span className="bil-dim">{said.more(rest)}</span>}
    </span>
  )
}

function Explanation({ line, proposal, text }: { line: ProposalLine; proposal: Proposal; text: string }) {
  const said = useSpeech().words.billing.row
  return (
    <div className="bil-explanation">
      <strong>{said.explain}</strong>
      <p>{text}</p>
      {line.explanation.clause && <p className="bil-dim">{said.clause(line.explanation.clause)}</p>}
      <TicketChips line={line} proposal={proposal} all />
    </div>
  )
}

/** Who changed it, when and why; undone by one click. */
function Edit({ line, proposal, month }: { line: ProposalLine; proposal: Proposal; month: string }) {
  const { lang, words } = useSpeech()
  const zone = useZone()
  const said = words.billing.row
  const queries = useQueryClient()
  const sentence = useSentence()
  const undo = useMutation({
    mutationFn: () =>
      api.delete('/api/proposals/{id}/lines/{lineId}/edit', {
        path: { id: proposal.id, lineId: line.id },
        query: { version: proposal.version },
      }),
    onSuccess: (now) => {
      queries.setQueryData(proposalKey(month, proposal.id), now)
      void queries.invalidateQueries({ queryKey: monthKey(month), exact: true })
      showToast({ text: said.undone })
    },
    onError: (problem) => {
      void queries.invalidateQueries({ queryKey: monthKey(month) })
      showToast({ text: sentence(problem), tone: 'problem' })
    },
  })
  const { edit } = line
  if (!edit) return null
  return (
    <span className="bil-edit">
      <IconPencil size={13} stroke={1.7} aria-hidden />
      <span>
        {edit.byName}, {weekdayAndDay(lang, edit.at, zone)} {time(lang, edit.at, zone)}: {edit.reason}
      </span>
      {proposal.state === 'open' && (
        <button
          type="button"
          className="bil-text-button"
          disabled={undo.isPending}
          onClick={() => undo.mutate()}
        >
          <IconArrowBackUp size={14} stroke={1.7} aria-hidden />
          {line.isAdded ? said.removeAdded : said.undo}
        </button>
      )}
    </span>
  )
}

function Proof({ proposal, month }: { proposal: Proposal; month: string }) {
  const { lang, words } = useSpeech()
  const said = words.billing
  const all = proofs(proposal.bins.flatMap((one) => one.bins))
  const tickets = all.find((one) => one.unit === 'ticket')
  const others = all.filter((one) => one.unit !== 'ticket')
  const squares = squaresOf(tickets)
  const before = monthsBack(`${month}-01`, 2)[1]!
  const { previous } = proposal
  return (
    <>
      <Completeness
        title={said.row.work(Number(tickets?.total ?? 0))}
        {...squares}
        lines={(tickets?.parts ?? []).map((part) => ({
          kind: kindOfBin(part.bin),
          label: <BinLabel part={part} proposal={proposal} />,
          value: part.quantity,
        }))}
      />
      {others.length > 0 && (
        <div className="bil-others">
          <strong>{said.row.otherWork}</strong>
          {others.map((proof) => (
            <OtherProof key={proof.unit} proof={proof} proposal={proposal} />
          ))}
        </div>
      )}
      {previous && (
        <p className="bil-dim bil-previous">
          {said.row.previous({
            month: monthName(lang, before),
            tickets: said.review.tickets(previous.tickets),
            net: money(lang, previous.netGrosze),
          })}
        </p>
      )}
    </>
  )
}

function BinLabel({ part, proposal }: { part: UnitProof['parts'][number]; proposal: Proposal }) {
  const { billing } = useSpeech().words
  const reason = part.reason && (billing.binReasons as Record<string, string>)[part.reason]
  const numbers = part.workIds.map((id) => proposal.tickets[id]?.number).filter(Boolean)
  const named = kindOfBin(part.bin) === 'closed' && numbers.length > 0 && numbers.length <= 3
  return (
    <span>
      {billing.bins[part.bin]}
      {reason && reason !== billing.bins[part.bin] ? `: ${reason}` : ''}
      {named ? ` ${numbers.join(', ')}` : ''}
    </span>
  )
}

function OtherProof({ proof, proposal }: { proof: UnitProof; proposal: Proposal }) {
  const { lang, words } = useSpeech()
  const write = (quantity: string) =>
    proof.unit === 'minute'
      ? duration(lang, Number(quantity) * 60)
      : proof.unit === 'kilometre'
        ? `${decimal(lang, quantity)}\u00a0km`
        : decimal(lang, quantity)
  return (
    <dl className="bil-proof num">
      {proof.parts.map((part, i) => (
        <div key={i}>
          <dt>
            <span className={`k-mark k-segment-${kindOfBin(part.bin)}`} aria-hidden />
            <BinLabel part={part} proposal={proposal} />
          </dt>
          <dd>{write(part.quantity)}</dd>
        </div>
      ))}
      <div className="bil-proof-sum">
        <dt>
          <span aria-hidden>=</span> {words.billing.row.unitTotals[proof.unit]}
        </dt>
        <dd>{write(proof.total)}</dd>
      </div>
    </dl>
  )
}
