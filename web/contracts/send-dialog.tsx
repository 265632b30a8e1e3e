/** Sends a version to be signed: to whom, with which words. What the client can do there depends on its form. */
import { Button, Modal, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../kit/api.ts'
import { RefusalNote, useRefusal } from '../kit/refusals.tsx'
import { showToast } from '../kit/toasts.tsx'
import { useWords } from '../kit/words.tsx'
import { useClient, useVersion, type ContractDetail } from './contract-data.ts'
import './contracts.css'

export function SendToSign({
  contract,
  number,
  onClose,
}: {
  contract: ContractDetail
  number: number
  onClose: () => void
}) {
  const { documents, kit } = useWords()
  const words = documents.sending
  const { data: client } = useClient(contract.clientId)
  const { data: version } = useVersion(contract.id, number)
  const refusal = useRefusal()
  const queries = useQueryClient()
  const [typed, setTyped] = useState<string>()
  const [message, setMessage] = useState('')
  const to = typed ?? client?.email ?? ''
  const addresses = to.split(/[\s,;]+/).filter(Boolean)
  const send = useMutation({
    mutationFn: () =>
      api.post('/api/contracts/{id}/versions/{number}/signing-requests', {
        path: { id: contract.id, number },
        body: { to: addresses, ...(message.trim() && { message: message.trim() }) },
      }),
    onSuccess: () => {
      showToast({ text: words.sent })
      void queries.invalidateQueries({ queryKey: ['contract'] })
      onClose()
    },
    onError: refusal.show,
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.title}
      closeButtonProps={{ 'aria-label': kit.buttons.close }}
    >
      <form className="c-form" onSubmit={(event) => (event.preventDefault(), refusal.clear(), send.mutate())}>
        {version && (
          <p className="c-hint">
            {version.terms.document.form === 'documentary' ? words.byClick : words.bySignature}
            {version.sentAt && ` ${words.again}`}
          </p>
        )}
        <TextInput
          label={words.to}
          description={words.toHint}
          data-autofocus
          value={to}
          error={refusal.of('email')}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Textarea
          label={words.message}
          autosize
          minRows={2}
          maxLength={2000}
          value={message}
          onChange={(event) => setMessage(event.currentTarget.value)}
        />
        <RefusalNote refusal={refusal} fields={['email']} />
        <Button type="submit" size="md" disabled={addresses.length === 0} loading={send.isPending}>
          {words.send}
        </Button>
      </form>
    </Modal>
  )
}
