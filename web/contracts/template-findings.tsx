/** What the check of a template found: wrong, advised, typed by hand, and what it will look like. */
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useWords } from '../kit/words.tsx'
import type { TemplateCheck } from './document-data.ts'
import './documents.css'

export function TemplateFindings({ found }: { found: TemplateCheck }) {
  const words = useWords().documents.templates
  const isFit = found.problems.length === 0
  return (
    <div className="d-check" data-fit={isFit} role="status">
      <h3>
        {isFit ? (
          <IconCircleCheck size={18} stroke={1.7} aria-hidden />
        ) : (
          <IconAlertTriangle size={18} stroke={1.7} aria-hidden />
        )}
        {isFit ? words.fit : words.unfit}
      </h3>
      {!isFit && (
        <ul>
          {found.problems.map(({ code, tag, suggestion, loop }) => (
            <li key={`${code} ${tag}`}>
              {words.problems[code]({
                tag,
                ...(suggestion !== undefined && { suggestion }),
                ...(loop !== undefined && { loop }),
              })}
            </li>
          ))}
        </ul>
      )}
      {isFit && (
        <p>
          {[
            words.used(found.used.length),
            found.pages === null ? words.noOffice : words.pages(found.pages),
          ].join('. ')}
        </p>
      )}
      {isFit && <p>{found.hasOwnMark ? words.ownMark : words.addedMark}</p>}
      {found.advised.length > 0 && (
        <>
          <h4>{words.advised}</h4>
          <div className="d-codes">
            {found.advised.map((name) => (
              <span key={name} className="d-code">{`{${name}}`}</span>
            ))}
          </div>
        </>
      )}
      {found.typed.length > 0 && (
        <>
          <h4>{words.typed}</h4>
          <ul>
            {found.typed.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
