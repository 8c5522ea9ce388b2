import type { Role } from '../model/observation.ts'

/** The shape that goes with a role's colour, so that colour is never the only sign: path data in a box of 16. */
export const ROLE_SHAPES: Record<Role, string> = {
  // Diamond, square with a tick's weight, disc, flag-like bar: told apart at 8 px.
  target: 'M8 1 L15 8 L8 15 L1 8 Z',
  actual: 'M2.5 2.5 H13.5 V13.5 H2.5 Z',
  investment: 'M8 1.5 A6.5 6.5 0 1 1 8 14.5 A6.5 6.5 0 1 1 8 1.5 Z',
  project: 'M8 1.5 L15 14 H1 Z',
}

export function RoleMark({ role, className }: { readonly role: Role; readonly className?: string | undefined }) {
  return (
    <svg viewBox="0 0 16 16" width="0.8em" height="0.8em" aria-hidden="true" className={className}>
      <path d={ROLE_SHAPES[role]} fill={`var(--role-${role})`} />
    </svg>
  )
}
