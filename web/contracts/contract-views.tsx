/** The pills over everything about contracts: the list, what comes next, price lists, templates, amendments in bulk. */
import { Pills } from '../kit/controls.tsx'
import { useGo } from '../kit/link.tsx'
import { useWords } from '../kit/words.tsx'
import { useIsManager } from './life-data.ts'

const places = {
  contracts: '/contracts',
  renewals: '/contracts/renewals',
  priceLists: '/price-lists',
  templates: '/contract-templates',
  amendments: '/amendments',
} as const
export type ContractViewId = keyof typeof places

export function ContractViews({ chosen }: { chosen: ContractViewId }) {
  const { contracts, contractLife } = useWords()
  const go = useGo()
  const isManager = useIsManager()
  const ids = (Object.keys(places) as ContractViewId[]).filter((id) => id !== 'amendments' || isManager)
  return (
    <Pills
      label={contracts.nav.contracts}
      chosen={chosen}
      pills={ids.map((id) => ({
        id,
        label: id === 'contracts' ? contracts.nav.contracts : contractLife.nav[id],
      }))}
      onChoose={(id) => go(places[id as ContractViewId])}
    />
  )
}
