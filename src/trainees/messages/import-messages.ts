import { defineMessages } from '../../platform/index.js';

export const importMessages = defineMessages({
  'import.title': { zh: '导入学员', en: 'Import trainees' },
  'import.lead': {
    zh: '上传 CSV 文件，先逐行检查，你确认后才会写入。',
    en: 'Upload a CSV file. Every line is checked first. Nothing is stored until you confirm.',
  },
  'import.file': { zh: 'CSV 文件', en: 'CSV file' },
  'import.file_hint': {
    zh: 'Excel 另存的 CSV 都可以（UTF-8 或 GBK），最多 {most} 行。',
    en: 'Any CSV saved from Excel (UTF-8 or GBK), at most {most} lines.',
  },
  'import.check': { zh: '上传并检查', en: 'Upload and check' },
  'import.columns': { zh: '可用的列', en: 'Supported columns' },
  'import.columns_text': {
    zh: '第一行写列名，次序不限。只有“姓名”必填，不认识的列会忽略。',
    en: 'The first line contains the column names, in any order. Only the name is required; unknown columns are ignored.',
  },
  'import.template': { zh: '下载空白模板', en: 'Download an empty template' },
  'import.template_name': { zh: '学员导入模板', en: 'trainees-template' },
  'import.preview_title': { zh: '检查导入的学员', en: 'Check the import' },
  'import.preview_lead': {
    zh: '{file}，编码 {encoding}。还没有写入任何内容。',
    en: '{file}, read as {encoding}. Nothing is stored yet.',
  },
  'import.good': { zh: '可以导入', en: 'Ready to import' },
  'import.matched': { zh: '可能已登记', en: 'Possible duplicates' },
  'import.matched_text': {
    zh: '这些行与已登记的学员同名。联系方式或出生日期也相同的，默认补充到原记录（只填空白，不覆盖）。',
    en: 'These lines have the name of a trainee on record. If phone, email or date of birth match too, the line completes that record by default: it fills empty fields and overwrites nothing.',
  },
  'import.faulty': { zh: '不能导入', en: 'Cannot be imported' },
  'import.faulty_text': {
    zh: '这些行会跳过。可以在文件里改好后重新上传；已导入的人不会重复。',
    en: 'These lines are skipped. Correct the file and upload it again; nobody is imported twice.',
  },
  'import.line': { zh: '第 {line} 行', en: 'Line {line}' },
  'import.line_head': { zh: '行', en: 'Line' },
  'import.facts': { zh: '资料', en: 'Details' },
  'import.problem': { zh: '问题', en: 'Problem' },
  'import.decision': { zh: '处理方式', en: 'Action' },
  'import.decision_for': { zh: '第 {line} 行的处理方式', en: 'Action for line {line}' },
  'import.as_new': { zh: '作为新学员', en: 'Add as a new trainee' },
  'import.skip': { zh: '跳过', en: 'Skip' },
  'import.fill': { zh: '补充到：{person}', en: 'Complete the record of {person}' },
  'import.ignored': { zh: '已忽略的列：{columns}', en: 'Ignored columns: {columns}' },
  'import.confirm': { zh: '导入 {count} 行', en: { one: 'Import {count} line', other: 'Import {count} lines' } },
  'import.other_file': { zh: '换一个文件', en: 'Choose another file' },
  'import.nothing': { zh: '没有可以导入的行', en: 'Nothing to import' },
  'import.done': {
    zh: '导入完成：新增 {added} 人，补充 {filled} 人，跳过 {skipped} 人。',
    en: 'Import finished: {added} added, {filled} completed, {skipped} skipped.',
  },
  'import.fault_no_name': { zh: '没有姓名。', en: 'The name is missing.' },
  'import.fault_twice': { zh: '与第 {line} 行是同一个人。', en: 'This is the same person as in line {line}.' },
  'import.fault_email': { zh: '“{typed}”不是完整的邮箱地址。', en: '“{typed}” is not a valid email address.' },
  'import.fault_date': {
    zh: '“{typed}”不是有效日期，请写成 1998-3-9 这样。',
    en: '“{typed}” is not a date. Write it like 1998-3-9.',
  },
  'import.fault_education': {
    zh: '无法识别“{typed}”，请写高中、大专、本科、硕士或博士。',
    en: '“{typed}” is not a level of education. Write secondary, college, bachelor, master or doctor.',
  },
  'import.fault_rounded': {
    zh: 'Excel 把号码变成了 {typed}。请把这一列设为“文本”后重新填写。',
    en: 'Excel turned the number into {typed}. Format the column as text and enter it again.',
  },
});
