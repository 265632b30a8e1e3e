/** Where the prices of a draft come from: a published version of a company list, with its own prices counted. */
import { Button, Modal, Select } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../kit/api.ts'
import { RefusalNote, useRefusal } from '../kit/refusals.tsx'
import { useWords } from '../kit/words.tsx'
import { contractKey, versionKey, type ContractDetail, type VersionDetail } from './contract-data.ts'
import { usePriceLists, type CompanyPriceList } from './life-data.ts'
import './contract-life.css'

export function PriceListSource({
  contract,
  version,
  saveFirst,
}: {
  contract: ContractDetail
  version: VersionDetail
  saveFirst: () => Promise<void>
}) {
  const said = useWords().contractLife.editor
  const { data: lists = [] } = usePriceLists()
  const [isOpen, setOpen] = useState(false)
  const list = lists.find(({ id }) => id === version.priceListId)
  const offered = lists.filter((one) => !one.archivedAt && one.versions.some(({ isDraft }) => !isDraft))
  if (!list && offered.length === 0) return null
  const taken = list?.versions.find(({ number }) => number === version.priceListNumber)
  return (
    <div className="c-source">
      <span>
        {list ? said.followsList(list.name, version.priceListNumber ?? 0) : said.followsNone}
        {taken && ` ${said.overrides(overridden(version, taken))}`}
      </span>
      {version.isDraft && (
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => void saveFirst().then(() => setOpen(true))}
        >
          {said.takeList}
        </Button>
      )}
      {isOpen && (
        <TakeDialog contract={contract} version={version} lists={offered} onClose={() => setOpen(false)} />
      )}
    </div>
  )
}

/** Items that this contract has otherwise than the list it took. */
function overridden(version: VersionDetail, taken: CompanyPriceList['versions'][number]): number {
  return version.terms.priceList.items.filter((item) => {
    const own = taken.priceList.items.find(({ id }) => id === item.id)
    return own && JSON.stringify(own) !== JSON.stringify(item)
  }).length
}

function TakeDialog({
  contract,
  version,
  lists,
  onClose,
}: {
  contract: ContractDetail
  version: VersionDetail
  lists: readonly CompanyPriceList[]
  onClose: () => void
}) {
  const words = useWords()
  const said = words.contractLife.editor
  const queries = useQueryClient()
  const refusal = useRefusal()
  const [chosen, setChosen] = useState(version.priceListId ?? lists[0]?.id ?? null)
  const take = useMutation({
    mutationFn: (priceListId: string | null) =>
      api.put('/api/contracts/{id}/versions/{number}/price-list', {
        path: { id: contract.id, number: version.number },
        body: { version: version.version, priceListId },
      }),
    onSuccess(next) {
      queries.setQueryData(versionKey(contract.id, version.number), next)
      void queries.invalidateQueries({ queryKey: contractKey(contract.id) })
      onClose()
    },
    onError: refusal.show,
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={said.takeListTitle}
      closeButtonProps={{ 'aria-label': words.kit.buttons.close }}
    >
      <div className="c-form">
        <p>{said.takeListWhy}</p>
        <Select
          label={words.contractLife.nav.priceLists}
          data={lists.map(({ id, name, versions }) => ({
            value: id,
            label: `${name}, ${words.contractLife.priceLists.version(versions.findLast(({ isDraft }) => !isDraft)?.number ?? 0)}`,
          }))}
          value={chosen}
          onChange={setChosen}
          allowDeselect={false}
        />
        <RefusalNote refusal={refusal} />
        <div className="c-actions">
          {version.priceListId && (
            <Button variant="default" size="md" loading={take.isPending} onClick={() => take.mutate(null)}>
              {said.stopFollowing}
            </Button>
          )}
          <Button
            size="md"
            disabled={!chosen}
            loading={take.isPending}
            onClick={() => chosen && take.mutate(chosen)}
          >
            {said.take}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
