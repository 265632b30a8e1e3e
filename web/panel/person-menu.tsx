/** Behind the person's picture: for whom one acts, look, language, the way out. */
import { Menu } from '@mantine/core'
import { IconBuildingStore, IconCheck, IconLogout } from '@tabler/icons-react'
import { api } from '../kit/api.ts'
import { Avatar } from '../kit/data.tsx'
import { initialsOf } from '../kit/people.ts'
import { LanguageSwitch, SchemeSwitch } from '../kit/preferences.tsx'
import { usePanelWords } from '../kit/words.tsx'
import { panelSignInPath, type Hat, type PanelSession } from './session.ts'

export default function PersonMenu({ session: { person, hats } }: { session: PanelSession }) {
  const { kit, panel } = usePanelWords()
  const leave = async () => {
    await api.delete('/api/panel/session')
    location.assign(panelSignInPath)
  }
  // Everything on the page belongs to the other company: it is loaded anew.
  const wear = async ({ tenantId, subjectId }: Hat) => {
    await api.put('/api/panel/session/hat', { body: { tenantId, subjectId } })
    location.assign('/panel/tickets')
  }
  return (
    <Menu width={300} position="bottom-end" closeOnItemClick={false}>
      <Menu.Target>
        <button
          type="button"
          className="k-panel-me"
          aria-label={`${initialsOf(person.name)}, ${kit.frame.profile}: ${person.name}`}
        >
          <Avatar name={person.name} size={34} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {person.name}, {person.email}
        </Menu.Label>
        {hats.length > 1 && (
          <>
            <Menu.Label>{panel.hats.title}</Menu.Label>
            {hats.map((hat) => (
              <Menu.Item
                key={hat.subjectId}
                leftSection={
                  hat.isWorn ? (
                    <IconCheck size={18} stroke={2} />
                  ) : (
                    <IconBuildingStore size={18} stroke={1.7} />
                  )
                }
                disabled={hat.isWorn}
                onClick={() => void wear(hat)}
              >
                {hat.client}, {hat.company}
              </Menu.Item>
            ))}
            <Menu.Divider />
          </>
        )}
        <div className="p-menu-choice">
          <SchemeSwitch />
          <LanguageSwitch
            onChange={(language) => void api.put('/api/panel/session/language', { body: { language } })}
          />
        </div>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={18} stroke={1.7} />} onClick={() => void leave()}>
          {kit.buttons.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
