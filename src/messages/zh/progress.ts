/** How targets stand, and the pace they take. */
export const progress = {
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
