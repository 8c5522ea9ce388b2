import { useIsFetching } from '@tanstack/react-query'

/** @returns whether nothing of the pack is on its way. */
export function useFiguresReady(): boolean {
  return useIsFetching({ queryKey: ['pack'] }) === 0
}
