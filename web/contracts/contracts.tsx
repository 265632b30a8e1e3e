/** All contracts: which are in force, which wait as drafts, and the alarm of those in force that nobody signed. */
import { Button, Menu } from '@mantine/core'
import { IconDots, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { StatFilter } from '../kit/data.tsx'
import { useGo, useUrlState } from '../kit/link.tsx'
import { Page, PageHeader } from '../kit/page.tsx'
import { EmptyState, SkeletonAfter } from '../kit/states.tsx'
import { useWords } from '../kit/words.tsx'
import { useContracts, useMay, type ContractSummary } from './contract-data.ts'
import { ContractRows, NewContract } from './contract-rows.tsx'
import { ContractViews } from './contract-views.tsx'
import './contracts.css'

const views: Record<string, (contract: ContractSummary) => boolean> = {
  all: () => true,
  inForce: ({ state }) => state === 'inForce' || state === 'suspended',
  unsigned: ({ isUnsigned }) => isUnsigned,
  drafts: ({ state, draftNumber }) => state === 'draft' || draftNumber !== null,
  over: ({ state }) => state === 'ended' || state === 'expired',
}

export default function Contracts() {
  const { contracts: all, contractLife, documents, kit } = useWords()
  const go = useGo()
  const words = all.contracts
  const may = useMay()
  const [{ view = 'all' }, setUrl] = useUrlState()
  const { data } = useContracts()
  const [adding, setAdding] = useState(false)
  const shown = data?.filter(views[view] ?? views['all']!)
  const count = (id: string) => data?.filter(views[id]!).length ?? 0
  const labels = {
    all: words.all,
    inForce: words.inForce,
    unsigned: words.unsigned,
    drafts: words.drafts,
    over: words.over,
  }
  const more = (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <Button variant="default" px={8} aria-label={kit.buttons.more}>
          <IconDots size={17} stroke={1.7} />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {may.keepContracts && (
          <Menu.Item onClick={() => go('/contracts/import')}>{contractLife.nav.importing}</Menu.Item>
        )}
        <Menu.Item onClick={() => go('/signed-scans')}>{documents.nav.scans}</Menu.Item>
        <Menu.Item onClick={() => go('/document-templates')}>{documents.nav.templates}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
  const add = may.keepContracts && (
    <Button leftSection={<IconPlus size={16} stroke={1.8} />} onClick={() => setAdding(true)}>
      {words.new}
    </Button>
  )
  return (
    <Page
      header={
        <PageHeader
          title={all.nav.contracts}
          actions={
            <>
              {add}
              {more}
            </>
          }
        >
          <ContractViews chosen="contracts" />
        </PageHeader>
      }
    >
      {data && data.length > 0 && (
        <div className="c-tools">
          <StatFilter
            label={all.nav.contracts}
            chosen={view}
            onChoose={(id) => setUrl({ view: id === 'all' ? undefined : id })}
            stats={(Object.keys(labels) as (keyof typeof labels)[]).map((id) => ({
              id,
              label: labels[id].toLowerCase(),
              count: count(id),
              note: id === 'unsigned' && count(id) > 0,
            }))}
          />
        </div>
      )}
      {!data && <SkeletonAfter />}
      {data?.length === 0 && (
        <EmptyState
          sentence={words.empty}
          explanation={words.emptyWhy}
          action={
            may.keepContracts && (
              <Button size="lg" onClick={() => setAdding(true)}>
                {words.new}
              </Button>
            )
          }
        />
      )}
      {shown?.length === 0 && data && data.length > 0 && (
        <EmptyState sentence={kit.list.noMatch} drawing={null} />
      )}
      {shown && shown.length > 0 && <ContractRows contracts={shown} />}
      {adding && <NewContract onClose={() => setAdding(false)} />}
    </Page>
  )
}
