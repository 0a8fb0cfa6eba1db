package govsearch.insight.selfcheck;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Sentences as reports have them, all different: three clauses of which two sentences share one at
 * the most.
 */
final class InventedSentences {

  private static final List<String> WHERE =
      List.of(
          "在农贸市场",
          "围绕河道采砂",
          "针对老旧楼栋",
          "在校园周边",
          "聚焦外来务工人员",
          "依托祠堂戏台",
          "借赶集之机",
          "在茶园地头",
          "结合征地补偿",
          "面向独居老人",
          "就渔船安全",
          "在采摘旺季",
          "沿省道两侧",
          "对接退役军人",
          "以家事纠纷为切口",
          "在矿区宿舍",
          "走进养殖大户",
          "趁秋收间隙",
          "在水库移民点",
          "盯住烟花爆竹",
          "针对电动车充电",
          "在快递网点",
          "以宅基地审批为重点",
          "面向新手司机",
          "在温泉民宿",
          "就林地流转",
          "借庙会人流",
          "围绕垃圾分类",
          "在扶贫车间",
          "针对彩礼攀比");
  private static final List<String> WHAT =
      List.of(
          "设流动咨询桌", "编方言快板", "绘连环漫画墙", "排情景短剧", "开灯下说法夜校", "建红黄蓝预警簿", "立驻点值守牌", "推二维码点单", "搭板凳法庭",
          "组骑手宣讲队", "列错案对照表", "用无人机巡查", "请老支书说和", "派女干部入户", "发双语明白卡", "装巷口广播", "刻录案例光盘", "办模拟听证",
          "设意见漂流箱", "配随身记录仪", "签邻里公约", "送律师下田", "画责任网格图", "录庭审回放", "评守信摊位", "挂红色提示灯", "理遗留合同",
          "晒审批时限", "建失信回访册", "推午间预约窗");
  private static final List<String> RESULT =
      List.of(
          "商户投诉明显少了",
          "积案清到见底",
          "夜间警情降了一半",
          "群众愿意先坐下来谈",
          "外出青年也跟着学",
          "盖章不再跑第二趟",
          "摊贩自觉退到线内",
          "合同争议当场了结",
          "孩子回家教父母",
          "老人敢接陌生电话了",
          "工钱春节前都结了",
          "邻居重新走动起来",
          "罚单少而整改快",
          "旧账一笔一笔对清",
          "上门的人多过来访的人",
          "渔网归还了原主",
          "山界立起了新桩",
          "违建自己拆了",
          "水渠轮灌有了规矩",
          "戏台成了讲台",
          "车主主动补证",
          "坟地之争平息",
          "鸡鸭不再进邻家菜园",
          "租户房东握手言和",
          "调解书都履行了",
          "举报电话有人接了",
          "台账与现场对得上",
          "评议会开出了实招",
          "网格员认得每户门",
          "年轻人回来参选");

  private final Random random;
  private final Set<String> used = new HashSet<>();
  private final Set<String> pairs = new HashSet<>();

  InventedSentences(long seed) {
    random = new Random(seed);
  }

  /** The next one, without a figure. */
  String next() {
    while (true) {
      String where = any(WHERE);
      String what = any(WHAT);
      String result = any(RESULT);
      boolean fresh =
          !pairs.contains(where + what)
              && !pairs.contains(what + result)
              && !pairs.contains(where + result);
      if (fresh && used.add(where + what + result)) {
        pairs.addAll(List.of(where + what, what + result, where + result));
        return where + what + "，" + result + "。";
      }
    }
  }

  private String any(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }
}
