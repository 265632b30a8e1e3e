/** The frame of pages that anybody may open: the service company's mark leads, ours stands small at the end. */
import { useLayoutEffect, type ReactNode } from 'react'
import { nbsp } from '#words/format.ts'
import { CompanyMark, Wordmark } from '../kit/brand.tsx'
import { LanguageSwitch } from '../kit/preferences.tsx'
import { initialsOf } from '../kit/people.ts'
import { useWords } from '../kit/words.tsx'
import '../kit/time.css'
import './open-page.css'

export function OpenPage({ company, children }: { company?: string | undefined; children: ReactNode }) {
  const { kit } = useWords()
  useGenerousSizes()
  return (
    <div className="o-page">
      <header className="o-head">
        {company ? (
          <>
            <CompanyMark initials={initialsOf(company)} size={30} />
            <strong>{nbsp(company)}</strong>
          </>
        ) : (
          <span />
        )}
        <div className="o-language">
          <LanguageSwitch />
        </div>
      </header>
      <main className="o-main">{children}</main>
      <footer className="o-foot">
        {kit.frame.footer} <Wordmark height={18} />
      </footer>
    </div>
  )
}

/** Clients get the larger type and touch targets of the panel, though the page comes with the staff app. */
function useGenerousSizes(): void {
  useLayoutEffect(() => {
    const { classList } = document.documentElement
    classList.replace('staff', 'panel')
    return () => void classList.replace('panel', 'staff')
  }, [])
}
