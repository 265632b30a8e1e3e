/** The terms of a contract become a template: without the people and places of its client. */
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { api } from '../kit/api.ts'
import { useGo } from '../kit/link.tsx'
import { useWords } from '../kit/words.tsx'
import { Dialog } from './contract-dialogs.tsx'
import type { ContractDetail } from './contract-data.ts'
import { useHands } from './hands-words.ts'

export function TemplateFromContract({
  contract,
  number,
  onClose,
}: {
  contract: ContractDetail
  number: number
  onClose: () => void
}) {
  const said = useHands().fromContract
  const words = useWords().contractLife.templates
  const go = useGo()
  const [name, setName] = useState('')
  return (
    <Dialog
      title={said.title(contract.number)}
      lead={said.lead}
      action={words.create}
      fields={['name']}
      disabled={name.trim() === ''}
      onClose={onClose}
      onDone={({ id }) => go(`/contract-templates/${id}`)}
      run={() => api.post('/api/contract-templates', { body: { name, contractId: contract.id, number } })}
    >
      {(error) => (
        <TextInput
          label={words.name}
          required
          data-autofocus
          maxLength={120}
          value={name}
          error={error('name')}
          onChange={(e) => setName(e.currentTarget.value)}
        />
      )}
    </Dialog>
  )
}
