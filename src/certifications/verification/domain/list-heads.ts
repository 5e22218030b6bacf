import { normalizeText } from '../../../platform/texts.js';

/** What a head says about its column. */
export type HeadMeaning =
  | { readonly kind: 'certificateNumber' }
  /** A number, or a certificate: as well the number of a line or of an employee, or the title of a certificate. */
  | { readonly kind: 'someNumber' }
  /** `rank`: how plainly it names the holder, from 0. */
  | { readonly kind: 'name'; readonly rank: number; readonly isPart: boolean };

const words = (text: string): string[] => text.trim().split(/\s+/);

const CERTIFICATE_NUMBERS = words(`
  证书编号 证书号 证书号码 证书编码 证书序列号 结业证书编号 结业证书号 结业证书号码 培训证书编号 培训证书号 證書編號 證書號碼
  certificatenumber certificatenumbers certificateno certificatenum certificateid certificateids certificatecode
  certnumber certno certid credentialnumber credentialno credentialid certificationnumber certificationno
  certificationid certificateserialnumber certificateserialno numberofcertificate`);
const SOME_NUMBERS = words(`编号 号码 编码 证书 證書 編號 number no id certificate credential certification`);
/** The plainest first; those of one line name the holder equally plainly. */
const NAMES: readonly string[][] = [
  words('持证人姓名 获证人姓名 证书姓名 证书持有人 holdername certificateholder recipientname nameoncertificate'),
  words('姓名 学员姓名 员工姓名 候选人姓名 应聘人姓名 人员姓名 中文姓名 chinesename 真实姓名 持证人 獲證人 获证人'),
  words(`fullname employeename candidatename studentname traineename learnername participantname holder recipient
    holdersname recipientsname employeesname candidatesname studentsname traineesname learnersname participantsname
    nameofholder nameoftheholder nameofcertificateholder nameofrecipient nameofemployee nameofcandidate nameofstudent
    nameoftrainee nameoflearner nameofparticipant wholename lastnamefirstname firstnamelastname
    surnamefirstname firstnamesurname surnamegivenname givennamesurname familynamegivenname givennamefamilyname
    全名 员工全名 学员全名 学生全名 持证人全名 人员全名 姓名全称`),
  words('name displayname 名字 学员 学生 员工 应聘人 候选人 employee candidate student trainee learner participant'),
];
/** As plain as "name" alone, for whoever parts names into two columns. */
const PARTS_OF_NAMES = words('surname lastname familyname firstname givenname forename middlename 姓 名 姓氏');

/** Ends of heads, and words in them, of what surely are no people, though it may look like names: 销售部, Sales. */
const OTHER_HAN = words(
  `部门 单位 公司 企业 学校 院系 专业 班级 岗位 职务 职位 职称 课程 课程名称 证书名称 级别 等级 类别 状态 结果 备注 城市 地区 籍贯 民族`,
);
const OTHER_LATIN = new Set(
  words(`department departments dept team group division unit company organization organisation employer school class
    category position job title role course level grade status result note notes remark remarks comment comments city
    country location nationality`),
);

const MEANINGS: ReadonlyMap<string, HeadMeaning> = new Map<string, HeadMeaning>([
  ...SOME_NUMBERS.map((word): [string, HeadMeaning] => [word, { kind: 'someNumber' }]),
  ...CERTIFICATE_NUMBERS.map((word): [string, HeadMeaning] => [word, { kind: 'certificateNumber' }]),
  ...NAMES.flatMap((those, rank) =>
    those.map((word): [string, HeadMeaning] => [word, { kind: 'name', rank, isPart: false }]),
  ),
  ...PARTS_OF_NAMES.map((word): [string, HeadMeaning] => [
    word,
    { kind: 'name', rank: NAMES.length - 1, isPart: true },
  ]),
]);

/** Characters; longer cells are not heads. */
const LONGEST_HEAD = 200;

/** Only its letters count, without remarks in brackets; it may say the same in Chinese and in English. */
export function meaningOf(head: string): HeadMeaning | null {
  const meanings = partsOf(head).map((part) => MEANINGS.get(part) ?? null);
  return meanings.reduce((one, other) => plainer(one, other), meanings[0] ?? null);
}

/** Whether it names departments, places, courses or the like: `所属部门`, `Employee Group`, `DepartmentName`. */
export function isHeadOfOthers(head: string): boolean {
  const parts = normalizeText(head.slice(0, LONGEST_HEAD), 'NFKC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .match(/\p{Script=Han}+|\p{Script=Latin}+/gu);
  return (parts ?? []).some((part) => OTHER_LATIN.has(part) || OTHER_HAN.some((word) => part.endsWith(word)));
}

function partsOf(head: string): readonly string[] {
  const plain = normalizeText(head.slice(0, LONGEST_HEAD), 'NFKC')
    .replace(/\([^()]*\)/g, '')
    .replace(/#/g, 'no')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();
  return plain.match(/\p{Script=Han}+|\P{Script=Han}+/gu) ?? [];
}

/** The plainer of two that agree; `null` if they do not. */
function plainer(one: HeadMeaning | null, other: HeadMeaning | null): HeadMeaning | null {
  if (!one || !other) return null;
  if (one.kind === 'name') return other.kind !== 'name' ? null : other.rank < one.rank ? other : one;
  if (other.kind === 'name') return null;
  return one.kind === 'certificateNumber' ? one : other;
}

/** A remark in brackets, as in “姓名（拼音）”, says that there may be a plainer column. */
export const hasRemark = (head: string): boolean => /[（(]/.test(head);

/** A word that no certificate and no person bears: its line is no question. */
export function isHeadOnly(cell: string): boolean {
  const meaning = meaningOf(cell);
  return meaning?.kind === 'certificateNumber' || (meaning?.kind === 'name' && /姓名|名字|全名|name/i.test(cell));
}
