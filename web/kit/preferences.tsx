/** How a person wants to see things: light or dark, Polish or English. */
import { SegmentedControl, useMantineColorScheme, type MantineColorScheme } from '@mantine/core'
import type { Lang } from '#words/words.ts'
import { useSpeech, useWords } from './words.tsx'

export function SchemeSwitch() {
  const { kit } = useWords()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const data = [
    { value: 'auto', label: kit.frame.themeSystem },
    { value: 'light', label: kit.frame.themeLight },
    { value: 'dark', label: kit.frame.themeDark },
  ]
  return (
    <SegmentedControl
      fullWidth
      aria-label={kit.frame.theme}
      data={data}
      value={colorScheme}
      onChange={(value) => setColorScheme(value as MantineColorScheme)}
    />
  )
}

export function LanguageSwitch({ onChange }: { onChange?: (lang: Lang) => void }) {
  const { lang, change, words } = useSpeech()
  const data = [
    { value: 'pl', label: 'polski' },
    { value: 'en', label: 'English' },
  ]
  const set = (value: string) => {
    onChange?.(value as Lang)
    void change(value as Lang)
  }
  return (
    <SegmentedControl
      fullWidth
      aria-label={words.kit.frame.language}
      data={data}
      value={lang}
      onChange={set}
    />
  )
}
