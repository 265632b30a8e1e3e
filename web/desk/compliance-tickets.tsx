/** The list behind a figure of the report. */
import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { duration, moment } from '#words/format.ts'
import { api } from '../kit/api.ts'
import { ReasonChip } from '../kit/data.tsx'
import { AppLink } from '../kit/link.tsx'
import { SkeletonAfter } from '../kit/states.tsx'
import { useSpeech } from '../kit/words.tsx'
import { useZone } from '../kit/zone.ts'
import type { Asked, Dimension } from './compliance-view.ts'

const tones = { met: 'soft', missed: 'danger', open: 'calm' } as const

export function TicketsBehind({
  wish,
  asked,
  onClose,
}: {
  wish: { from: string; to: string; by: Dimension }
  asked: Asked
  onClose: () => void
}) {
  const { lang, words } = useSpeech()
  const said = words.reports.compliance
  const zone = useZone()
  const { from, to, by } = wish
  const { key, target, verdict } = asked
  const query = {
    from,
    to,
    ...(key !== undefined && { by, key }),
    ...(target && { target }),
    ...(verdict && { verdict }),
  }
  const { data } = useQuery({
    queryKey: ['tickets', 'compliance-list', query],
    queryFn: () => api.get('/api/reports/compliance/tickets', { query }),
  })
  const targets = words.clock.targets as Readonly<Record<string, string>>
  const at = (instant: string | null) => (instant ? moment(lang, instant, zone) : '–')
  if (!data) return <SkeletonAfter rows={4} />
  return (
    <section className="r-section" aria-label={said.behind({ n: data.length })}>
      <h2>
        {said.behind({ n: data.length })}{' '}
        <ActionIcon variant="subtle" size="sm" aria-label={said.close} onClick={onClose}>
          <IconX size={15} stroke={1.8} />
        </ActionIcon>
      </h2>
      <div className="r-scroll" tabIndex={0} role="region" aria-label={said.behind({ n: data.length })}>
        <table className="r-table num">
          <thead>
            <tr>
              <th>{said.ticket}</th>
              <th className="r-left">{said.target}</th>
              <th className="r-left">{said.dimensions.client}</th>
              <th className="r-left">{said.assignee}</th>
              <th>{said.reported}</th>
              <th>{said.due}</th>
              <th>{said.done}</th>
              <th>{said.over}</th>
            </tr>
          </thead>
          <tbody>
            {data.map((one) => (
              <tr key={`${one.id} ${one.target}`}>
                <td>
                  <AppLink to={`/tickets/${one.id}`}>{one.name}</AppLink> {one.subject}
                </td>
                <td className="r-left">
                  {targets[one.target]}{' '}
                  <ReasonChip tone={tones[one.verdict]}>{said.verdicts[one.verdict]}</ReasonChip>
                </td>
                <td className="r-left">{one.client?.name ?? '–'}</td>
                <td className="r-left">{one.assignee?.name ?? '–'}</td>
                <td>{at(one.reportedAt)}</td>
                <td>{at(one.dueAt)}</td>
                <td>{at(one.metAt)}</td>
                <td>
                  {one.verdict === 'missed' && one.overSeconds > 0 ? duration(lang, one.overSeconds) : '–'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
