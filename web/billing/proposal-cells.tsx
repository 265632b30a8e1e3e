/** One client's proposal as a row: the figures in columns, the reason, the change against the month before. */
import { ActionIcon, Checkbox } from '@mantine/core'
import { IconArrowDownRight, IconArrowUpRight, IconChevronRight, IconFileInvoice } from '@tabler/icons-react'
import { change } from '#words/format.ts'
import { Money, ReasonChip } from '../kit/data.tsx'
import { AppLink } from '../kit/link.tsx'
import { useSpeech } from '../kit/words.tsx'
import type { ProposalRow } from './billing-data.ts'
import { changeBp, mayIssue, reasonTones } from './review.ts'

type Props = { row: ProposalRow; opened: boolean; chosen: boolean; onToggle: () => void; onOpen: () => void }

export function ProposalCells({ row, opened, chosen, onToggle, onOpen }: Props) {
  const { words } = useSpeech()
  const said = words.billing.review
  const { list } = words.kit
  return (
    <div className="bil-grid bil-cells">
      {row.state === 'issued' ? (
        <IconFileInvoice size={17} stroke={1.7} className="bil-quiet" aria-hidden />
      ) : (
        <Checkbox
          style={{ ['--checkbox-size' as string]: '18px' }}
          radius={5}
          aria-label={mayIssue(row) ? list.select(row.clientName) : `${row.clientName}: ${said.cannotSelect}`}
          checked={chosen}
          disabled={!mayIssue(row)}
          onChange={onToggle}
        />
      )}
      <span className="bil-client">
        <strong>{row.clientName}</strong>
        <span className="bil-dim">{[...row.contractNumbers, said.tickets(row.tickets)].join(', ')}</span>
      </span>
      <span className="bil-reason">
        {row.invoiceId && row.invoiceNumber ? (
          <AppLink className="bil-link" to={`/invoices/${row.invoiceId}`}>
            {row.invoiceNumber}
          </AppLink>
        ) : (
          <ReasonChip tone={reasonTones[row.reason]}>{words.billing.reasons[row.reason]}</ReasonChip>
        )}
      </span>
      <span className="bil-right bil-wide">
        <Money grosze={row.totals.feeGrosze} />
      </span>
      <span className="bil-right bil-wide">
        <Money grosze={row.totals.overGrosze} />
      </span>
      <span className="bil-right bil-net">
        <Money grosze={row.totals.netGrosze} strong />
      </span>
      <Change row={row} />
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-expanded={opened}
        aria-label={opened ? list.collapse(row.clientName) : list.expand(row.clientName)}
        className="bil-chevron"
        onClick={onOpen}
      >
        <IconChevronRight size={17} stroke={1.7} aria-hidden />
      </ActionIcon>
    </div>
  )
}

function Change({ row }: { row: ProposalRow }) {
  const { lang, words } = useSpeech()
  const said = words.billing.review
  const bp = changeBp(row.totals.netGrosze, row.previousNetGrosze)
  const Arrow = (bp ?? 0) > 0 ? IconArrowUpRight : IconArrowDownRight
  return (
    <span className="bil-right bil-wide bil-change num">
      {bp === null && <span className="bil-dim">{said.firstTime}</span>}
      {bp === 0 && <span className="bil-dim">{said.noChange}</span>}
      {bp !== null && bp !== 0 && (
        <>
          <Arrow size={14} stroke={1.7} aria-hidden /> {change(lang, bp)}
        </>
      )}
    </span>
  )
}
