/** A place to drop files or choose them; what was chosen stands below with its size, to be taken out again. */
import { IconFileUpload } from '@tabler/icons-react'
import { useId, useRef, useState } from 'react'
import { FileChips } from '../kit/data.tsx'
import './documents.css'

type Props = {
  label: string
  hint: string
  accept: string
  several?: boolean
  files: readonly File[]
  onFiles: (files: File[]) => void
}

export function FileDrop({ label, hint, accept, several, files, onFiles }: Props) {
  const [over, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  const take = (chosen: FileList | null) => {
    const all = [...(chosen ?? [])]
    if (all.length > 0) onFiles(several ? [...files, ...all] : all.slice(0, 1))
  }
  return (
    <div className="d-drop-box">
      <button
        type="button"
        className="d-drop"
        aria-describedby={id}
        data-over={over || undefined}
        onClick={() => input.current?.click()}
        onDragOver={(event) => (event.preventDefault(), setOver(true))}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          take(event.dataTransfer.files)
        }}
      >
        <IconFileUpload size={22} stroke={1.6} aria-hidden />
        <span>
          <strong>{label}</strong>
          <small id={id}>{hint}</small>
        </span>
      </button>
      <input
        ref={input}
        type="file"
        accept={accept}
        multiple={several ?? false}
        hidden
        aria-label={label}
        onChange={(event) => {
          take(event.currentTarget.files)
          event.currentTarget.value = ''
        }}
      />
      {files.length > 0 && (
        <FileChips
          label={label}
          files={files.map((file, at) => ({ id: String(at), name: file.name, bytes: file.size }))}
          onRemove={(at) => onFiles(files.filter((_, i) => String(i) !== at))}
        />
      )}
    </div>
  )
}

export const scanAccept = 'application/pdf,image/jpeg,image/png'
export const docxAccept = '.docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document'
