import { refusalMessages } from '../../../platform/index.js';
import type { CoreRefusalCode } from '../../core/index.js';
import type { VerificationRefusalCode } from '../domain/refusals.js';

export const verificationRefusalMessages = refusalMessages<Exclude<VerificationRefusalCode, CoreRefusalCode>>({
  fileNeeded: { zh: '请先选择证书文件。', en: 'Choose the certificate’s file first.' },
  certificateUnchecked: {
    zh: '这个编号现在未能核验：学院的登记与颁发时不一致，学院已收到提醒。这既不说明证书有效，也不说明证书有问题；请稍后再试，或直接向学院查询。',
    en: 'This number cannot be checked now because the academy’s register does not match what was issued. The academy has been alerted. This does not mean that the certificate is valid or invalid. Try again later or contact the academy.',
  },
  certificateNotMatched: {
    zh: '没有找到编号与姓名都相符的证书。请对照证书检查两者；仍不相符时，请向持证人索取证书上的二维码链接。',
    en: 'No certificate matches this number and name. Compare both with the certificate. If they still do not match, ask the holder for the link in its QR code.',
  },
  tooManyVerifications: {
    zh: '这个网络地址核验次数过多，请 {minutes} 分钟后再试，或扫描证书上的二维码。',
    en: 'Too many checks from this address. Wait {minutes} minutes, or scan the QR code on the certificate.',
  },
  tooManyNames: {
    zh: '这个编号在 24 小时内已用 10 个不同的姓名核验过，均不相符，暂不再答复。请扫描证书上的二维码，或明天再试。',
    en: 'Ten different names were tried with this number within 24 hours and none matched. Scan the QR code on the certificate, or try again tomorrow.',
  },
  tooManyNumbers: {
    zh: '这个姓名在 24 小时内已用 10 个不同的编号核验过，均不相符，暂不再答复。请扫描证书上的二维码，或明天再试。',
    en: 'Ten different numbers were tried with this name within 24 hours and none matched. Scan the QR code on the certificate, or try again tomorrow.',
  },
  tooManyMisses: {
    zh: '24 小时内不相符的核验过多，编号与姓名暂不再答复。请扫描证书上的二维码，或明天再试。',
    en: 'Too many checks within 24 hours did not match. Scan the QR code on the certificate, or try again tomorrow.',
  },
  tooManyUnanswered: {
    zh: '已有 {most} 份名单还没有核验完。请在下面的“最近的名单”里开始或放弃其中一些，再上传。',
    en: '{most} lists are not answered yet. Start or discard some of the recent lists below, then upload this one.',
  },
  listNoFile: { zh: '请选择名单文件。', en: 'Choose a file with your list.' },
  listEmpty: { zh: '文件里没有要核验的行。', en: 'The file contains no rows to verify.' },
  listTooLong: {
    zh: '名单有 {count} 行，一次最多 {most} 行，请分成几份。',
    en: 'The list has {count} rows; the limit is {most}. Split it into several lists.',
  },
  listCellTooLong: {
    zh: '第 {line} 行的证书编号或姓名超过 {most} 个字符，无法逐字核对。请改正或删去这一行，再上传。',
    en: 'The number or name in row {line} is longer than {most} characters and cannot be compared as a whole. Correct or delete the row, and upload the list again.',
  },
  listCellReordered: {
    zh: '第 {line} 行的证书编号或姓名里有看不见的控制字符，会改变文字显示的次序。请重新输入这一行，再上传。',
    en: 'The number or name in row {line} contains invisible characters that change the order in which text is shown. Type the row again, and upload the list again.',
  },
  listTooManyLines: {
    zh: '表格超过 {most} 行。若下方是空白行，请删掉后再上传；否则请分成几份。',
    en: 'The sheet has more than {most} rows. Delete blank rows at the end, or split it.',
  },
  listTooWide: {
    zh: '表格有超过 {most} 列的内容。请只保留“证书编号”和“姓名”两列，再上传。',
    en: 'The sheet has more than {most} columns. Keep only the columns with numbers and names, and upload it again.',
  },
  listTooLarge: {
    zh: '表格里的内容太多，没有读完。请只保留“证书编号”和“姓名”两列，或分成几份，再上传。CSV 请检查引号是否成对。',
    en: 'The sheet contains too much data. Keep only the columns with numbers and names, or split it. In a CSV file, check that every quotation mark is closed.',
  },
  listTooComplex: {
    zh: '这个文件没能在限定的时间内读完。请新建一个表格，把“证书编号”和“姓名”两列以“值”的方式粘贴过去，再上传。',
    en: 'Reading this file took too long. Paste the columns with numbers and names as values into a new workbook and upload that.',
  },
  listReaderBusy: {
    zh: '现在上传的人较多，文件还没有读。请过一会儿再上传一次。',
    en: 'Too many files are being read at the moment. Upload yours again shortly.',
  },
  listUnreadable: {
    zh: '无法读取这个文件。请另存为 XLSX 或 CSV 再上传。',
    en: 'This file cannot be read. Save it as XLSX or CSV and upload it again.',
  },
  listEncodingUnclear: {
    zh: '无法确定这个文件的文字编码，姓名可能会读错。请另存为“CSV UTF-8”或 XLSX 再上传。',
    en: 'The encoding of this file is unclear, so names could be misread. Save it as “CSV UTF-8” or XLSX and upload that file.',
  },
  listOldWorkbook: {
    zh: '这是旧格式的 Excel 文件（.xls），请另存为 .xlsx 再上传。',
    en: 'This is an old Excel file (.xls). Save it as .xlsx and upload it again.',
  },
  listWithPassword: {
    zh: '这个工作簿设了打开密码。请在 Excel 中去掉密码，再上传。',
    en: 'This workbook has a password. Remove it in Excel and upload the file again.',
  },
  listIsWebPage: {
    zh: '这个文件其实是网页，只是扩展名写成了 Excel。请用 Excel 打开它，另存为 .xlsx 再上传。',
    en: 'This file is a web page with the name of a workbook. Open it in Excel, save it as .xlsx and upload that.',
  },
  listLacksNumbers: {
    zh: '没有哪一列能确定是证书编号（看到的是：{heads}）。请把证书编号那一列的表头改成“证书编号”，姓名那一列改成“姓名”，再上传。名单没有核验，也没有保存。',
    en: 'No column can be told to contain certificate numbers (found: {heads}). Name that column “Certificate number”, and the column of names “Name”, and upload the list again. Nothing was verified or kept.',
  },
  listLacksNames: {
    zh: '没有哪一列能确定是持证人姓名（看到的是：{heads}）。请把姓名写在一列，表头改成“姓名”，再上传。名单没有核验，也没有保存。',
    en: 'No column can be told to contain the holders’ names (found: {heads}). Put whole names into one column, name it “Name”, and upload the list again. Nothing was verified or kept.',
  },
  listNumbersUnclear: {
    zh: '有几列都可能是证书编号：{columns}。请只把一列的表头写成“证书编号”，删去其他几列，再上传。名单没有核验，也没有保存。',
    en: 'Several columns may contain the certificate numbers: {columns}. Name one of them “Certificate number”, delete the others, and upload the list again. Nothing was verified or kept.',
  },
  listNamesUnclear: {
    zh: '有几列都可能是持证人姓名：{columns}。请把姓名写在一列，表头写成“姓名”，删去其他几列，再上传。名单没有核验，也没有保存。',
    en: 'Several columns may contain the holders’ names: {columns}. Put whole names into one column, name it “Name”, delete the others, and upload the list again. Nothing was verified or kept.',
  },
  listNumbersPersonal: {
    zh: '“{column}”这一列写的是身份证号、电话、邮箱或日期，不是证书编号。请只把证书编号那一列的表头写成“证书编号”，再上传。名单没有核验，也没有保存。',
    en: 'The column “{column}” contains identity card numbers, telephone numbers, email addresses or dates, not certificate numbers. Name only the column of certificate numbers “Certificate number”, and upload the list again. Nothing was verified or kept.',
  },
  listNamesOther: {
    zh: '“{column}”这一列的表头说是姓名，但多数格子写的不是姓名，像是工号、邮箱、电话或代码。请把姓名写在一列，表头写成“姓名”，再上传。名单没有核验，也没有保存。',
    en: 'The column “{column}” is headed as one of names, but most of its cells contain something else, such as staff numbers, email addresses, telephone numbers or codes. Put whole names into one column, name it “Name”, and upload the list again. Nothing was verified or kept.',
  },
  listIsForm: {
    zh: '这个文件像是登记表：项目写在左边，内容写在右边。请改成名单：第一行写“证书编号”和“姓名”，下面一行写一个人，再上传。名单没有核验，也没有保存。',
    en: 'This file looks like a form, with labels on the left and what belongs to them on the right. Make it a list: “Certificate number” and “Name” in the first row, and one person in each row below. Then upload it again. Nothing was verified or kept.',
  },
  listHasMoreHeads: {
    zh: '第 {line} 行又是一行表头，像是几张表接在了一起。请把它们合成一张表，列的顺序一致，只留最上面的表头；或者分成几个文件上传。名单没有核验，也没有保存。',
    en: 'Line {line} contains headings again, as if several tables were pasted below each other. Bring them into one table with the same columns and one heading line, or upload a file for each. Nothing was verified or kept.',
  },
  listRowTooLong: {
    zh: '第 {line} 行的格数比表头多。如果姓名里有逗号，请用英文双引号括起来；或者存成 XLSX 再上传。名单没有核验，也没有保存。',
    en: 'Line {line} has more cells than there are headings. Put a name that contains a comma in quotation marks, or upload the list as XLSX. Nothing was verified or kept.',
  },
  listNumberElsewhere: {
    zh: '第 {line} 行的证书编号不在“{column}”列，而在 {found} 列。请让所有行的列顺序一致，再上传。名单没有核验，也没有保存。',
    en: 'Line {line} has its certificate number in column {found}, not in “{column}”. Put the numbers of all lines into one column and upload the list again. Nothing was verified or kept.',
  },
  listNumberRounded: {
    zh: '“{column}”列第 {line} 行的编号被表格软件当作数字，存成了 {found}，后面几位已经丢失。请把这一列设成“文本”格式，重新填写编号，再上传。名单没有核验，也没有保存。',
    en: 'In line {line}, the spreadsheet took the number in “{column}” for an amount, stored it as {found} and lost its last digits. Format the column as text, enter the numbers again, and upload the list again. Nothing was verified or kept.',
  },
  listCellFormatted: {
    zh: '“{column}”列第 {line} 行的单元格里只有“{found}”，表格里看到的其他字符是单元格格式显示出来的。请把这一列设成“文本”格式，填写完整的内容，再上传。名单没有核验，也没有保存。',
    en: 'In line {line}, the cell in “{column}” contains only “{found}”; the rest of what you see comes from its format. Format the column as text, enter the complete values, and upload the list again. Nothing was verified or kept.',
  },
  tooManyLists: {
    zh: '短时间内上传的文件太多，请在 {minutes} 分钟后再试。',
    en: 'Too many files were uploaded in a short time. Try again in {minutes} minutes.',
  },
  tooManyRows: {
    zh: '一个单位一天最多上传 {most} 行，请在 {hours} 小时后再试。',
    en: 'An employer can upload {most} rows a day. Try again in {hours} hours.',
  },
});
