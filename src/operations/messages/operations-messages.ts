import { defineMessages } from '../../platform/index.js';

/** Texts of the backups page. */
export const operationsMessages = defineMessages({
  'backup.title': { zh: '备份', en: 'Backups' },
  'backup.lead': {
    zh: '定时备份的结果。恢复与演练在服务器的命令行进行。',
    en: 'Results of the scheduled backups. Restores and drills run on the server’s command line.',
  },
  'backup.off': { zh: '没有开启定时备份', en: 'Scheduled backups are off' },
  'backup.off_text': {
    zh: '在启动设置中用 BACKUP_DIR 指定文件夹，系统就会每天备份一次；也可以用命令行自行备份。',
    en: 'Set BACKUP_DIR to a folder to make a backup every day, or make backups from the command line.',
  },
  'backup.failed': { zh: '最近一次备份失败', en: 'The last backup failed' },
  'backup.failed_text': {
    zh: '系统每小时重试一次。请服务器管理人员查看原因。',
    en: 'It is retried every hour. Pass the reason on to your server administrator.',
  },
  'backup.overdue': { zh: '备份逾期', en: 'No recent backup' },
  'backup.overdue_text': {
    zh: '超过一天半没有成功的备份，也没有失败的记录。请确认系统在备份时间是运行的。',
    en: 'There has been no good backup for more than a day and a half, and no failed one either. Check that the product is running at the time of the backup.',
  },
  'backup.facts': { zh: '设置', en: 'Settings' },
  'backup.last_good': { zh: '最近一次成功', en: 'Last good backup' },
  'backup.never': { zh: '还没有', en: 'None yet' },
  'backup.folder': { zh: '文件夹', en: 'Folder' },
  'backup.at': { zh: '每天时间', en: 'Time of day' },
  'backup.keep': { zh: '保留', en: 'Retention' },
  'backup.keep_text': {
    zh: '最近 {daily} 天、{weekly} 周、{monthly} 个月各一份',
    en: 'One for each of the last {daily} days, {weekly} weeks and {monthly} months',
  },
  'backup.key': { zh: '主密钥', en: 'Master key' },
  'backup.key_text': {
    zh: '不在备份文件里，须另外保存。指纹：{fingerprint}',
    en: 'Not in the backup files. Keep it elsewhere. Fingerprint: {fingerprint}',
  },
  'backup.runs': { zh: '最近的备份', en: 'Recent backups' },
  'backup.started': { zh: '开始', en: 'Started' },
  'backup.state': { zh: '结果', en: 'Result' },
  'backup.state.running': { zh: '进行中', en: 'Running' },
  'backup.state.done': { zh: '成功', en: 'Succeeded' },
  'backup.state.failed': { zh: '失败', en: 'Failed' },
  'backup.took': { zh: '用时', en: 'Duration' },
  'backup.seconds': { zh: '{count} 秒', en: { one: '{count} second', other: '{count} seconds' } },
  'backup.size': { zh: '大小', en: 'Size' },
  'backup.megabytes': { zh: '{count} 兆字节', en: { one: '{count} megabyte', other: '{count} megabytes' } },
  'backup.file': { zh: '文件', en: 'File' },
  'backup.removed': {
    zh: '随后删除过期备份 {count} 份',
    en: { one: '{count} expired backup removed afterwards', other: '{count} expired backups removed afterwards' },
  },
  'backup.none': { zh: '还没有备份', en: 'No backups yet' },
  'backup.none_text': { zh: '第一次备份会在一分钟内开始。', en: 'The first one starts within a minute.' },
});
