/** Copying a number to the clipboard, and saying that it was done. */
import { ActionIcon } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { announce } from './announce.ts'
import './controls.css'
import { useWords } from './words.tsx'

export function CopyButton({ text, label, size = 17 }: { text: string; label?: string; size?: number }) {
  const { buttons } = useWords().kit
  const [done, setDone] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const copy = async () => {
    await copyText(text)
    announce(buttons.copied)
    setDone(true)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setDone(false), 2000)
  }
  return (
    <ActionIcon
      variant="subtle"
      size="sm"
      onClick={() => void copy()}
      aria-label={label ?? buttons.copy}
      className="k-copy"
    >
      {done ? <IconCheck size={size} stroke={1.7} /> : <IconCopy size={size} stroke={1.7} />}
    </ActionIcon>
  )
}

/** The clipboard needs a secure page; without one the old way still works. */
export async function copyText(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text)
  const area = document.createElement('textarea')
  area.value = text
  document.body.append(area)
  area.select()
  document.execCommand('copy')
  area.remove()
}
