import { normalizeText } from '../../platform/texts.js';

/** The columns that an import accepts, in the order of its template. */
export const COLUMNS = ['name', 'latinName', 'email', 'phone', 'workplace', 'education', 'bornOn', 'note'] as const;
export type Column = (typeof COLUMNS)[number];

export interface SheetRow {
  /** The line in the file, counted from 1. */
  readonly line: number;
  readonly cells: Readonly<Partial<Record<Column, string>>>;
}

const NAMES: Readonly<Record<Column, readonly string[]>> = {
  name: ['姓名', '学员姓名', '中文姓名', '名字', 'name', 'fullname', 'traineename'],
  latinName: ['拼音', '姓名拼音', '英文名', '英文姓名', '拉丁姓名', 'latinname', 'pinyin', 'englishname'],
  email: ['邮箱', '电子邮箱', '电子邮件', '邮件', '邮箱地址', 'email', 'mail', 'emailaddress'],
  phone: ['手机', '手机号', '手机号码', '电话', '联系电话', '联系方式', 'phone', 'mobile', 'telephone', 'phonenumber'],
  workplace: [
    '单位',
    '工作单位',
    '所在单位',
    '公司',
    '企业',
    '学校',
    'workplace',
    'company',
    'employer',
    'organisation',
    'organization',
  ],
  education: ['学历', '最高学历', '文化程度', 'education', 'degree'],
  bornOn: ['出生日期', '出生年月日', '生日', 'birthday', 'dateofbirth', 'born', 'bornon', 'birthdate'],
  note: ['备注', '说明', 'note', 'notes', 'remark', 'remarks'],
};

const EDUCATION_WORDS: Readonly<Record<string, string>> = {
  高中: 'secondary',
  中专: 'secondary',
  职高: 'secondary',
  技校: 'secondary',
  初中: 'secondary',
  高中及以下: 'secondary',
  高中或中专: 'secondary',
  secondary: 'secondary',
  大专: 'college',
  专科: 'college',
  高职: 'college',
  college: 'college',
  diploma: 'college',
  本科: 'bachelor',
  大学本科: 'bachelor',
  学士: 'bachelor',
  大学: 'bachelor',
  bachelor: 'bachelor',
  硕士: 'master',
  研究生: 'master',
  硕士研究生: 'master',
  master: 'master',
  博士: 'doctor',
  博士研究生: 'doctor',
  doctor: 'doctor',
  phd: 'doctor',
  doctorate: 'doctor',
};

/** Characters; anything longer is not a heading. */
const LONGEST_HEAD = 200;

/** The column of a heading, ignoring spaces, brackets and asterisks; `null` if it is not imported. */
export function columnNamed(heading: string): Column | null {
  const plain = normalizeText(heading.slice(0, LONGEST_HEAD), 'NFKC')
    .replace(/\([^()]*\)/g, '')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();
  return COLUMNS.find((column) => NAMES[column].includes(plain)) ?? null;
}

/** The education named in a cell, in either language; `null` if unknown. */
export function educationNamed(cell: string): string | null {
  const normalized = normalizeText(cell, 'NFKC').replace(/\s/g, '').toLowerCase();
  return (Object.hasOwn(EDUCATION_WORDS, normalized) ? EDUCATION_WORDS[normalized] : null) ?? null;
}
