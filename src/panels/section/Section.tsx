import type { ReactNode } from 'react'
import type { Role } from '../../model/observation.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { PanelBoundary } from '../../ui/PanelBoundary.tsx'
import { RoleMark } from '../../ui/RoleMark.tsx'
import { useFurniture } from './furniture.ts'
import styles from './Section.module.css'

interface Props {
  readonly role?: Role
  readonly title: string
  readonly note?: string
  /** What can be done with it, at the end of its heading. */
  readonly tools?: ReactNode
  readonly children: ReactNode
}

/** A titled part of a place's page; what fails in it stays in it. */
export function Section({ role, title, note, tools, children }: Props) {
  const { language } = useAtlas()
  const furniture = useFurniture()
  const Heading = furniture.heading
  return (
    <section className={styles.section} aria-label={title}>
      <div className={styles.head}>
        <Heading className={styles.title}>
          {role && <RoleMark role={role} />}
          {title}
          {note && <span className={styles.note}>{note}</span>}
        </Heading>
        {furniture.tools && tools}
      </div>
      <PanelBoundary name={title} language={language}>
        {children}
      </PanelBoundary>
    </section>
  )
}
