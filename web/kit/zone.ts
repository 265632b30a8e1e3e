/** The time zone in which this page shows time: that of the company, not of the computer. */
import { createContext, use } from 'react'

export const ZoneContext = createContext('Europe/Warsaw')
export const useZone = (): string => use(ZoneContext)
