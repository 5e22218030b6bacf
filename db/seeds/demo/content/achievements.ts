export interface DemoAchievement {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly validMonths: number | null;
}

const achievement = (code: string, nameZh: string, nameEn: string, validMonths: number | null): DemoAchievement => ({
  code,
  nameZh,
  nameEn,
  validMonths,
});

/** The achievements. Skills that become outdated expire; lasting knowledge does not. */
export const ACHIEVEMENTS: readonly DemoAchievement[] = [
  achievement('CLOUD-BASICS', '云计算基础', 'Cloud foundations', null),
  achievement('SECURITY-BASICS', '信息安全基础', 'Security foundations', null),
  achievement('CLOUD-ADMIN', '云平台管理员', 'Cloud administrator', 12),
  achievement('CLOUD-ARCHITECT', '云架构师', 'Cloud architect', 24),
  achievement('CLOUD-SECURITY', '云安全工程师', 'Cloud security engineer', 12),
  achievement('CLOUD-NETWORK', '云网络工程师', 'Cloud network engineer', 24),
  achievement('SERVER-ADMIN', '混合服务器管理员', 'Hybrid server administrator', 24),
  achievement('SECURITY-ANALYST', '安全运营分析师', 'Security operations analyst', 12),
  achievement('ENDPOINT-ADMIN', '终端管理员', 'Endpoint administrator', 12),
  achievement('M365-ADMIN', '协作平台管理员', 'Collaboration platform administrator', 24),
  achievement('CLOUD-DEVELOPER', '云应用开发工程师', 'Cloud developer', 24),
  achievement('DEVOPS-ENGINEER', 'DevOps 工程师', 'DevOps engineer', 24),
  achievement('JAVA-DEVELOPER', 'Java 企业应用开发工程师', 'Java enterprise developer', 36),
  achievement('TEST-ENGINEER', '软件测试工程师', 'Software test engineer', 36),
  achievement('OUTSOURCING-DELIVERY', '服务外包交付专员', 'Outsourcing delivery specialist', 36),
  achievement('DB-ADMIN', '数据库管理员', 'Database administrator', 24),
  achievement('DATA-ENGINEER', '数据工程师', 'Data engineer', 24),
  achievement('DATA-ANALYST', '数据分析师', 'Data analyst', 24),
  achievement('DATA-SCIENTIST', '机器学习工程师', 'Machine learning engineer', 24),
  achievement('IP-SPECIALIST', '软件知识产权专员', 'Software IP specialist', 36),
  achievement('GENUINE-SOFTWARE', '正版软件管理员', 'Genuine software manager', 12),
];

/** The criteria of every achievement, as shown on its page and its certificates. */
export const CRITERIA = {
  zh: '出勤不少于应到课次的百分之八十，各项考核均达到及格线。',
  en: 'Attendance at four fifths of the sessions at least, and a pass in every assessment.',
} as const;
