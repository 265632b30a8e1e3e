/**
 * The page behind the link of a contract sent to be signed: the document, one click where a click
 * is enough, and a place to bring the signed paper back. Nobody is signed in; whoever holds the
 * link is the addressee of one mail.
 */
import { Button, Checkbox, TextInput } from '@mantine/core'
import { IconFileTypePdf } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { dateOf, moment, phoneOf } from '#words/format.ts'
import { addressOf, api } from '../kit/api.ts'
import { pageClock } from '../kit/clock.ts'
import { useUrlState } from '../kit/link.tsx'
import { RefusalNote, useRefusal, useSentence } from '../kit/refusals.tsx'
import { EmptyState, ErrorState, SkeletonAfter } from '../kit/states.tsx'
import { useSpeech, useWords } from '../kit/words.tsx'
import { ApiRefusal } from '../kit/api.ts'
import { OpenPage } from '../desk/open-page.tsx'
import { useScanRefusal, type Signing } from './document-data.ts'
import { FileDrop, scanAccept } from './file-drop.tsx'
import './documents.css'

const signingKey = (key: string) => ['signing', key] as const

export default function Sign() {
  const { kit, refusals } = useWords()
  const sentence = useSentence()
  const [{ key = '' }] = useUrlState()
  const { data, error, refetch } = useQuery({
    queryKey: signingKey(key),
    queryFn: () => api.get('/api/public/signing/{key}', { path: { key } }),
    enabled: key !== '',
    refetchInterval: ({ state }) => (state.data?.scan?.state === 'reading' ? 2500 : false),
  })
  if (data)
    return (
      <OpenPage company={data.company}>
        <Contract signing={data} linkKey={key} />
      </OpenPage>
    )
  if (!key)
    return (
      <OpenPage>
        <EmptyState sentence={refusals.link_unknown} />
      </OpenPage>
    )
  if (!error) return <SkeletonAfter />
  return (
    <OpenPage>
      {error instanceof ApiRefusal && error.status < 500 ? (
        <EmptyState sentence={sentence(error)} />
      ) : (
        <ErrorState
          sentence={kit.errors.screen}
          explanation={sentence(error)}
          onRetry={() => void refetch()}
        />
      )}
    </OpenPage>
  )
}

function Contract({ signing, linkKey }: { signing: Signing; linkKey: string }) {
  const { documents } = useWords()
  const words = documents.sign
  return (
    <div className="d-sign">
      <div>
        <h1>{words.title({ kind: signing.kind, number: signing.number })}</h1>
        <p className="o-lead" style={{ marginBottom: 0 }}>
          {words.between({ company: signing.company, client: signing.client })}
        </p>
      </div>
      <div className="d-sign-doc">
        <strong>{signing.document.name}</strong>
        <small className="num">
          {[words.from(signing.validFrom), words.size(signing.document.bytes)].join(' · ')}
          <br />
          {signing.fingerprint && words.fingerprint(signing.fingerprint)}
        </small>
        <Button
          component="a"
          href={addressOf('/api/public/signing/{key}/document', { path: { key: linkKey } })}
          target="_blank"
          variant="default"
          size="lg"
          leftSection={<IconFileTypePdf size={20} stroke={1.6} aria-hidden />}
        >
          {words.open}
        </Button>
      </div>
      <NextStep signing={signing} linkKey={linkKey} />
      {signing.manager && (
        <small>
          {words.contact}:{' '}
          {[signing.manager.name, phoneOf(signing.manager.phone), signing.manager.email]
            .filter(Boolean)
            .join(', ')}
        </small>
      )}
    </div>
  )
}

function NextStep({ signing, linkKey }: { signing: Signing; linkKey: string }) {
  const { lang, words: all } = useSpeech()
  const words = all.documents.sign
  const [again, setAgain] = useState(false)
  if (signing.accepted) {
    const { name, at } = signing.accepted
    return (
      <div className="d-sign-done" role="status">
        <h2>{words.done}</h2>
        <p>{words.doneWhy({ name, when: moment(lang, at), email: signing.email })}</p>
      </div>
    )
  }
  if (signing.state !== 'open')
    return (
      <div className="d-sign-problem" role="status">
        <h2>{signing.state === 'changed' ? words.changed : words.expired}</h2>
        <p>{words.askAgain({ name: signing.manager?.name ?? signing.company })}</p>
      </div>
    )
  if (signing.scan && !again) return <BroughtScan scan={signing.scan} onAgain={() => setAgain(true)} />
  return (
    <>
      {signing.byClick ? (
        <>
          <Acceptance signing={signing} linkKey={linkKey} />
          <p className="d-sign-or">{words.or}</p>
        </>
      ) : (
        <div>
          <h2>{words.needsSignature}</h2>
          <p className="o-lead">{words.needsSignatureHint}</p>
        </div>
      )}
      <Bring linkKey={linkKey} isMain={!signing.byClick} onBrought={() => setAgain(false)} />
    </>
  )
}

function Acceptance({ signing, linkKey }: { signing: Signing; linkKey: string }) {
  const words = useWords().documents.sign
  const queries = useQueryClient()
  const refusal = useRefusal()
  const [name, setName] = useState('')
  const [position, setPosition] = useState('')
  const [agreed, setAgreed] = useState(false)
  const accept = useMutation({
    mutationFn: () =>
      api.post('/api/public/signing/{key}/acceptance', {
        path: { key: linkKey },
        body: {
          name: name.trim(),
          ...(position.trim() && { position: position.trim() }),
          sha256: signing.document.sha256,
        },
      }),
    onSuccess: (next) => queries.setQueryData(signingKey(linkKey), next),
    onError: refusal.show,
  })
  return (
    <form
      className="d-sign-form"
      onSubmit={(event) => (event.preventDefault(), refusal.clear(), accept.mutate())}
    >
      <h2>{words.acceptTitle}</h2>
      <TextInput
        label={words.name}
        required
        autoComplete="name"
        value={name}
        error={refusal.of('name')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={words.position}
        autoComplete="organization-title"
        value={position}
        onChange={(event) => setPosition(event.currentTarget.value)}
      />
      <Checkbox
        label={words.agree({ client: signing.client })}
        checked={agreed}
        onChange={(event) => setAgreed(event.currentTarget.checked)}
      />
      <RefusalNote refusal={refusal} fields={['name']} />
      <Button
        type="submit"
        size="lg"
        fullWidth
        disabled={!agreed || name.trim().length < 3}
        loading={accept.isPending}
      >
        {words.accept}
      </Button>
      <small>{words.keeps}</small>
    </form>
  )
}

function Bring({ linkKey, isMain, onBrought }: { linkKey: string; isMain: boolean; onBrought: () => void }) {
  const { sign: words, scans } = useWords().documents
  const queries = useQueryClient()
  const refusal = useRefusal()
  const [files, setFiles] = useState<File[]>([])
  const [signedOn, setSignedOn] = useState(dateOf(pageClock.nowMs()))
  const send = useMutation({
    mutationFn: async () => {
      const path = { key: linkKey }
      const fileIds: string[] = []
      for (const file of files)
        fileIds.push((await api.upload('/api/public/signing/{key}/files', file, { path })).id)
      return api.post('/api/public/signing/{key}/scans', { path, body: { fileIds, signedOn } })
    },
    onSuccess: (next) => {
      queries.setQueryData(signingKey(linkKey), next)
      onBrought()
    },
    onError: refusal.show,
  })
  return (
    <form
      className="d-sign-form"
      onSubmit={(event) => (event.preventDefault(), refusal.clear(), send.mutate())}
    >
      <FileDrop
        label={words.choose}
        hint={scans.dropHint}
        accept={scanAccept}
        several
        files={files}
        onFiles={(chosen) => (refusal.clear(), setFiles(chosen))}
      />
      {files.length > 0 && (
        <TextInput
          type="date"
          label={words.signedOn}
          value={signedOn}
          max={dateOf(pageClock.nowMs())}
          error={refusal.of('signedOn')}
          onChange={(event) => setSignedOn(event.currentTarget.value)}
        />
      )}
      <RefusalNote refusal={refusal} fields={['signedOn']} />
      {(files.length > 0 || isMain) && (
        <Button
          type="submit"
          size="lg"
          fullWidth
          variant={isMain ? 'filled' : 'default'}
          disabled={files.length === 0 || !signedOn}
          loading={send.isPending}
        >
          {words.bring}
        </Button>
      )}
    </form>
  )
}

function BroughtScan({ scan, onAgain }: { scan: NonNullable<Signing['scan']>; onAgain: () => void }) {
  const words = useWords().documents.sign
  const refusalOf = useScanRefusal()
  const isRefused = scan.state === 'refused'
  const mayRepeat = isRefused || scan.state === 'incomplete' || scan.state === 'dismissed'
  return (
    <div className={isRefused ? 'd-sign-problem' : 'd-sign-done'} role="status">
      <h2>{words.scan[scan.state]}</h2>
      {isRefused && <p>{refusalOf(scan)}</p>}
      {mayRepeat && (
        <Button variant="default" mt={12} onClick={onAgain}>
          {words.again}
        </Button>
      )}
    </div>
  )
}
