/** The mark: an open ring with an amber dot, time running and somebody watching; and the drawings made of it. */

const openRing = 'M17.6 4.6A11.5 11.5 0 1 0 27.4 14.4'

export function BrandSymbol({ size = 22, label }: { size?: number; label?: string }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" {...named(label)}>
      <path d={openRing} fill="none" stroke="var(--brand)" strokeWidth="5.4" strokeLinecap="round" />
      <circle cx="25.3" cy="6.7" r="4.1" fill="var(--dot)" />
    </svg>
  )
}

const letters =
  'M1.44 4.69L1.44 -12.56L4.75 -12.56L4.75 -10.44L4.91 -10.44Q5.14 -10.94 5.58 -11.47Q6.01 -11.99 6.72 -12.35Q7.42 -12.71 8.49 -12.71Q9.88 -12.71 11.04 -11.99Q12.20 -11.28 12.89 -9.84Q13.58 -8.40 13.58 -6.26Q13.58 -4.17 12.90 -2.72Q12.23 -1.28 11.07 -0.53Q9.92 0.21 8.47 0.21Q7.45 0.21 6.74 -0.13Q6.03 -0.48 5.59 -0.99Q5.14 -1.50 4.91 -2.01L4.81 -2.01L4.81 4.69ZM7.43 -2.49Q8.31 -2.49 8.91 -2.98Q9.51 -3.46 9.82 -4.31Q10.13 -5.17 10.13 -6.27Q10.13 -7.37 9.82 -8.21Q9.51 -9.05 8.92 -9.53Q8.32 -10.02 7.43 -10.02Q6.57 -10.02 5.96 -9.55Q5.36 -9.09 5.04 -8.25Q4.73 -7.41 4.73 -6.27Q4.73 -5.13 5.05 -4.28Q5.37 -3.44 5.97 -2.96Q6.58 -2.49 7.43 -2.49ZM15.13 0L15.13 -12.56L18.50 -12.56L18.50 0ZM16.82 -14.20Q16.05 -14.20 15.51 -14.70Q14.97 -15.21 14.97 -15.92Q14.97 -16.64 15.51 -17.15Q16.05 -17.65 16.82 -17.65Q17.58 -17.65 18.12 -17.15Q18.67 -16.65 18.67 -15.92Q18.67 -15.21 18.12 -14.70Q17.58 -14.20 16.82 -14.20ZM26.23 0.25Q24.31 0.25 22.92 -0.54Q21.52 -1.33 20.78 -2.77Q20.03 -4.22 20.03 -6.21Q20.03 -8.15 20.77 -9.61Q21.51 -11.07 22.87 -11.89Q24.23 -12.71 26.06 -12.71Q27.30 -12.71 28.36 -12.32Q29.43 -11.93 30.24 -11.14Q31.05 -10.34 31.50 -9.15Q31.96 -7.96 31.96 -6.35L31.96 -5.40L21.41 -5.40L21.41 -7.51L30.31 -7.51L28.73 -6.95Q28.73 -7.93 28.44 -8.65Q28.14 -9.38 27.55 -9.78Q26.96 -10.17 26.10 -10.17Q25.22 -10.17 24.61 -9.77Q24 -9.37 23.68 -8.68Q23.37 -7.98 23.37 -7.10L23.37 -5.60Q23.37 -4.51 23.73 -3.77Q24.10 -3.03 24.75 -2.66Q25.41 -2.29 26.29 -2.29Q26.88 -2.29 27.36 -2.46Q27.85 -2.63 28.19 -2.96Q28.53 -3.29 28.71 -3.77L31.77 -3.20Q31.46 -2.17 30.71 -1.39Q29.96 -0.61 28.83 -0.18Q27.70 0.25 26.23 0.25ZM36.51 -3.67L36.51 -7.73L37.02 -7.73L41.13 -12.56L45.02 -12.56L39.60 -6.26L38.80 -6.26ZM33.46 0L33.46 -16.73L36.82 -16.73L36.82 0ZM41.29 0L37.52 -5.50L39.78 -7.90L45.26 0ZM50.32 0.16Q49.01 0.16 48.04 -0.41Q47.06 -0.98 46.53 -2.04Q45.99 -3.10 45.99 -4.57L45.99 -12.56L49.36 -12.56L49.36 -5.15Q49.36 -3.99 49.97 -3.32Q50.57 -2.66 51.63 -2.66Q52.35 -2.66 52.90 -2.97Q53.45 -3.28 53.76 -3.87Q54.07 -4.46 54.07 -5.29L54.07 -12.56L57.45 -12.56L57.45 0L54.26 0L54.21 -3.13L54.40 -3.13Q53.91 -1.55 52.89 -0.70Q51.88 0.16 50.32 0.16ZM62.87 -7.27L62.87 0L59.51 0L59.51 -12.56L62.68 -12.56L62.74 -9.42L62.54 -9.42Q63.03 -10.99 64.04 -11.85Q65.04 -12.71 66.64 -12.71Q67.94 -12.71 68.91 -12.15Q69.88 -11.58 70.42 -10.52Q70.95 -9.46 70.95 -7.98L70.95 0L67.58 0L67.58 -7.40Q67.58 -8.57 66.98 -9.23Q66.38 -9.89 65.31 -9.89Q64.60 -9.89 64.05 -9.59Q63.49 -9.28 63.18 -8.69Q62.87 -8.11 62.87 -7.27Z'

export function Wordmark({ height = 24 }: { height?: number }) {
  return (
    <svg height={height} width={(height * 103.2) / 32} viewBox="0 0 103.2 32" {...named('Opiekun')}>
      <g transform="translate(0 2.4) scale(.86)">
        <path d={openRing} fill="none" stroke="var(--brand)" strokeWidth="5.4" strokeLinecap="round" />
        <circle cx="25.3" cy="6.7" r="4.1" fill="var(--dot)" />
      </g>
      <path transform="translate(29.4 24.2)" d={letters} fill="var(--ink)" />
    </svg>
  )
}

/** For errors: the ring in pieces, the dot still there. */
export function BrokenRing({ size = 56 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden>
      <path
        d={openRing}
        fill="none"
        stroke="var(--line2)"
        strokeWidth="4.4"
        strokeLinecap="round"
        strokeDasharray="2.9 6.15"
      />
      <circle cx="25.300" cy="6.700" r="4.100" fill="var(--dot)" />
    </svg>
  )
}

/** For empty lists: a clock that waits for its first report. */
export function WaitingClock({ size = 148 }: { size?: number }) {
  const marks = Array.from({ length: 12 }, (_, i) => i * 30)
  return (
    <svg width={size} height={size} viewBox="0 0 148 148" aria-hidden>
      <circle cx="74" cy="74" r="66" fill="none" stroke="var(--soft2)" strokeWidth="14" />
      <path d="M79 8.2A66 66 0 0 1 139.8 79" fill="none" stroke="var(--line)" strokeWidth="14" />
      {marks.map((angle) => (
        <line
          key={angle}
          x1="74"
          y1="24.500"
          x2="74"
          y2="28.500"
          stroke="var(--line2)"
          strokeWidth="2"
          strokeLinecap="round"
          transform={`rotate(${angle} 74 74)`}
        />
      ))}
      <path
        d="M74 46V74L92 85"
        fill="none"
        stroke="var(--brand)"
        strokeWidth="5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="120.500" cy="27.500" r="13" fill="var(--dot)" />
    </svg>
  )
}

/** A company's own mark: its initials in a spruce square until it uploads a picture. */
export function CompanyMark({
  initials,
  picture,
  size = 22,
}: {
  initials: string
  picture?: string | undefined
  size?: number
}) {
  if (picture) return <img className="k-company" src={picture} alt="" width={size} height={size} />
  return (
    <span className="k-company" style={{ width: size, height: size, fontSize: size * 0.47 }} aria-hidden>
      {initials}
    </span>
  )
}

function named(label: string | undefined) {
  return label ? ({ role: 'img', 'aria-label': label } as const) : ({ 'aria-hidden': true } as const)
}
