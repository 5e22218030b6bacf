import type { SeededRandom } from './seeded-random.js';

/** A name as on the identity card, and in the Latin letters of a passport, surname first. */
export interface PersonName {
  readonly name: string;
  readonly latinName: string;
}

/** Surnames by frequency in Jinan; 亓 and 逄 are rare anywhere else. */
const SURNAMES =
  pairs(`王 Wang 82 李 Li 78 张 Zhang 76 刘 Liu 60 陈 Chen 30 杨 Yang 26 赵 Zhao 30 孙 Sun 34 周 Zhou 18 吴 Wu 14 徐 Xu 18 马 Ma 18 朱 Zhu 14 胡 Hu 10
  郭 Guo 14 高 Gao 18 林 Lin 8 于 Yu 16 韩 Han 14 宋 Song 14 冯 Feng 9 董 Dong 10 程 Cheng 5 曹 Cao 8 袁 Yuan 6 许 Xu 7 邓 Deng 3 傅 Fu 5 曾 Zeng 3 彭 Peng 4
  吕 Lyu 8 苏 Su 6 蒋 Jiang 3 贾 Jia 7 魏 Wei 8 薛 Xue 5 叶 Ye 3 阎 Yan 3 潘 Pan 4 杜 Du 7 戴 Dai 3 夏 Xia 5 汪 Wang 3 田 Tian 7 任 Ren 6 姜 Jiang 7 范 Fan 5
  石 Shi 6 姚 Yao 4 谭 Tan 4 邹 Zou 3 孔 Kong 6 崔 Cui 6 秦 Qin 4 江 Jiang 2 史 Shi 3 侯 Hou 5 邵 Shao 4 孟 Meng 7 尹 Yin 4 毕 Bi 3 亓 Qi 3 逄 Pang 2 仝 Tong 1
  解 Xie 2 单 Shan 2 仇 Qiu 1 查 Zha 1 翟 Zhai 3 葛 Ge 3 巩 Gong 2 窦 Dou 1 綦 Qi 1 褚 Chu 1 盖 Ge 1 郇 Xun 1
  欧阳 Ouyang 2 诸葛 Zhuge 2 司马 Sima 1 上官 Shangguan 1 夏侯 Xiahou 1 东方 Dongfang 1`);

const FOR_TWO =
  pairs(`子 zi 8 文 wen 8 晓 xiao 8 志 zhi 7 建 jian 6 佳 jia 6 雨 yu 6 思 si 6 俊 jun 6 梦 meng 4 海 hai 4 春 chun 3 国 guo 3 永 yong 3 立 li 3 明 ming 4 嘉 jia 5
  浩 hao 6 宇 yu 5 天 tian 4 泽 ze 5 一 yi 4 若 ruo 4 欣 xin 4 玉 yu 3 秀 xiu 3 新 xin 2 少 shao 2 学 xue 3 传 chuan 2 庆 qing 3 兆 zhao 2 广 guang 2 允 yun 1 润 run 2 奕 yi 2`);

const LAST =
  pairs(`伟 wei 8 强 qiang 6 磊 lei 6 洋 yang 5 勇 yong 4 军 jun 5 杰 jie 6 涛 tao 5 超 chao 5 明 ming 6 刚 gang 3 平 ping 4 辉 hui 4 鹏 peng 5 华 hua 5 飞 fei 4 鑫 xin 4 波 bo 4
  斌 bin 4 宇 yu 5 浩 hao 4 凯 kai 4 峰 feng 4 龙 long 3 林 lin 4 轩 xuan 4 然 ran 4 晨 chen 4 阳 yang 3 博 bo 4 旭 xu 3 远 yuan 3 泉 quan 3 源 yuan 3 成 cheng 3 芳 fang 4 娜 na 4 敏 min 4
  静 jing 5 丽 li 4 艳 yan 3 娟 juan 3 霞 xia 3 燕 yan 4 玲 ling 3 红 hong 3 梅 mei 3 莉 li 3 婷 ting 5 雪 xue 4 倩 qian 4 颖 ying 4 琳 lin 4 洁 jie 4 慧 hui 4 欣 xin 4 萱 xuan 3 琪 qi 3
  瑶 yao 3 怡 yi 4 悦 yue 3 宁 ning 3 蕾 lei 3 薇 wei 3 涵 han 4 晴 qing 3 凡 fan 3 睿 rui 3 璐 lu 2 菲 fei 2 瑞 rui 2 航 hang 2
  喆 zhe 1 淼 miao 1 翀 chong 1 昉 fang 1 璟 jing 1 彧 yu 1 垚 yao 1 犇 ben 1 堃 kun 1 珺 jun 1 祎 yi 1 旻 min 1 赟 yun 1 琰 yan 1 婧 jing 1 玥 yue 1`);

/** A plausible name. Names repeat, as in reality: a caller that needs a unique one must check. */
export function aName(random: SeededRandom): PersonName {
  const surname = random.weighted(SURNAMES);
  const last = random.weighted(LAST);
  const given = random.chance(surname[0].length > 1 ? 0.4 : 0.72) ? [random.weighted(FOR_TWO), last] : [last];
  return nameOf(
    surname,
    given.filter(([character], at) => at === 0 || character !== given[0]?.[0]),
  );
}

function nameOf([surname, surnameLatin]: Syllable, given: readonly Syllable[]): PersonName {
  const latin = given.map(([, sound]) => sound).join('');
  return {
    name: surname + given.map(([character]) => character).join(''),
    latinName: `${surnameLatin} ${latin.charAt(0).toUpperCase()}${latin.slice(1)}`,
  };
}

type Syllable = readonly [written: string, latin: string];

function pairs(text: string): (readonly [Syllable, number])[] {
  const words = text.trim().split(/\s+/);
  return Array.from({ length: words.length / 3 }, (_, at) => [
    [words[at * 3] ?? '', words[at * 3 + 1] ?? ''],
    Number(words[at * 3 + 2]),
  ]);
}
