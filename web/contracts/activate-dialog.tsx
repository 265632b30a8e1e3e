/** Putting a version in force: what is wrong first, the other contract over the same days second, then the deed. */
import { Button, Modal } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { date, money, month } from '#words/format.ts'
import { ApiRefusal, api } from '../kit/api.ts'
import { useGo } from '../kit/link.tsx'
import { RefusalNote, useRefusal } from '../kit/refusals.tsx'
import { showToast } from '../kit/toasts.tsx'
import { useSpeech } from '../kit/words.tsx'
import { contractKey, type ContractDetail, type VersionDetail } from './contract-data.ts'
import './contract-life.css'

export function ActivateDialog({
  contract,
  version,
  label,
  onClose,
}: {
  contract: ContractDetail
  version: VersionDetail
  label: string
  onClose: () => void
}) {
  const { lang, words } = useSpeech()
  const said = words.contracts.editor
  const go = useGo()
  const queries = useQueryClient()
  const refusal = useRefusal()
  const activate = useMutation({
    mutationFn: (confirmOverlap: boolean) =>
      api.put('/api/contracts/{id}/versions/{number}/activation', {
        path: { id: contract.id, number: version.number },
        body: {
          version: version.version,
          confirmOverlap,
        },
      }),
    onSuccess: (next) => {
      queries.setQueryData(contractKey(contract.id), next)
      void queries.invalidateQueries({ queryKey: ['contract'] })
      showToast({ text: said.activated })
      go(`/contracts/${contract.id}`)
    },
    onError: refusal.show,
  })
  const isInsideSettled =
    version.kind === 'correction' && contract.settledTo !== null && version.validFrom <= contract.settledTo
  const [isSeen, setSeen] = useState(false)
  const overlaps = refusal.problem instanceof ApiRefusal && refusal.problem.code === 'contracts_overlap'
  const list = (weight: 'error' | 'warning') =>
    version.problems
      .filter((problem) => problem.weight === weight)
      .map((problem) => said.problem[problem.code as keyof typeof said.problem](problem.values))
  const [errors, warnings] = [list('error'), list('warning')]
  return (
    <Modal
      opened
      onClose={onClose}
      title={
        overlaps
          ? said.overlapTitle
          : version.kind === 'original'
            ? said.activateTitle(contract.number)
            : label
      }
      closeButtonProps={{ 'aria-label': words.kit.buttons.close }}
    >
      <div className="c-form">
        <p>
          {version.kind === 'original'
            ? said.activateWhy
            : said.activateAmendmentWhy(date(lang, version.validFrom))}
        </p>
        <Listed title={said.problems} items={errors} weight="error" />
        <Listed title={said.warnings} items={warnings} weight="warning" />
        {isInsideSettled && <Effect contract={contract} version={version} onSeen={() => setSeen(true)} />}
        <RefusalNote refusal={refusal} />
        <div className="c-actions">
          <Button variant="default" size="md" onClick={onClose}>
            {words.kit.buttons.cancel}
          </Button>
          <Button
            size="md"
            disabled={errors.length > 0 || (isInsideSettled && !isSeen)}
            loading={activate.isPending}
            onClick={() => activate.mutate(overlaps)}
          >
            {overlaps ? said.overlapAction : label}
          </Button>
        </div>
      </div>
    </Modal>
  )
}

function Listed({
  title,
  items,
  weight,
}: {
  title: string
  items: readonly string[]
  weight: 'error' | 'warning'
}) {
  if (items.length === 0) return null
  return (
    <div>
      <strong>{title}</strong>
      <ul className="c-problems">
        {items.map((item) => (
          <li key={item} data-weight={weight}>
            {item}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What a correction changes in months that are settled; asked anew for the terms as they are now. */
function Effect({
  contract,
  version,
  onSeen,
}: {
  contract: ContractDetail
  version: VersionDetail
  onSeen: () => void
}) {
  const { lang, words } = useSpeech()
  const said = words.contractLife.editor
  const { data } = useQuery({
    queryKey: ['contract', contract.id, 'effect', version.fingerprint, version.validFrom],
    queryFn: () =>
      api.put('/api/contracts/{id}/versions/{number}/effect', {
        path: { id: contract.id, number: version.number },
      }),
    staleTime: 0,
  })
  useEffect(() => {
    if (data) onSeen()
  }, [data, onSeen])
  return (
    <div>
      <strong>{said.effectTitle}</strong>
      <p className="c-hint">{said.effectWhy}</p>
      {data && data.months.every((one) => one.beforeGrosze === one.afterGrosze) && <p>{said.effectNone}</p>}
      {data && data.months.some((one) => one.beforeGrosze !== one.afterGrosze) && (
        <table className="l-table">
          <thead>
            <tr>
              <th>{said.effectMonth}</th>
              <th className="num">{said.effectBefore}</th>
              <th className="num">{said.effectAfter}</th>
            </tr>
          </thead>
          <tbody>
            {data.months.map((one) => (
              <tr key={one.month}>
                <td>{month(lang, `${one.month}-01`)}</td>
                <td className="num">{money(lang, one.beforeGrosze)}</td>
                <td className="num">{money(lang, one.afterGrosze)}</td>
              </tr>
            ))}
            <tr>
              <td>{said.effectSum}</td>
              <td />
              <td className="num">
                <strong>{money(lang, data.netGrosze)}</strong>
              </td>
            </tr>
          </tbody>
        </table>
      )}
    </div>
  )
}
