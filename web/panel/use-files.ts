/** Photos and files on their way: each travels at once when it is chosen, the message only names them. */
import { useEffect, useRef, useState } from 'react'
import { api } from '../kit/api.ts'
import { useSentence } from '../kit/refusals.tsx'

export type Chosen = { key: string; name: string; picture?: string; id?: string; problem?: string }

export type FilesOnTheWay = {
  files: readonly Chosen[]
  add: (chosen: Iterable<File> | null) => void
  remove: (key: string) => void
  clear: () => void
  ids: string[]
  busy: boolean
}

export function useFiles(): FilesOnTheWay {
  const [files, setFiles] = useState<readonly Chosen[]>([])
  const sentence = useSentence()
  const shown = useRef(files)
  useEffect(() => void (shown.current = files))
  useEffect(() => () => shown.current.forEach(forget), [])
  const note = (key: string, change: Partial<Chosen>) =>
    setFiles((all) => all.map((one) => (one.key === key ? { ...one, ...change } : one)))
  const add = (chosen: Iterable<File> | null) => {
    for (const file of chosen ?? []) {
      const key = crypto.randomUUID()
      const picture = /^image\/(png|jpeg|webp|gif)$/.test(file.type) ? URL.createObjectURL(file) : undefined
      setFiles((all) => [...all, { key, name: file.name, ...(picture ? { picture } : {}) }])
      api.upload('/api/panel/files', file).then(
        ({ id }) => note(key, { id }),
        (problem: unknown) => note(key, { problem: sentence(problem) }),
      )
    }
  }
  return {
    files,
    add,
    remove(key) {
      files.filter((one) => one.key === key).forEach(forget)
      setFiles((all) => all.filter((one) => one.key !== key))
    },
    clear() {
      files.forEach(forget)
      setFiles([])
    },
    ids: files.flatMap(({ id }) => id ?? []),
    busy: files.some(({ id, problem }) => !id && !problem),
  }
}

function forget({ picture }: Chosen): void {
  if (picture) URL.revokeObjectURL(picture)
}
