/** To whom a sandbox may really write: everybody else's mail stays in its outbox. */
import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { RefusalNote, useRefusal } from '../kit/refusals.tsx'
import { useWords } from '../kit/words.tsx'
import './accounts.css'
import { useSaveCompany, type Company } from './company-data.ts'

export function MailAllowList({ company }: { company: Company }) {
  const { settings: words } = useWords().accounts
  const refusal = useRefusal()
  const save = useSaveCompany(refusal.show)
  const [typed, setTyped] = useState<string>()
  const addresses = (typed ?? '').split(/[\s,;]+/).filter(Boolean)
  const submit = () => {
    refusal.clear()
    save.mutate(
      { mailAllowList: addresses, version: company.version },
      { onSuccess: () => setTyped(undefined) },
    )
  }
  return (
    <form className="a-settings" onSubmit={(e) => (e.preventDefault(), submit())}>
      <section>
        <h2>{words.allowTitle}</h2>
        <p className="a-hint">{words.allowWhat}</p>
        <Textarea
          label={words.allowList}
          description={words.allowHint}
          autosize
          minRows={3}
          maxRows={14}
          spellCheck={false}
          autoCapitalize="none"
          value={typed ?? company.mailAllowList.join('\n')}
          error={refusal.of('mailAllowList')}
          onChange={(e) => setTyped(e.currentTarget.value)}
        />
      </section>
      <RefusalNote refusal={refusal} fields={['mailAllowList']} />
      <div style={{ display: 'flex', gap: 12, alignItems: 'center' }}>
        <Button type="submit" size="md" loading={save.isPending} disabled={typed === undefined}>
          {words.save}
        </Button>
        <span role="status" className="a-hint">
          {save.isSuccess && typed === undefined ? words.saved : ''}
        </span>
      </div>
    </form>
  )
}
