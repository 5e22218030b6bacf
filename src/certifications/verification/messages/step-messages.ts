import type { Message, Messages } from '../../../platform/index.js';
import type { Outcome, Step } from '../../core/index.js';

type OutcomeMessages = Record<Outcome, Message>;

const STEPS: Record<Step, OutcomeMessages> = {
  number: {
    ok: { zh: '编号没有打错', en: 'The number is well formed' },
    failed: { zh: '编号打错了', en: 'The number is mistyped' },
    unknown: { zh: '编号没有检查', en: 'The number was not checked' },
  },
  format: {
    ok: { zh: '文件可以读取', en: 'The file can be read' },
    failed: { zh: '文件不是能核验的证书', en: 'The file is not a certificate that can be verified' },
    unknown: { zh: '文件格式没有检查', en: 'The file format was not checked' },
  },
  whole: {
    ok: { zh: '整份文件都在签名之内', en: 'The signature covers the whole file' },
    failed: { zh: '有内容不在签名之内', en: 'The signature does not cover the whole file' },
    unknown: { zh: '看不出整份文件是否完整', en: 'Could not determine whether the file is complete' },
  },
  signature: {
    ok: { zh: '数字签名与内容相符', en: 'The signature matches the content' },
    failed: { zh: '数字签名与内容不符', en: 'The signature does not match the content' },
    unknown: { zh: '数字签名未能检查', en: 'The signature could not be checked' },
  },
  issuerKey: {
    ok: { zh: '签名密钥属于文件所写的颁发机构', en: 'The key belongs to the issuer that the file names' },
    failed: { zh: '签名密钥不属于文件所写的颁发机构', en: 'The key does not belong to the issuer that the file names' },
    unknown: { zh: '未能确认签名密钥属于谁', en: 'The owner of the key could not be determined' },
  },
  claims: {
    ok: { zh: '没有冒用本学院的名义', en: 'It does not claim to be from this academy' },
    failed: {
      zh: '自称由本学院颁发，但没有本学院的签名',
      en: 'It claims to be from this academy but lacks this academy’s signature',
    },
    unknown: { zh: '没有检查是否冒用本学院的名义', en: 'Whether it claims to be from this academy was not checked' },
  },
  register: {
    ok: { zh: '在学院的登记中', en: 'It is in the academy’s register' },
    failed: { zh: '学院的登记中没有', en: 'It is not in the academy’s register' },
    unknown: { zh: '未能查阅学院的登记', en: 'The academy’s register could not be checked' },
  },
  unaltered: {
    ok: { zh: '与颁发时完全一致，没有改动', en: 'Unaltered: it matches what was issued' },
    failed: { zh: '与颁发时不一致，有改动', en: 'Altered: it does not match what was issued' },
    unknown: { zh: '未能与颁发时的文件对照', en: 'It could not be compared with the original' },
  },
  notRevoked: {
    ok: { zh: '没有被吊销', en: 'Not revoked' },
    failed: { zh: '已被吊销', en: 'Revoked' },
    unknown: { zh: '未能查到是否被吊销', en: 'Could not determine whether it was revoked' },
  },
  notReplaced: {
    ok: { zh: '没有被新证书取代', en: 'Not replaced' },
    failed: { zh: '已由新证书取代', en: 'Replaced by a new certificate' },
    unknown: { zh: '未能查到是否换发', en: 'Could not determine whether it was replaced' },
  },
  notExpired: {
    ok: { zh: '在有效期内', en: 'Not expired' },
    failed: { zh: '已过有效期', en: 'Expired' },
    unknown: { zh: '有效期未能确认', en: 'The expiry date could not be determined' },
  },
  log: {
    ok: { zh: '已记入公开日志', en: 'It is in the public log' },
    failed: { zh: '与公开日志不符', en: 'It does not match the public log' },
    unknown: { zh: '公开日志没有查', en: 'The public log was not checked' },
  },
};

/** Result of each step of a check. */
export const stepMessages = Object.fromEntries(
  Object.entries(STEPS).flatMap(([step, messages]) =>
    Object.entries(messages).map(([outcome, phrase]) => [`check.step_${step}_${outcome}`, phrase]),
  ),
) as Messages;
