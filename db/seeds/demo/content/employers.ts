import { SeededRandom } from './seeded-random.js';
import { aName } from './names.js';

export interface DemoEmployer {
  readonly name: string;
  readonly nameEn: string;
  readonly creditCode: string;
  readonly kind: 'employer' | 'partner';
  readonly park: 'qilusoft' | 'other';
  readonly contactName: string;
  readonly contactEmail: string;
  readonly contactPhone: string;
}

const CODE_CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Invented companies; any resemblance to real ones is coincidental. */
const NAMES =
  `泉涌软件 Quanyong Software|历下云科 Lixia Cloud|明湖数据 Minghu Data|齐川信息 Qichuan Information|鲁岳网络 Luyue Networks|华不注科技 Huabuzhu Technology|鹊山智能 Queshan Intelligence|芙蓉街数码 Furong Digital
  舜井外包服务 Shunjing Outsourcing|千佛云图 Qianfo Maps|超然软件 Chaoran Software|小清河信息 Xiaoqinghe Information|英雄山系统集成 Yingxiong Systems|稷下数智 Jixia Data Intelligence|趵涌互动 Baoyong Interactive|青帆测试 Qingfan Testing
  岱北软件 Daibei Software|柳荷科技 Liuhe Technology|藕池信息技术 Ouchi Information|泺水云 Luoshui Cloud|燕翅网安 Yanchi Security|龙洞数据服务 Longdong Data Services|长清工业软件 Changqing Industrial Software|奥体智造 Aoti Smart Manufacturing
  玉函医疗信息 Yuhan Health Information|洪楼教育科技 Honglou Education Technology|解放阁物流科技 Jiefangge Logistics Technology|北园电商服务 Beiyuan Commerce Services|药山生物信息 Yaoshan Bioinformatics|甸柳动漫 Dianliu Animation
  七里堡财税软件 Qilipu Tax Software|盛福花园物联 Shengfu Things|辛甸集成电路 Xindian Circuits|草山岭数字文化 Caoshanling Digital Culture|会展云服务 Huizhan Cloud Services|雪山人力资源 Xueshan Human Resources|彩石对日软件 Caishi Software
  港沟地理信息 Ganggou Geo Information|唐冶能源数字 Tangye Energy Digital|孙村机器人 Suncun Robotics`
    .split(/[|\n]/)
    .map((line) => line.trim());

/** Forty companies in and around the software park. */
export const EMPLOYERS: readonly DemoEmployer[] = employers();

function employers(): DemoEmployer[] {
  const random = new SeededRandom('employers of the park');
  return NAMES.map((line, at) => {
    const space = line.indexOf(' ');
    const [zh, en] = [line.slice(0, space), line.slice(space + 1)];
    const contact = aName(random);
    const mailbox = `${en.toLowerCase().split(' ')[0] ?? 'office'}.example`;
    return {
      name: `济南${zh}有限公司`,
      nameEn: `Jinan ${en} Co., Ltd.`,
      creditCode: creditCode(
        `91370100MA3${String(at + 11).padStart(3, '0')}${random.pick(['A', 'C', 'D', 'F', 'N', 'P'])}${String(random.whole(10, 99))}`,
      ),
      kind: at % 5 === 0 ? 'partner' : 'employer',
      park: at < 30 ? 'qilusoft' : 'other',
      contactName: contact.name,
      contactEmail: `hr@${mailbox}`,
      contactPhone: `0531-8${String(random.whole(100_0000, 999_9999))}`,
    };
  });
}

/** Seventeen characters with their check character, by GB 32100-2015. */
function creditCode(seventeen: string): string {
  const sum = [...seventeen].reduce(
    (total, character, at) => total + CODE_CHARACTERS.indexOf(character) * (3 ** at % 31),
    0,
  );
  return seventeen + (CODE_CHARACTERS[(31 - (sum % 31)) % 31] ?? '');
}
