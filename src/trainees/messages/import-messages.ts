import { defineMessages, refusalMessages } from '../../platform/index.js';

type ImportRefusal =
  | 'importNoFile'
  | 'importIsWorkbook'
  | 'importIsOldWorkbook'
  | 'importIsNotText'
  | 'importUnreadable'
  | 'importEmpty'
  | 'importLacksName'
  | 'importTooLong'
  | 'importTooLarge'
  | 'importTooComplex'
  | 'importBusy'
  | 'importNothingGood';

/** What the import of trainees says. */
export const importMessages = {
  ...refusalMessages<ImportRefusal>({
    importNoFile: { zh: '请先选择一个 CSV 文件。', en: 'Choose a CSV file first.' },
    importIsWorkbook: {
      zh: '这是 Excel 工作簿（xlsx），不是 CSV。请在 Excel 中“另存为”，类型选“CSV UTF-8（逗号分隔）”或“CSV（逗号分隔）”，再上传。',
      en: 'This is an Excel workbook (xlsx), not a CSV, whatever its name says. In Excel choose “Save as”, type “CSV UTF-8” or “CSV (comma delimited)”, and send that file.',
    },
    importIsOldWorkbook: {
      zh: '这是旧版 Excel 工作簿（xls），不是 CSV。请在 Excel 中“另存为”CSV 后再上传。',
      en: 'This is an old Excel workbook (xls), not a CSV. Save it as CSV in Excel and send that file.',
    },
    importIsNotText: {
      zh: '这个文件不是文本，读不出表格。请选择从 Excel 另存的 CSV 文件。',
      en: 'This file is not text, so no table can be read from it. Choose a CSV file saved from Excel.',
    },
    importUnreadable: {
      zh: '这个文件的文字编码既不是 UTF-8 也不是 GBK。请在 Excel 中另存为“CSV UTF-8”后再上传。',
      en: 'The text is neither UTF-8 nor GBK. Save it as “CSV UTF-8” in Excel and send that file.',
    },
    importEmpty: {
      zh: '文件里没有学员：第一行应是列名，从第二行起每行一人。',
      en: 'There is nobody in this file: its first line names the columns, and each line after that is one person.',
    },
    importLacksName: {
      zh: '没有“姓名”这一列。第一行读到的列名是：{heads}。',
      en: 'There is no column “Name”. The first line reads: {heads}.',
    },
    importTooLong: {
      zh: '共 {count} 行，一次最多导入 {most} 行，请分成几个文件。',
      en: 'There are {count} lines; at most {most} are taken at once. Cut the file into parts.',
    },
    importTooLarge: {
      zh: '表格太大：最多 100 列，每行文字也有限度；单元格里的引号若没有成对，也会读成很长的一行。请检查引号，只保留需要的列后重新上传。',
      en: 'The table is too large: at most 100 columns, and no endless rows. A quotation mark that is not closed makes one, too. Check the quotation marks, keep only the columns that you need, and send it again.',
    },
    importTooComplex: {
      zh: '这个文件没能在限定的时间内读完。请把数据复制到新表格，另存为 CSV 后再上传。',
      en: 'This file could not be read in the time there is. Copy the data into a new sheet, save it as CSV and send that.',
    },
    importBusy: {
      zh: '现在上传的人较多，文件还没有读。请过一会儿再上传一次。',
      en: 'Many files are being read just now, so this one was not. Send it again in a moment.',
    },
    importNothingGood: {
      zh: '没有一行可以导入。请按提示修改文件后重新上传。',
      en: 'No line can be taken. Mend the file as told and send it again.',
    },
  }),
  ...defineMessages({
    'import.title': { zh: '导入学员', en: 'Import trainees' },
    'import.lead': {
      zh: '上传 CSV 文件，先逐行检查，你确认后才会写入。',
      en: 'Send a CSV file. Every line is checked first, and nothing is stored until you confirm.',
    },
    'import.file': { zh: 'CSV 文件', en: 'CSV file' },
    'import.file_hint': {
      zh: 'Excel 另存的 CSV 都可以（UTF-8 或 GBK），最多 {most} 行。',
      en: 'Any CSV saved from Excel (UTF-8 or GBK), at most {most} lines.',
    },
    'import.check': { zh: '上传并检查', en: 'Send and check' },
    'import.columns': { zh: '认得的列', en: 'Columns that are understood' },
    'import.columns_text': {
      zh: '第一行写列名，次序不限；只有“姓名”必填，其他列会忽略。',
      en: 'The first line names the columns, in any order. Only the name is needed; other columns are ignored.',
    },
    'import.template': { zh: '下载空白模板', en: 'Download an empty template' },
    'import.template_name': { zh: '学员导入模板', en: 'trainees-template' },
    'import.preview_title': { zh: '检查导入的学员', en: 'Check the import' },
    'import.preview_lead': {
      zh: '{file}，编码 {encoding}。还没有写入任何内容。',
      en: '{file}, read as {encoding}. Nothing is stored yet.',
    },
    'import.good': { zh: '可以导入', en: 'Can be taken' },
    'import.matched': { zh: '可能已在册', en: 'Perhaps on record already' },
    'import.matched_text': {
      zh: '这些行与在册学员同名。联系方式或生日也相同的，默认补充到原记录（只补空白，不覆盖）。',
      en: 'These lines bear the name of somebody on record. Where telephone, email or birthday agree too, the record is filled in by default: gaps only, nothing is overwritten.',
    },
    'import.faulty': { zh: '不能导入', en: 'Cannot be taken' },
    'import.faulty_text': {
      zh: '这些行会跳过。可以在文件里改好后重新上传；已导入的人不会重复。',
      en: 'These lines are left out. Mend them in the file and send it again; nobody is entered twice.',
    },
    'import.line': { zh: '第 {line} 行', en: 'Line {line}' },
    'import.line_head': { zh: '行', en: 'Line' },
    'import.facts': { zh: '资料', en: 'Facts' },
    'import.problem': { zh: '问题', en: 'What is wrong' },
    'import.decision': { zh: '怎么处理', en: 'What to do' },
    'import.decision_for': { zh: '第 {line} 行怎么处理', en: 'What to do with line {line}' },
    'import.as_new': { zh: '作为新学员', en: 'Enter as a new trainee' },
    'import.skip': { zh: '跳过', en: 'Leave out' },
    'import.fill': { zh: '补充到：{person}', en: 'Fill in: {person}' },
    'import.ignored': { zh: '没有用到的列：{columns}', en: 'Columns not used: {columns}' },
    'import.confirm': { zh: '导入 {count} 行', en: { one: 'Import {count} line', other: 'Import {count} lines' } },
    'import.other_file': { zh: '换一个文件', en: 'Choose another file' },
    'import.nothing': { zh: '没有可以导入的行', en: 'There is nothing to import' },
    'import.done': {
      zh: '导入完成：新增 {added} 人，补充 {filled} 人，跳过 {skipped} 人。',
      en: 'Import done: {added} added, {filled} filled in, {skipped} left out.',
    },
    'import.fault_no_name': { zh: '没有姓名。', en: 'The name is missing.' },
    'import.fault_twice': { zh: '与第 {line} 行是同一个人。', en: 'This is the person of line {line} again.' },
    'import.fault_email': { zh: '“{typed}”不是完整的邮箱地址。', en: '“{typed}” is not a full email address.' },
    'import.fault_date': {
      zh: '“{typed}”读不出日期，请写成 1998-3-9 这样。',
      en: '“{typed}” is no date. Write it like 1998-3-9.',
    },
    'import.fault_education': {
      zh: '“{typed}”不认得，请写高中、大专、本科、硕士或博士。',
      en: '“{typed}” is not known. Write secondary, college, bachelor, master or doctor.',
    },
    'import.fault_rounded': {
      zh: 'Excel 把号码变成了 {typed}。请把这一列设为“文本”后重新填写。',
      en: 'Excel turned the number into {typed}. Format the column as text and enter it again.',
    },
  }),
};
