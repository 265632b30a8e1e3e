/** Everything that was finished, with a search. */
import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { api } from '../kit/api.ts'
import { PanelPage } from '../kit/panel-frame.tsx'
import { EmptyState, SkeletonAfter } from '../kit/states.tsx'
import { usePanelWords } from '../kit/words.tsx'
import { HistoryRows } from './history-rows.tsx'
import './panel.css'

export default function History() {
  const { home } = usePanelWords().panel
  const [search, setSearch] = useState('')
  const [asked] = useDebouncedValue(search, 250)
  const { data } = useQuery({
    queryKey: ['tickets', { show: 'history', search: asked }],
    queryFn: () => api.get('/api/panel/tickets', { query: { show: 'history', search: asked } }),
    placeholderData: (before) => before,
  })
  return (
    <PanelPage title={home.history} back="/tickets">
      <TextInput
        aria-label={home.search}
        placeholder={home.search}
        leftSection={<IconSearch size={18} stroke={1.7} />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {!data && <SkeletonAfter rows={5} height={48} />}
      {data && data.length > 0 && <HistoryRows tickets={data} />}
      {data?.length === 0 &&
        (asked ? (
          <p className="p-plain">{home.notFound}</p>
        ) : (
          <EmptyState sentence={home.nothingInHistory} />
        ))}
    </PanelPage>
  )
}
