/** Behind the person's picture: look, language, the way out. */
import { Menu } from '@mantine/core'
import { IconLogout } from '@tabler/icons-react'
import { api } from '../kit/api.ts'
import { Avatar } from '../kit/data.tsx'
import { LanguageSwitch, SchemeSwitch } from '../kit/preferences.tsx'
import { useWords } from '../kit/words.tsx'
import { panelSignInPath, type PanelSession } from './session.ts'

export default function PersonMenu({ session: { person } }: { session: PanelSession }) {
  const { kit } = useWords()
  const leave = async () => {
    await api.delete('/api/panel/session')
    location.assign(panelSignInPath)
  }
  return (
    <Menu width={280} position="bottom-end" closeOnItemClick={false}>
      <Menu.Target>
        <button type="button" className="k-panel-me" aria-label={`${kit.frame.profile}: ${person.name}`}>
          <Avatar name={person.name} size={34} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {person.name}, {person.email}
        </Menu.Label>
        <SchemeSwitch />
        <LanguageSwitch onChange={(language) => void api.put('/api/panel/session/language', { language })} />
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={18} stroke={1.7} />} onClick={() => void leave()}>
          {kit.buttons.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
