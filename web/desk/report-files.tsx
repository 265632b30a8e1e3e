/** Files of a report: chosen or dropped, judged before they travel, sent one by one as they come. */
import { IconCamera } from '@tabler/icons-react'
import { useEffect, useId, useRef, useState } from 'react'
import { bytes as sizeText } from '#words/format.ts'
import { api } from '../kit/api.ts'
import { FileChips } from '../kit/data.tsx'
import { useSentence } from '../kit/refusals.tsx'
import { useSpeech, useWords } from '../kit/words.tsx'
import { filesMax, megabytesMax, problemOfFile, type SentFile } from './report-draft.ts'

type Files = {
  sent: readonly SentFile[]
  travelling: readonly { id: string; name: string; bytes: number }[]
  problems: readonly string[]
  isSending: boolean
  add: (chosen: readonly File[]) => void
  remove: (id: string) => void
}

export function useReportFiles(
  slug: string,
  sent: readonly SentFile[],
  onSent: (files: readonly SentFile[]) => void,
): Files {
  const { lang, words } = useSpeech()
  const sentence = useSentence()
  const [travelling, setTravelling] = useState<Files['travelling']>([])
  const [problems, setProblems] = useState<readonly string[]>([])
  // Several uploads end at once: each adds to what the others have added.
  const latest = useRef(sent)
  useEffect(() => void (latest.current = sent), [sent])
  const keep = (files: readonly SentFile[]) => {
    latest.current = files
    onSent(files)
  }
  const send = async (file: File) => {
    const id = crypto.randomUUID()
    setTravelling((all) => [...all, { id, name: file.name, bytes: file.size }])
    await api.upload('/api/public/forms/{slug}/files', file, { path: { slug } }).then(
      (kept) => keep([...latest.current, { id: kept.id, name: kept.name, bytes: kept.bytes }]),
      (problem: unknown) =>
        setProblems((all) => [
          ...all,
          words.intake.talk.uploadFailed({ name: file.name, why: sentence(problem) }),
        ]),
    )
    setTravelling((all) => all.filter((one) => one.id !== id))
  }
  const add = (chosen: readonly File[]) => {
    setProblems([])
    let count = sent.length + travelling.length
    for (const file of chosen) {
      const problem = problemOfFile(file.size, count)
      if (!problem) {
        count += 1
        void send(file)
        continue
      }
      const facts = {
        name: file.name,
        size: sizeText(lang, file.size),
        megabytes: megabytesMax,
        most: filesMax,
      }
      setProblems((all) => [...all, words.intake.form[problem](facts)])
    }
  }
  return {
    sent,
    travelling,
    problems,
    isSending: travelling.length > 0,
    add,
    remove: (id) => keep(latest.current.filter((file) => file.id !== id)),
  }
}

export function ReportFiles({ files }: { files: Files }) {
  const words = useWords().intake.form
  const [over, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  return (
    <div className="o-files">
      <span className="o-label" id={id} style={{ marginBottom: 0 }}>
        {words.files}
      </span>
      <button
        type="button"
        className="o-add"
        data-over={over || undefined}
        onClick={() => input.current?.click()}
        onDragOver={(event) => (event.preventDefault(), setOver(true))}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          files.add([...event.dataTransfer.files])
        }}
      >
        <IconCamera size={21} stroke={1.6} aria-hidden />
        <span>
          {words.addFile} <small>{words.filesHint({ megabytes: megabytesMax })}</small>
        </span>
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-labelledby={id}
        onChange={(event) => {
          files.add([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
      />
      {files.sent.length > 0 && <FileChips files={files.sent} label={words.files} onRemove={files.remove} />}
      {files.travelling.length > 0 && (
        <FileChips
          files={files.travelling.map((file) => ({ ...file, name: `${file.name} – ${words.uploading}` }))}
          label={words.uploading}
        />
      )}
      <ul className="o-file-problems" role="alert">
        {files.problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </div>
  )
}
