import { useEffect, useState } from 'react'

/** @returns the value as it was when it last stood still for so many milliseconds; the first one at once */
export function useSettled<T>(value: T, delay: number): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), delay)
    return () => clearTimeout(timer)
  }, [value, delay])
  return settled
}
