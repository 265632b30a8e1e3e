/** A short form in a dialog: what it asks, the refusal above its buttons, one verb. */
import { Button, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { RefusalNote, type RefusalState } from '../kit/refusals.tsx'
import { useWords } from '../kit/words.tsx'

export function FormDialog({
  title,
  action,
  children,
  refusal,
  fields = [],
  busy,
  isReady = true,
  danger,
  wide,
  aside,
  onSubmit,
  onClose,
}: {
  title: ReactNode
  action: string
  children: ReactNode
  refusal: RefusalState
  fields?: readonly string[]
  busy: boolean
  isReady?: boolean
  danger?: boolean
  wide?: boolean
  aside?: ReactNode
  onSubmit: () => void
  onClose: () => void
}) {
  const { kit } = useWords()
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={wide ? 620 : 460}
      closeButtonProps={{ 'aria-label': kit.buttons.close }}
    >
      <form
        className="d-form"
        onSubmit={(event) => {
          event.preventDefault()
          refusal.clear()
          onSubmit()
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
        }}
      >
        {children}
        <RefusalNote refusal={refusal} fields={fields} />
        <div className="d-form-buttons">
          {aside}
          <Button variant="default" size="md" onClick={onClose}>
            {kit.buttons.cancel}
          </Button>
          <Button
            type="submit"
            size="md"
            loading={busy}
            disabled={!isReady}
            {...(danger ? { color: 'danger' } : {})}
          >
            {action}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
