/** The question before what cannot be undone; its button names the deed and its number. */
import { Button, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import './controls.css'
import { useWords } from './words.tsx'

type Question = {
  opened: boolean
  title: string
  children?: ReactNode
  /** Names the deed and its number: "Wystaw 148 faktur". */
  action: string
  danger?: boolean
  busy?: boolean
  onConfirm: () => void
  onClose: () => void
}

export function ConfirmDialog({
  opened,
  title,
  children,
  action,
  danger,
  busy,
  onConfirm,
  onClose,
}: Question) {
  const { kit } = useWords()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={440}
      closeButtonProps={{ 'aria-label': kit.buttons.close }}
    >
      <div className="k-confirm">
        {children && <div className="k-confirm-words">{children}</div>}
        <p>{kit.confirm.sure}</p>
        <div className="k-confirm-buttons">
          <Button variant="default" size="md" onClick={onClose} data-autofocus>
            {kit.buttons.cancel}
          </Button>
          <Button
            size="md"
            {...(danger ? { color: 'danger' } : {})}
            loading={busy ?? false}
            onClick={onConfirm}
          >
            {action}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
