/** The reader's language: loads one catalogue, gives words and the formatting language to every screen. */
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { allPl } from '#words/all.pl.ts'
import type { panelSetPl } from '#words/panel-set.pl.ts'
import type { Lang, Words } from '#words/words.ts'

export type AllWords = Words<typeof allPl>
/** The rooms that the panel loads; a client need not wait for the words of the staff. */
export type PanelWords = Pick<AllWords, keyof typeof panelSetPl>
type Load = (lang: Lang) => Promise<AllWords>
type Speech = { lang: Lang; words: AllWords; change: (lang: Lang) => Promise<void> }

const SpeechContext = createContext<Speech | undefined>(undefined)
const memory = 'opiekun-language'

export const loadWords: Load = async (lang) => {
  return lang === 'en' ? (await import('#words/all.en.ts')).allEn : (await import('#words/all.pl.ts')).allPl
}

/** Screens of the panel read them with usePanelWords, whose type knows only what is there. */
export const loadPanelWords: Load = async (lang) => {
  const words: PanelWords =
    lang === 'en'
      ? (await import('#words/panel-set.en.ts')).panelSetEn
      : (await import('#words/panel-set.pl.ts')).panelSetPl
  return words as AllWords
}

/** What the reader chose here before, else what the browser asks for; Polish first. */
export function firstLanguage(): Lang {
  const chosen = readMemory()
  if (chosen === 'pl' || chosen === 'en') return chosen
  return navigator.languages.some((l) => l.startsWith('pl')) ||
    !navigator.languages.some((l) => l.startsWith('en'))
    ? 'pl'
    : 'en'
}

/** The catalogue is loaded before the first render, so no screen ever shows without words. */
export function WordsProvider({
  first,
  load = loadWords,
  children,
}: {
  first: { lang: Lang; words: AllWords }
  load?: Load
  children: ReactNode
}) {
  const [speech, setSpeech] = useState(first)
  const change = useCallback(
    async (lang: Lang) => {
      const words = await load(lang)
      document.documentElement.lang = lang
      writeMemory(lang)
      setSpeech({ lang, words })
    },
    [load],
  )
  const value = useMemo(() => ({ ...speech, change }), [speech, change])
  return <SpeechContext value={value}>{children}</SpeechContext>
}

export function useSpeech(): Speech {
  const speech = use(SpeechContext)
  if (!speech) throw new Error('words are used outside their provider')
  return speech
}

export const useWords = (): AllWords => useSpeech().words
export const usePanelWords = (): PanelWords => useSpeech().words
export const useLang = (): Lang => useSpeech().lang

function readMemory(): string | null {
  try {
    return localStorage.getItem(memory)
  } catch {
    return null
  }
}

function writeMemory(lang: Lang): void {
  try {
    localStorage.setItem(memory, lang)
  } catch {
    // A browser that keeps nothing still speaks the language until it is closed.
  }
}

/** The language remembered with the account wins once, when it arrives; the switch in the menu tells the server itself. */
export function useAccountLanguage(remembered: Lang): void {
  const { lang, change } = useSpeech()
  const heard = useRef<Lang>(undefined)
  useEffect(() => {
    if (heard.current === remembered) return
    heard.current = remembered
    if (remembered !== lang) void change(remembered)
  }, [remembered, lang, change])
}
