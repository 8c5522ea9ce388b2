import { expect, it } from 'vitest'
import { conditionsOf, describeProfile, PROFILES, profileOf } from './profiles.ts'
import { ROWS } from './rows.ts'

it('knows the profiles of the issue by name', () => {
  expect(PROFILES.map(({ name, width, height }) => [name, width, height])).toEqual([
    ['desktop', 1440, 900],
    ['phone', 390, 844],
    ['wall', 3840, 2160],
  ])
  expect(() => profileOf('watch')).toThrow('no profile "watch"; there are desktop, phone, wall')
})

it('gives Chromium bytes a second', () => {
  expect(conditionsOf({ bitsPerSecond: 1_600_000, roundTripMs: 150 })).toEqual({
    offline: false,
    latency: 150,
    downloadThroughput: 200_000,
    uploadThroughput: 200_000,
  })
})

it('describes a profile in a few words', () => {
  expect(describeProfile(profileOf('phone'))).toBe(
    '390×844 at 2 device pixels, touch, 4× CPU slow-down, 1.6 Mbit/s, 150 ms round trip',
  )
  expect(describeProfile(profileOf('wall'))).toBe('3840×2160')
})

it('has each figure once in the table', () => {
  expect(new Set(ROWS.map(({ key }) => key)).size).toBe(ROWS.length)
})
