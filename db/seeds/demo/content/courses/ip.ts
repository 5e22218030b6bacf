import type { DemoCourse } from '../course.js';

export const IP_COURSES: readonly DemoCourse[] = [
  {
    code: 'IPR-101', titleZh: '软件著作权登记实务', titleEn: 'Registering Software Copyright', level: 'beginner', days: 1,
    summaryZh: '当天备齐一份能一次通过的登记材料。', summaryEn: 'Prepare in one day a filing that passes the first time.',
    outcomesZh: ['判断一件软件的权利归谁', '按要求整理源代码与说明书的前后各三十页', '填写申请表并避开三类常见的补正'],
    outcomesEn: ['Judge who owns a piece of software', 'Put together the first and last thirty pages of code and manual', 'Fill in the form and avoid the three usual corrections'],
    requires: [], leadsTo: null, examined: 'quiz', lab: false,
  },
  {
    code: 'IPR-201', titleZh: '软件企业专利布局与挖掘', titleEn: 'Patents for Software Companies', level: 'intermediate', days: 2,
    summaryZh: '从研发记录里找出可专利的点，写好技术交底书。', summaryEn: 'Find what can be patented in the record of research and write it down.',
    outcomesZh: ['检索并读懂三件对比文件', '写出含算法与技术效果的交底书', '为一个产品画出专利布局图', '判断一项改进该申请还是该保密'],
    outcomesEn: ['Search and read three prior documents', 'Write a disclosure with algorithm and technical effect', 'Draw the patent map of one product', 'Judge whether to file an improvement or keep it secret'],
    requires: [], leadsTo: 'IP-SPECIALIST', examined: 'caseStudy', lab: false,
  },
  {
    code: 'IPR-210', titleZh: '开源许可证合规', titleEn: 'Open-source Licence Compliance', level: 'intermediate', days: 2,
    summaryZh: '看懂许可证，列清成分，交付时不踩线。', summaryEn: 'Read licences, list components and deliver within their terms.',
    outcomesZh: ['区分宽松与传染型许可证的义务', '为一个项目生成软件物料清单', '处理一次许可证冲突并写下决定', '写出随产品交付的声明文件'],
    outcomesEn: ['Tell permissive from copyleft duties', 'Produce a bill of materials for a project', 'Resolve a licence conflict and record the decision', 'Write the notices that ship with a product'],
    requires: [], leadsTo: null, examined: 'caseStudy', lab: true,
  },
  {
    code: 'IPR-301', titleZh: '软件知识产权纠纷与证据', titleEn: 'Software Disputes and Evidence', level: 'advanced', days: 2,
    summaryZh: '代码比对、取证与和解：出事之前先想清楚。', summaryEn: 'Code comparison, evidence and settlement: thought through beforehand.',
    outcomesZh: ['用时间戳与存证平台固定证据', '读懂一份源代码比对报告', '写出一封有依据的律师函要点', '权衡诉讼与和解的费用与时间'],
    outcomesEn: ['Fix evidence by time stamps and a deposit platform', 'Read a report that compares source code', 'Draft the grounds of a letter before action', 'Weigh the cost and time of a suit against a settlement'],
    requires: ['IP-SPECIALIST'], leadsTo: null, examined: 'caseStudy', lab: false,
  },
  {
    code: 'GEN-101', titleZh: '正版软件使用须知', titleEn: 'Using Genuine Software', level: 'beginner', days: 1,
    summaryZh: '面向全体员工：什么能装，什么不能装，怎样申请。', summaryEn: 'For everyone: what may be installed, what may not, and how to ask.',
    outcomesZh: ['辨认授权、试用、教育版与盗版', '按流程申请一个软件授权', '说出企业使用盗版的三种责任'],
    outcomesEn: ['Tell licensed, trial, educational and pirated copies apart', 'Apply for a licence by the procedure', 'Name three liabilities of a company that uses pirated copies'],
    requires: [], leadsTo: null, examined: 'quiz', lab: false,
  },
  {
    code: 'GEN-201', titleZh: '软件资产管理与正版化检查', titleEn: 'Software Asset Management and Inspection', level: 'intermediate', days: 3,
    summaryZh: '台账、盘点、采购与自查：经得起检查的一套做法。', summaryEn: 'Ledger, count, purchase and self-inspection that stand an audit.',
    outcomesZh: ['建立软件台账并与采购凭证对上号', '用工具盘点全部终端并处理差异', '读懂三种授权方式的计数规则', '按国家与省的要求完成一次正版化自查'],
    outcomesEn: ['Set up a software ledger that agrees with purchase records', 'Count all computers with a tool and settle the differences', 'Read the counting rules of three kinds of licence', 'Carry out a self-inspection as state and province require'],
    requires: [], leadsTo: 'GENUINE-SOFTWARE', examined: 'examAndLab', lab: true,
  },
];
