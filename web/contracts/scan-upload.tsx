/** Signed paper is sent in: its pages as files, the day of signature; the program finds out where it belongs. */
import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { dateOf } from '#words/format.ts'
import { api } from '../kit/api.ts'
import { pageClock } from '../kit/clock.ts'
import { RefusalNote, useRefusal } from '../kit/refusals.tsx'
import { useWords } from '../kit/words.tsx'
import type { Scan } from './document-data.ts'
import { FileDrop, scanAccept } from './file-drop.tsx'

export function ScanUpload({
  wanted,
  onSent,
}: {
  wanted?: { contractId: string; number: number }
  onSent?: (scan: Scan) => void
}) {
  const words = useWords().documents.scans
  const refusal = useRefusal()
  const queries = useQueryClient()
  const [files, setFiles] = useState<File[]>([])
  const [signedOn, setSignedOn] = useState(dateOf(pageClock.nowMs()))
  const send = useMutation({
    mutationFn: async () => {
      const fileIds: string[] = []
      for (const file of files) fileIds.push((await api.upload('/api/files', file)).id)
      return api.post('/api/signed-scans', { body: { fileIds, signedOn, ...wanted } })
    },
    onSuccess: (scan) => {
      setFiles([])
      void queries.invalidateQueries({ queryKey: ['scan'] })
      onSent?.(scan)
    },
    onError: refusal.show,
  })
  return (
    <form className="d-upload" onSubmit={(event) => (event.preventDefault(), refusal.clear(), send.mutate())}>
      <FileDrop
        label={words.drop}
        hint={words.dropHint}
        accept={scanAccept}
        several
        files={files}
        onFiles={(chosen) => (refusal.clear(), setFiles(chosen))}
      />
      <RefusalNote refusal={refusal} fields={['signedOn']} />
      <div className="d-upload-row">
        <TextInput
          type="date"
          label={words.signedOn}
          value={signedOn}
          max={dateOf(pageClock.nowMs())}
          error={refusal.of('signedOn')}
          onChange={(event) => setSignedOn(event.currentTarget.value)}
        />
        <Button type="submit" disabled={files.length === 0 || !signedOn} loading={send.isPending}>
          {words.send}
        </Button>
      </div>
    </form>
  )
}
