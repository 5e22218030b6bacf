import type { TrackCode } from './course.js';

export interface DemoTrack {
  readonly code: TrackCode;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly summaryZh: string;
  readonly summaryEn: string;
}

/** The four tracks, in the order of the home page. */
export const TRACKS: readonly DemoTrack[] = [
  {
    code: 'CLOUD',
    nameZh: '云计算',
    nameEn: 'Cloud computing',
    summaryZh: '从云基础到架构、网络、安全与终端管理，面向运维、系统与信息安全岗位。',
    summaryEn:
      'From first steps to architecture, networks, security and devices, for people who run systems and keep them safe.',
  },
  {
    code: 'SOFTWARE',
    nameZh: '服务外包与软件',
    nameEn: 'Service outsourcing and software',
    summaryZh: '面向接包企业的开发、测试、交付与商务沟通：在真实项目的规矩里练手。',
    summaryEn:
      'Development, testing, delivery and business language for companies that work to other people’s specifications.',
  },
  {
    code: 'DATA-AI',
    nameZh: '数据与人工智能',
    nameEn: 'Data and AI',
    summaryZh: '数据库、数据工程、商业分析与机器学习，从一张表学到一个能上线的模型。',
    summaryEn:
      'Databases, data engineering, business analysis and machine learning, from a table to a model in service.',
  },
  {
    code: 'IP',
    nameZh: '知识产权与正版软件',
    nameEn: 'Intellectual property and genuine software',
    summaryZh: '软件著作权、专利、开源许可证与正版化管理，让成果有据可查、使用有权可依。',
    summaryEn: 'Copyright, patents, open-source licences and the management of genuine software.',
  },
];
