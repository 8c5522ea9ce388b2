export const overTime = {
  title: '随时间',
  ranking: '各地排列',
  placesNote: (n: number) => `${n} 个地方；虚线为目标`,
  scale: '刻度',
  sharedScale: '同一刻度',
  ownScales: '各自刻度',
  projects: (indicator: string) => `${indicator}随时间`,
  projectsNote: '每个三角形是一次签约、开工或一年之数；点地名选择该区',
  targets: '目标与实绩对照',
  targetsNote: (n: number) => `${n} 项，按完成程度排列`,
  moreTargets: (n: number) => `各地历年的另外 ${n} 项目标`,
  /** Between a pair's count and its amount. */
  pairJoin: ' · ',
  comma: '，',
  /** Between names of a list. */
  listJoin: '、',
  planned: '计划，尚非结果',
  conflict: (other: string) => `出处不一，另有：${other}`,
  inferredDate: '日期系推定，原文未载明',
  undated: (n: number) => `另有 ${n} 个时间未载明`,
  cumulative: '在册累计（推算）',
  cumulativeTo: (total: string) => `在册累计（推算）：${total}`,
  noRecord: '无记录：',
  area: (indicator: string) => `三角形面积：${indicator}`,
  /** Heads the column of how many figures of a place have no date. */
  undatedHead: '无日期',
  conferences: '全市大会',
  /** Under the lanes, where conferences have figures. */
  notToScale: '全市大会的三角形不按比例',
  /** Heading of figures whose unit has no symbol. */
  count: '个数',
}
