/** How targets stand, and the pace they take. */
const zh = {
  filter: '按进展筛选目标',
  all: '全部',
  undated: '未载明',
  noneOfState: '没有这样的目标',
  /** A level's needed change a year; `achieved` is what was reached before; both in the same unit. */
  needed: (rate: string) => `需年均 ${rate}`,
  achieved: (rate: string) => `此前年均 ${rate}`,
  derivedOver: (span: string) => `（${span}，推算）`,
  points: (n: string) => `${n} 个百分点`,
  total: (elapsed: string, share: string) => `已过 ${elapsed} 的时间，完成 ${share}`,
  derived: '（推算）',
  separator: '，',
  paceOf: (figures: string) => `由这些数字推算：${figures}`,
  shareOf: (actual: string, target: string) => `推算：实绩 ${actual} ÷ 目标 ${target}`,
  /** The city's or district's history. */
  history: '历年实绩',
  historyNote: (n: number) => `${n} 个指标有两期以上`,
  historyAllTime: '不随时间筛选',
  showOnMap: (name: string) => `在地图上看 ${name}`,
  trend: (name: string, from: string, to: string) => `${name}，从 ${from} 到 ${to}`,
  /** Which pair of project figures a chart shows. */
  pairs: '图中显示哪类项目',
  otherProjects: '其他',
  latestProjects: (n: number) => `图中为最近 ${n} 个，其余见列表`,
}

const en: typeof zh = {
  filter: 'Filter targets by progress',
  all: 'All',
  undated: 'Undated',
  noneOfState: 'No such target',
  needed: (rate) => `Needs ${rate} a year`,
  achieved: (rate) => `before ${rate}`,
  derivedOver: (span) => ` (${span}, derived)`,
  points: (n) => `${n} percentage ${/^[+-]?1$/.test(n) ? 'point' : 'points'}`,
  total: (elapsed, share) => `${elapsed} of the time has passed, ${share} is reached`,
  derived: ' (derived)',
  separator: ', ',
  paceOf: (figures) => `Derived from these figures: ${figures}`,
  shareOf: (actual, target) => `Derived: result ${actual} ÷ target ${target}`,
  history: 'Results over the years',
  historyNote: (n) => `${n} ${n === 1 ? 'indicator' : 'indicators'} with two or more dates`,
  historyAllTime: 'whatever the years chosen',
  showOnMap: (name) => `Show ${name} on the map`,
  trend: (name, from, to) => `${name}, from ${from} to ${to}`,
  pairs: 'Which projects the chart shows',
  otherProjects: 'Others',
  latestProjects: (n) => `The chart shows the latest ${n}; the rest are in the list`,
}

export const progress = { zh, en }
