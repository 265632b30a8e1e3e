/** Chosen photos as tiles with a cross, and the tile that asks for one more: on a phone it opens the camera. */
import { Loader } from '@mantine/core'
import { IconCamera, IconFile, IconX } from '@tabler/icons-react'
import { useRef } from 'react'
import { usePanelWords } from '../kit/words.tsx'
import type { FilesOnTheWay } from './use-files.ts'

export function FileTiles({ files, withAdd }: { files: FilesOnTheWay; withAdd?: boolean }) {
  const { kit, panel } = usePanelWords()
  const picker = useRef<HTMLInputElement>(null)
  const broken = files.files.find((one) => one.problem)
  return (
    <>
      <ul className="p-tiles" aria-label={panel.report.photos}>
        {files.files.map((file) => (
          <li key={file.key} data-problem={file.problem ? true : undefined}>
            {file.picture ? (
              <img src={file.picture} alt={kit.thread.picture(file.name)} />
            ) : (
              <span className="p-tile-file">
                <IconFile size={22} stroke={1.6} aria-hidden />
                <span>{file.name}</span>
              </span>
            )}
            {!file.id && !file.problem && (
              <span className="p-tile-busy">
                <Loader size="sm" />
              </span>
            )}
            <button
              type="button"
              onClick={() => files.remove(file.key)}
              aria-label={kit.thread.remove(file.name)}
            >
              <IconX size={15} stroke={2} aria-hidden />
            </button>
          </li>
        ))}
        {withAdd && (
          <li className="p-tile-add">
            <button type="button" onClick={() => picker.current?.click()}>
              <IconCamera size={23} stroke={1.6} aria-hidden />
              {panel.report.addFile}
            </button>
          </li>
        )}
      </ul>
      {withAdd && <FilePicker files={files} pickerRef={picker} />}
      <p className="p-tiles-problem" role="status">
        {broken ? `${broken.name}: ${broken.problem}` : ''}
      </p>
    </>
  )
}

export function FilePicker({
  files,
  pickerRef,
}: {
  files: FilesOnTheWay
  pickerRef: React.RefObject<HTMLInputElement | null>
}) {
  const { panel } = usePanelWords()
  return (
    <input
      ref={pickerRef}
      type="file"
      multiple
      hidden
      aria-label={panel.report.file}
      onChange={(event) => {
        files.add([...(event.currentTarget.files ?? [])])
        event.currentTarget.value = ''
      }}
    />
  )
}
