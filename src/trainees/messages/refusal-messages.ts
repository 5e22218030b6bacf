import { refusalMessages } from '../../platform/index.js';
import type { TraineeRefusalCode } from '../domain/refusals.js';

export const traineeRefusalMessages = refusalMessages<TraineeRefusalCode>({
  nameHasSigns: {
    zh: '姓名只能包含文字、空格、间隔号“·”、连字符和撇号，请去掉数字和其他符号。',
    en: 'A name can contain only letters, spaces, “·”, hyphens and apostrophes. Remove digits and other characters.',
  },
  nameHasHost: {
    zh: '姓名里的“.”后面请加一个空格。',
    en: 'Put a space after each full stop in the name.',
  },
  latinNameHasSigns: { zh: '请用拉丁字母写，例如 Zhang Wei。', en: 'Use Latin letters, such as Zhang Wei.' },
  phoneUnreadable: {
    zh: '请写 11 位手机号、带区号的固定电话，或以 + 开头的国际号码。',
    en: 'Enter an 11-digit mobile number, a landline number with its area code, or an international number starting with +.',
  },
  bornInFuture: {
    zh: '出生日期应早于今天（{today:day}）。',
    en: 'The date of birth must be before today ({today:day}).',
  },
  nameStandsOnCertificates: {
    zh: '“{name}”已印在 {count} 张证书上，不能自行修改。请带身份证件联系学院更改。',
    en: {
      one: '“{name}” is printed on a certificate, so you cannot change it yourself. Contact the academy with your identity document.',
      other:
        '“{name}” is printed on {count} certificates, so you cannot change it yourself. Contact the academy with your identity document.',
    },
  },
  tooManySignUps: {
    zh: '注册次数过多，请 {minutes} 分钟后再试。',
    en: 'Too many sign-ups. Try again in {minutes} minutes.',
  },
  traineeUnknown: { zh: '没有这位学员，请重新查找。', en: 'There is no such trainee. Search again.' },
  importNoFile: { zh: '请先选择一个 CSV 文件。', en: 'Choose a CSV file first.' },
  importIsWorkbook: {
    zh: '这是 Excel 工作簿（xlsx），不是 CSV。请在 Excel 中“另存为”，类型选“CSV UTF-8（逗号分隔）”或“CSV（逗号分隔）”，再上传。',
    en: 'This is an Excel workbook (xlsx), not a CSV file. In Excel, choose “Save as” with type “CSV UTF-8” or “CSV (comma delimited)” and upload that file.',
  },
  importIsOldWorkbook: {
    zh: '这是旧版 Excel 工作簿（xls），不是 CSV。请在 Excel 中“另存为”CSV 后再上传。',
    en: 'This is an old Excel workbook (xls), not a CSV file. Save it as CSV in Excel and upload that file.',
  },
  importIsNotText: {
    zh: '这个文件不是文本，无法读取表格。请选择从 Excel 另存的 CSV 文件。',
    en: 'This is not a text file. Choose a CSV file saved from Excel.',
  },
  importUnreadable: {
    zh: '这个文件的文字编码既不是 UTF-8 也不是 GBK。请在 Excel 中另存为“CSV UTF-8”后再上传。',
    en: 'The file is encoded neither in UTF-8 nor in GBK. Save it as “CSV UTF-8” in Excel and upload that file.',
  },
  importEncodingUnclear: {
    zh: '无法确定这个文件的文字编码，姓名可能会读错。请在 Excel 中另存为“CSV UTF-8”后再上传。',
    en: 'The encoding of this file is unclear, so names could be misread. Save it as “CSV UTF-8” in Excel and upload that file.',
  },
  importEmpty: {
    zh: '文件里没有学员：第一行应是列名，从第二行起每行一人。',
    en: 'There are no trainees in this file. The first line must contain the column names, and each further line one person.',
  },
  importLacksName: {
    zh: '没有“姓名”这一列。第一行读到的列名是：{heads}。',
    en: 'There is no column “Name”. The columns in the first line are: {heads}.',
  },
  importTooLong: {
    zh: '共 {count} 行，一次最多导入 {most} 行，请分成几个文件。',
    en: 'The file has {count} lines. At most {most} can be imported at once. Split the file.',
  },
  importTooLarge: {
    zh: '表格太大：最多 100 列，每行长度也有限制。引号没有成对时，也会读成很长的一行。请检查引号，只保留需要的列后重新上传。',
    en: 'The table is too large. It can have at most 100 columns, and the length of a row is limited. An unclosed quotation mark also produces a long row. Check the quotation marks, keep only the columns that you need, and upload it again.',
  },
  importTooComplex: {
    zh: '这个文件没能在限定的时间内读完。请把数据复制到新表格，另存为 CSV 后再上传。',
    en: 'Reading this file took too long. Copy the data into a new sheet, save it as CSV and upload that file.',
  },
  importBusy: {
    zh: '正在处理的文件太多，这个文件没有读取。请稍后重新上传。',
    en: 'Too many files are being processed, so this one was not read. Upload it again in a moment.',
  },
  importNothingGood: {
    zh: '没有一行可以导入。请按提示修改文件后重新上传。',
    en: 'No line can be imported. Correct the file as shown and upload it again.',
  },
});
