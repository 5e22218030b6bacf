interface Worth {
  readonly code: string;
  readonly level: 'foundation' | 'associate' | 'professional' | 'expert';
  readonly skills: readonly { readonly nameZh: string; readonly nameEn: string }[];
}

const skills = (...pairs: readonly (readonly [string, string])[]) =>
  pairs.map(([nameZh, nameEn]) => ({ nameZh, nameEn }));

/** Achievements for which the academy has described level and skills. */
export const WORTHS: readonly Worth[] = [
  {
    code: 'CLOUD-ADMIN',
    level: 'associate',
    skills: skills(
      ['虚拟机与网络部署', 'Deploying machines and networks'],
      ['身份与权限管理', 'Identity and access'],
      ['监控与备份', 'Monitoring and backup'],
    ),
  },
  {
    code: 'CLOUD-ARCHITECT',
    level: 'expert',
    skills: skills(
      ['云架构设计', 'Designing for the cloud'],
      ['高可用与容灾', 'Availability and recovery'],
      ['成本治理', 'Governing cost'],
    ),
  },
  {
    code: 'JAVA-DEVELOPER',
    level: 'professional',
    skills: skills(
      ['企业应用开发', 'Enterprise applications'],
      ['数据库编程', 'Database programming'],
      ['自动化测试', 'Automated testing'],
      ['代码评审', 'Code review'],
    ),
  },
];

/** The portrait template for vocational certificates, and the achievement that uses it. */
export const UPRIGHT = {
  name: '职业技能证书（竖版）',
  nameZh: '职业技能证书',
  nameEn: 'Certificate of Vocational Skill',
  chosenBy: 'JAVA-DEVELOPER',
  numberPattern: '{KIND:S}{BODY:0531}{PROV:37}{SITE:000101}{YY}{LEVEL}{SEQ:6}',
} as const;
