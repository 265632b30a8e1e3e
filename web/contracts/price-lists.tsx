/** The company's price lists: each with its versions, and how many contracts stand on which. */
import { Button, Modal, Select, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PriceList } from '#engines/pricing/price-list.ts'
import { date, dateOf } from '#words/format.ts'
import { useCompany } from '../accounts/company-data.ts'
import { api } from '../kit/api.ts'
import { Card } from '../kit/controls.tsx'
import { ReasonChip } from '../kit/data.tsx'
import { AppLink, useGo } from '../kit/link.tsx'
import { Page, PageHeader } from '../kit/page.tsx'
import { RefusalNote, useRefusal } from '../kit/refusals.tsx'
import { EmptyState, SkeletonAfter } from '../kit/states.tsx'
import { useSpeech, useWords } from '../kit/words.tsx'
import { ArchiveToggle, useArchive } from './archive.tsx'
import { ContractViews } from './contract-views.tsx'
import { useIsManager, usePriceLists, useTemplate, useTemplates } from './life-data.ts'
import { useTemplateName } from './template-name.ts'
import './contracts.css'
import './contract-life.css'

export default function PriceLists() {
  const { lang, words } = useSpeech()
  const said = words.contractLife.priceLists
  const isManager = useIsManager()
  const { data } = usePriceLists()
  const archive = useArchive()
  const shown = data?.filter(({ archivedAt }) => archive.isShown || archivedAt === null)
  const [isAdding, setAdding] = useState(false)
  const add = isManager && (
    <Button leftSection={<IconPlus size={16} stroke={1.8} />} onClick={() => setAdding(true)}>
      {said.add}
    </Button>
  )
  return (
    <Page
      header={
        <PageHeader title={words.contracts.nav.contracts} actions={add}>
          <ContractViews chosen="priceLists" />
        </PageHeader>
      }
    >
      <div className="l-page">
        <div className="l-lead-row">
          <p className="c-lead">{said.lead}</p>
          {data?.some(({ archivedAt }) => archivedAt !== null) && <ArchiveToggle archive={archive} />}
        </div>
        {!data && <SkeletonAfter />}
        {shown?.length === 0 && <EmptyState sentence={said.empty} explanation={said.emptyWhy} />}
        <div className="l-cards">
          {shown?.map((list) => (
            <Card key={list.id} title={<AppLink to={`/price-lists/${list.id}`}>{list.name}</AppLink>}>
              {list.description && <p className="c-hint">{list.description}</p>}
              <div className="c-tags">
                {list.archivedAt && <ReasonChip tone="calm">{said.archived}</ReasonChip>}
                {list.versions.toReversed().map((version) => (
                  <ReasonChip key={version.id} tone={version.isDraft ? 'note' : 'soft'}>
                    {said.version(version.number)},{' '}
                    {version.isDraft
                      ? said.draft
                      : said.published(date(lang, dateOf(version.publishedAt ?? '')))}
                  </ReasonChip>
                ))}
              </div>
              {list.contracts.map(({ number, contracts }) => (
                <p key={number} className="c-hint num">
                  {said.version(number)}: {said.contracts(contracts)}
                </p>
              ))}
            </Card>
          ))}
        </div>
      </div>
      {isAdding && <NewPriceList onClose={() => setAdding(false)} />}
    </Page>
  )
}

function NewPriceList({ onClose }: { onClose: () => void }) {
  const words = useWords()
  const said = words.contractLife.priceLists
  const go = useGo()
  const queries = useQueryClient()
  const refusal = useRefusal()
  const { data: company } = useCompany()
  const { data: templates = [] } = useTemplates()
  const nameOf = useTemplateName()
  const [name, setName] = useState('')
  const [from, setFrom] = useState<string>()
  const chosen = from ?? company?.trade ?? ''
  const { data: template } = useTemplate(chosen)
  const empty: PriceList = { currency: 'PLN', vat: '23', items: [] }
  const create = useMutation({
    mutationFn: () =>
      api.post('/api/price-lists', {
        body: { name, priceList: chosen === '' ? empty : (template?.terms.priceList ?? empty) },
      }),
    onSuccess: (list) => (
      void queries.invalidateQueries({ queryKey: ['priceLists'] }),
      go(`/price-lists/${list.id}`)
    ),
    onError: refusal.show,
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={said.add}
      closeButtonProps={{ 'aria-label': words.kit.buttons.close }}
    >
      <form className="c-form" onSubmit={(e) => (e.preventDefault(), refusal.clear(), create.mutate())}>
        <TextInput
          label={said.name}
          required
          data-autofocus
          value={name}
          error={refusal.of('name')}
          onChange={(e) => setName(e.currentTarget.value)}
        />
        <Select
          label={said.startFrom}
          data={[
            { value: '', label: said.startEmpty },
            ...templates
              .filter(({ archivedAt }) => archivedAt === null)
              .map((one) => ({ value: one.id, label: nameOf(one) })),
          ]}
          value={chosen}
          allowDeselect={false}
          onChange={(value) => setFrom(value ?? '')}
        />
        <RefusalNote refusal={refusal} fields={['name']} />
        <Button type="submit" size="md" disabled={name.trim() === ''} loading={create.isPending}>
          {said.add}
        </Button>
      </form>
    </Modal>
  )
}
