/** What is out of use: put away and brought back, and hidden until somebody asks for it by the address. */
import { Button } from '@mantine/core'
import { IconArchive } from '@tabler/icons-react'
import { useUrlState } from '../kit/link.tsx'
import { useHands } from './hands-words.ts'
import './contract-life.css'

/** The filter stands in the address, so what one person sees can be shown to another. */
export function useArchive(): { isShown: boolean; toggle: () => void } {
  const [search, set] = useUrlState()
  const isShown = search.archive === '1'
  return { isShown, toggle: () => set({ archive: isShown ? undefined : '1' }) }
}

export function ArchiveToggle({ archive }: { archive: ReturnType<typeof useArchive> }) {
  const said = useHands().archive
  return (
    <Button
      variant="subtle"
      size="xs"
      aria-pressed={archive.isShown}
      leftSection={<IconArchive size={15} stroke={1.7} />}
      onClick={archive.toggle}
    >
      {archive.isShown ? said.hide : said.show}
    </Button>
  )
}
