import type { DemoCourse } from '../course.js';

export const DATA_AI_COURSES: readonly DemoCourse[] = [
  {
    code: 'DP-900T00', titleZh: 'Azure 数据基础', titleEn: 'Microsoft Azure Data Fundamentals', level: 'beginner', days: 1,
    summaryZh: '关系与非关系、批与流：数据岗位的第一天。', summaryEn: 'Relational or not, batch or stream: the first day in a data job.',
    outcomesZh: ['读懂一张实体关系图', '写出带连接与分组的查询', '为四种数据各选一种存储'],
    outcomesEn: ['Read an entity relationship diagram', 'Write a query with a join and a grouping', 'Choose a store for each of four kinds of data'],
    requires: [], leadsTo: null, examined: 'quiz', lab: false,
  },
  {
    code: 'DP-300T00', titleZh: '管理 Azure SQL 解决方案', titleEn: 'Administering Microsoft Azure SQL Solutions', level: 'intermediate', days: 4,
    summaryZh: '部署、备份、调优与高可用：让数据库不半夜叫人。', summaryEn: 'Deployment, backup, tuning and availability: a database that lets people sleep.',
    outcomesZh: ['把本地库迁到云上并核对数据', '从执行计划找出一条慢查询的原因', '完成一次到指定时刻的还原', '配置故障转移组并演练切换'],
    outcomesEn: ['Move a local database to the cloud and check its data', 'Find why a query is slow from its plan', 'Restore a database to a point in time', 'Set up a failover group and rehearse it'],
    requires: [], leadsTo: 'DB-ADMIN', examined: 'examAndLab', lab: true,
  },
  {
    code: 'DP-600T00', titleZh: 'Fabric 分析工程师', titleEn: 'Microsoft Fabric Analytics Engineer', level: 'advanced', days: 4,
    summaryZh: '从湖仓到语义模型：让全公司看同一个数。', summaryEn: 'From lakehouse to semantic model: one number for the whole company.',
    outcomesZh: ['在湖仓中建立分层的数据区', '设计星型模型并写出度量值', '按部门设置行级权限', '把报表的发布纳入版本管理'],
    outcomesEn: ['Build layered zones in a lakehouse', 'Design a star schema and write its measures', 'Set row-level rights by department', 'Bring the release of reports under version control'],
    requires: ['DATA-ANALYST'], leadsTo: null, examined: 'examAndProject', lab: true,
  },
  {
    code: 'DP-700T00', titleZh: 'Fabric 数据工程师', titleEn: 'Microsoft Fabric Data Engineer', level: 'intermediate', days: 4,
    summaryZh: '采集、转换、编排与监控：修一条不断流的数据管道。', summaryEn: 'Ingest, transform, orchestrate and watch: a pipeline that does not run dry.',
    outcomesZh: ['用管道与笔记本完成增量加载', '处理迟到与重复的数据', '用 Spark 调优一个跑得慢的作业', '为失败的任务设置告警与重跑'],
    outcomesEn: ['Load increments with pipelines and notebooks', 'Handle data that come late or twice', 'Tune a slow Spark job', 'Set alerts and reruns for failed tasks'],
    requires: [], leadsTo: 'DATA-ENGINEER', examined: 'examAndLab', lab: true,
  },
  {
    code: 'DP-100T01', titleZh: '在 Azure 上设计与实施数据科学解决方案', titleEn: 'Designing and Implementing a Data Science Solution on Azure', level: 'advanced', days: 4,
    summaryZh: '训练、评估、部署与监视一个模型。', summaryEn: 'Train, judge, deploy and watch a model.',
    outcomesZh: ['用实验记录比较三个模型', '找出数据泄漏并改正', '把模型发布为接口并做压力测试', '发现模型变差并安排重训'],
    outcomesEn: ['Compare three models from recorded experiments', 'Find and mend a leak of data', 'Publish a model as an interface and load-test it', 'Notice that a model has worsened and retrain it'],
    requires: ['DATA-ANALYST'], leadsTo: 'DATA-SCIENTIST', examined: 'examAndProject', lab: true,
  },
  {
    code: 'PL-300T00', titleZh: 'Power BI 数据分析师', titleEn: 'Microsoft Power BI Data Analyst', level: 'intermediate', days: 3,
    summaryZh: '清洗、建模、成图：让一张报表自己会说话。', summaryEn: 'Clean, model and draw: a report that speaks for itself.',
    outcomesZh: ['把三份格式不一的表整理成一个模型', '用 DAX 写出同比与累计', '选对图形并去掉多余的装饰', '发布报表并设定刷新与权限'],
    outcomesEn: ['Bring three differently shaped tables into one model', 'Write year-on-year and running totals in DAX', 'Choose the right chart and remove decoration', 'Publish a report with its refresh and rights'],
    requires: [], leadsTo: 'DATA-ANALYST', examined: 'examAndProject', lab: true,
  },
  {
    code: 'AI-900T00', titleZh: 'Azure 人工智能基础', titleEn: 'Microsoft Azure AI Fundamentals', level: 'beginner', days: 1,
    summaryZh: '机器学习、视觉、语言与生成式 AI：能做什么，不能做什么。', summaryEn: 'Machine learning, vision, language and generative AI: what they can do and what not.',
    outcomesZh: ['区分分类、回归与聚类的问题', '用现成服务读出一张发票', '说出负责任 AI 的六条原则及各一个反例'],
    outcomesEn: ['Tell classification, regression and clustering apart', 'Read an invoice with a ready service', 'Name six principles of responsible AI with a counter-example each'],
    requires: [], leadsTo: null, examined: 'quiz', lab: false,
  },
  {
    code: 'AI-050T00', titleZh: '使用 Azure OpenAI 开发生成式 AI 解决方案', titleEn: 'Develop Generative AI Solutions with Azure OpenAI Service', level: 'intermediate', days: 1,
    summaryZh: '提示、检索增强与内容安全：一天做出会查资料的问答。', summaryEn: 'Prompts, retrieval and content safety: in a day, an assistant that looks things up.',
    outcomesZh: ['写出输出格式稳定的提示', '让回答引用自己的资料并给出处', '配置内容筛选并试着绕过它'],
    outcomesEn: ['Write prompts whose output keeps its form', 'Ground answers in your own documents with sources', 'Set up content filters and try to get round them'],
    requires: [], leadsTo: null, examined: 'caseStudy', lab: true,
  },
  {
    code: 'DAT-101', titleZh: 'Python 数据分析入门', titleEn: 'Data Analysis with Python', level: 'beginner', days: 5,
    summaryZh: '从零写到一份可复现的分析报告。', summaryEn: 'From the first line to a report that can be reproduced.',
    outcomesZh: ['用 pandas 清洗一份真实的考勤数据', '画出四种常用图并说出各自的误读', '写出别人能重跑的笔记本', '用假设检验回答一个业务问题'],
    outcomesEn: ['Clean real attendance data with pandas', 'Draw four common charts and say how each misleads', 'Write a notebook that others can run again', 'Answer a business question by a test of hypothesis'],
    requires: [], leadsTo: null, examined: 'examAndProject', lab: true,
  },
];
