import { defineMessages } from '../../platform/index.js';

/** Backups, as administrators see them. */
export const operationsMessages = defineMessages({
  'backup.title': { zh: '备份', en: 'Backups' },
  'backup.lead': {
    zh: '定时备份的结果。恢复与演练在服务器的命令行进行。',
    en: 'What became of the scheduled backups. Restores and drills are done on the server’s command line.',
  },
  'backup.off': { zh: '没有开启定时备份', en: 'No scheduled backups' },
  'backup.off_text': {
    zh: '在启动设置中用 BACKUP_DIR 指定文件夹，系统就会每天备份一次；也可以自己用命令行备份。',
    en: 'Name a folder by BACKUP_DIR where the product is started, and a backup is made every day. Or make them yourself from the command line.',
  },
  'backup.failed': { zh: '最近一次备份失败', en: 'The last backup failed' },
  'backup.failed_text': {
    zh: '一小时后会自动再试。请管理服务器的人查看原因。',
    en: 'It is tried again after an hour. Show the reason to whoever looks after the server.',
  },
  'backup.overdue': { zh: '备份已过期', en: 'A backup is overdue' },
  'backup.overdue_text': {
    zh: '超过一天半没有成功的备份，也没有失败的记录。请确认系统在备份时间是运行的。',
    en: 'For more than a day and a half no backup was made, and none failed. See whether the product runs at the time of the backup.',
  },
  'backup.facts': { zh: '设置', en: 'Settings' },
  'backup.last_good': { zh: '最近一次成功', en: 'Last good backup' },
  'backup.never': { zh: '还没有', en: 'None yet' },
  'backup.folder': { zh: '文件夹', en: 'Folder' },
  'backup.at': { zh: '每天时间', en: 'Every day at' },
  'backup.keep': { zh: '保留', en: 'Kept' },
  'backup.keep_text': {
    zh: '最近 {daily} 天、{weekly} 周、{monthly} 个月各一份',
    en: 'One for each of the last {daily} days, {weekly} weeks and {monthly} months',
  },
  'backup.key': { zh: '主密钥', en: 'Master key' },
  'backup.key_text': {
    zh: '不在备份文件里，须另外保存。标识：{fingerprint}',
    en: 'Not in the backup files: keep it elsewhere. Its fingerprint: {fingerprint}',
  },
  'backup.runs': { zh: '最近的备份', en: 'Latest backups' },
  'backup.started': { zh: '开始', en: 'Begun' },
  'backup.state': { zh: '结果', en: 'Outcome' },
  'backup.state.running': { zh: '进行中', en: 'Under way' },
  'backup.state.done': { zh: '成功', en: 'Good' },
  'backup.state.failed': { zh: '失败', en: 'Failed' },
  'backup.took': { zh: '用时', en: 'Took' },
  'backup.seconds': { zh: '{count} 秒', en: { one: '{count} second', other: '{count} seconds' } },
  'backup.size': { zh: '大小', en: 'Size' },
  'backup.megabytes': { zh: '{count} 兆字节', en: { one: '{count} megabyte', other: '{count} megabytes' } },
  'backup.file': { zh: '文件', en: 'File' },
  'backup.removed': {
    zh: '之后删去过期备份 {count} 份',
    en: { one: '{count} expired backup removed after it', other: '{count} expired backups removed after it' },
  },
  'backup.none': { zh: '还没有备份', en: 'No backup yet' },
  'backup.none_text': { zh: '第一次备份会在一分钟内开始。', en: 'The first one begins within a minute.' },
});
