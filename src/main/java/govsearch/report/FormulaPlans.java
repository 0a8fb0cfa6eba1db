package govsearch.report;

import govsearch.text.Alternatives;
import govsearch.text.Literal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plans that any report could have: 压紧压实工作责任, 做好“八五”普法总结, 加强组织领导. Told by what is left when the
 * words of the genre are taken out, since one report alone does not tell how many others say it.
 */
public final class FormulaPlans {

  /** Which part of a plan's characters has to be its own. */
  private static final double LEAST_OF_ITS_OWN = 0.3;

  private static final Pattern NUMBERING = Pattern.compile("^[（(]?[一二三四五六七八九十]{1,3}[）)、是]");

  /** Longer ones before those that they begin with. */
  private static final Alternatives GENRE =
      Alternatives.of(
          ("习近平 法治思想 法治政府 法治建设 法治意识 法治 依法行政 依法治国 依法 办事 "
                  + "遇事找法 党委 党的 领导 总揽 统揽 全局 各方 作用 充分 发挥 组织 加强 强化 "
                  + "进一步 不断 持续 继续 深入 深化 切实 全面 认真 扎实 着力 努力 坚持 推进 "
                  + "推动 落实 落地 见效 各项 任务 责任 压紧 压实 层层 传导 压力 提高 提升 "
                  + "政治站位 思想认识 站位 认识 思想 政治 贯彻 学习 精神 教育 宣传 宣讲 氛围 "
                  + "营造 良好 浓厚 形成 齐抓共管 工作 合力 格局 体系 机制 制度 完善 健全 建立 "
                  + "规范 总结 经验 做法 验收 迎检 查找 梳理 不足 问题 短板 完成 高质量 高水平 "
                  + "八五 九五 普法 规划 五年 年度 巩固 成果 成效 再上 新台阶 新的 开创 局面 "
                  + "督促 督查 检查 考核 评价 考评 按期 分工 细化 目标 年初 年末 重点 重要 "
                  + "位置 摆上 摆在 首位 长期 学懂 弄通 做实 功夫 确保 实处 抓好 抓实 做好 "
                  + "开展 利用 多种 形式 运用 方式 创新 队伍 素质 业务 培训 能力 水平 干部 "
                  + "基层 全镇 我镇 全乡 我乡 上级 要求 部署 结合 实际 镇村 一步 下大 力气 把 "
                  + "将 以 和 与 的 在 对 为 上 下 中 等 更 作为 使 让 全体 广大 群众 "
                  + "人员 服务 社会 发展 经济 保障 提供 有力 坚实 基础 现代化 治理")
              .split(" "));

  private FormulaPlans() {}

  /** Whether a plan says nothing of its own. */
  public static boolean isFormula(Statement plan) {
    String literal = Literal.literal(plan.text());
    Matcher numbering = NUMBERING.matcher(literal);
    String all = han(literal, numbering.lookingAt() ? numbering.end() : 0);
    int own = 0;
    for (int at = 0; at < all.length(); ) {
      int known = GENRE.lengthAt(all, at);
      own += known == 0 ? 1 : 0;
      at += Math.max(1, known);
    }
    return own < LEAST_OF_ITS_OWN * all.length();
  }

  /** The Han characters of a text. */
  private static String han(String text, int from) {
    StringBuilder han = new StringBuilder(text.length());
    for (int at = from; at < text.length(); ) {
      int codePoint = text.codePointAt(at);
      if (Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN) {
        han.appendCodePoint(codePoint);
      }
      at += Character.charCount(codePoint);
    }
    return han.toString();
  }
}
