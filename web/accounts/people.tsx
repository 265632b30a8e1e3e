/** The people of the company: who works here, who is invited, in which role. */
import { Button, Modal, Select, TextInput } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { phoneOf } from '#words/format.ts'
import { api } from '../kit/api.ts'
import { ConfirmDialog } from '../kit/controls.tsx'
import { Avatar, ReasonChip } from '../kit/data.tsx'
import { Page, PageHeader } from '../kit/page.tsx'
import { RefusalNote, useRefusal } from '../kit/refusals.tsx'
import { SkeletonAfter } from '../kit/states.tsx'
import { useWords } from '../kit/words.tsx'
import { useSession, type Role } from '../session.ts'
import './accounts.css'
import type { Schemas } from '../generated/client.ts'

type Staff = Schemas.StaffMember
const roles: Role[] = ['owner', 'manager', 'accountManager', 'technician', 'billing']

export default function People() {
  const { accounts } = useWords()
  const words = accounts.people
  const { person } = useSession()
  const { data } = useQuery({ queryKey: ['staff'], queryFn: () => api.get('/api/staff') })
  const [inviting, setInviting] = useState(false)
  const [ending, setEnding] = useState<Staff>()
  const may = person.role === 'owner' || person.role === 'manager'
  return (
    <Page
      header={
        <PageHeader
          title={accounts.nav.people}
          actions={
            may && (
              <Button leftSection={<IconUserPlus size={16} stroke={1.8} />} onClick={() => setInviting(true)}>
                {words.invite}
              </Button>
            )
          }
        />
      }
    >
      {!data && <SkeletonAfter />}
      <div className="a-settings">
        {data?.map((one) => (
          <div key={one.id} className="a-row a-person">
            <span style={{ display: 'flex', gap: 12, alignItems: 'center', minWidth: 0 }}>
              <Avatar name={one.name} size={32} />
              <span style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
                <strong>{one.name}</strong>
                <br />
                <span className="a-hint">
                  {[accounts.roles[one.role], one.email, phoneOf(one.phone)].filter(Boolean).join(' · ')}
                </span>
              </span>
            </span>
            <ReasonChip tone={one.leftAt ? 'calm' : one.joinedAt ? 'soft' : 'note'}>
              {one.leftAt ? words.left : one.joinedAt ? words.joined : words.invited}
            </ReasonChip>
            {may && !one.leftAt && one.id !== person.id ? (
              <Button variant="subtle" size="xs" onClick={() => setEnding(one)}>
                {words.end}
              </Button>
            ) : (
              <span />
            )}
          </div>
        ))}
      </div>
      {inviting && <Invite onClose={() => setInviting(false)} />}
      {ending && <End staff={ending} onClose={() => setEnding(undefined)} />}
    </Page>
  )
}

function Invite({ onClose }: { onClose: () => void }) {
  const { accounts, kit } = useWords()
  const words = accounts.people
  const { person } = useSession()
  const queries = useQueryClient()
  const refusal = useRefusal()
  const [form, setForm] = useState({ name: '', email: '', phone: '', role: 'technician' as Role })
  const send = useMutation({
    mutationFn: () => api.post('/api/staff', { body: form }),
    onSuccess: () => (onClose(), queries.invalidateQueries({ queryKey: ['staff'] })),
    onError: refusal.show,
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.invite}
      closeButtonProps={{ 'aria-label': kit.buttons.close }}
    >
      <form
        style={{ display: 'flex', flexDirection: 'column', gap: 14 }}
        onSubmit={(e) => (e.preventDefault(), refusal.clear(), send.mutate())}
      >
        <TextInput
          label={words.name}
          required
          data-autofocus
          value={form.name}
          onChange={(e) => setForm({ ...form, name: e.currentTarget.value })}
          error={refusal.of('name')}
        />
        <TextInput
          label={words.email}
          required
          type="email"
          value={form.email}
          onChange={(e) => setForm({ ...form, email: e.currentTarget.value })}
          error={refusal.of('email')}
        />
        <TextInput
          label={words.phone}
          value={form.phone}
          onChange={(e) => setForm({ ...form, phone: e.currentTarget.value })}
        />
        <Select
          label={words.role}
          description={words.roleWhat[form.role]}
          allowDeselect={false}
          value={form.role}
          onChange={(role) => role && setForm({ ...form, role: role as Role })}
          data={roles
            .filter((r) => r !== 'owner' || person.role === 'owner')
            .map((r) => ({ value: r, label: accounts.roles[r] }))}
        />
        <RefusalNote refusal={refusal} fields={['name', 'email']} />
        <Button type="submit" size="md" loading={send.isPending}>
          {words.send}
        </Button>
      </form>
    </Modal>
  )
}

function End({ staff, onClose }: { staff: Staff; onClose: () => void }) {
  const { people: words } = useWords().accounts
  const queries = useQueryClient()
  const refusal = useRefusal()
  const end = useMutation({
    mutationFn: () => api.delete('/api/staff/{id}', { path: { id: staff.id } }),
    onSuccess: () => (onClose(), queries.invalidateQueries({ queryKey: ['staff'] })),
    onError: refusal.show,
  })
  return (
    <ConfirmDialog
      opened
      title={words.endTitle(staff.name)}
      action={words.end}
      danger
      busy={end.isPending}
      onConfirm={() => end.mutate()}
      onClose={onClose}
    >
      <p>{words.endWhy}</p>
      <RefusalNote refusal={refusal} />
    </ConfirmDialog>
  )
}
