import type { Messages } from '../messages/messages.ts'
import type { TourProblem } from '../model/tour.ts'

/** @returns where something is wrong in a tour, what stands there and what would have been right, in one sentence */
export function sayTourProblem(
  { tour, scene, field, value, expected }: TourProblem,
  { tours: words }: Messages,
): string {
  const where = [
    ...(tour === '' ? [] : [words.problemTour(tour)]),
    ...(scene === null ? [] : [words.problemScene(String(scene))]),
    field,
  ]
  return words.problem(
    where.join(words.problemJoin),
    value === '' ? words.problemMissing : value,
    words.expected[expected],
  )
}
