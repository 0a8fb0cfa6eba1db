package govsearch.ingest.places;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which words are a county's or town's name. One that the national tables have is; another must
 * have a name's form and nothing in it that names have not. What a table knows with words before it
 * is no name: 保存西仓镇.
 */
final class NameForms {

  private static final String COUNTY_ENDS = "县区市旗";
  private static final int LONGEST_COUNTY = 5;
  private static final int LONGEST_TOWN = 7;
  private static final int SHORTEST_KNOWN = 3;
  private static final int SHORTEST_BEFORE = 2;

  /** A county's name with another's in it: 临溪县工业园区 is no level of its own. */
  private static final Pattern TWO_COUNTIES = Pattern.compile("^(?>.+?[县市旗]).{2,}+(?<=[县区市旗])");

  /** Words that speak of towns and name none. */
  private static final Pattern NO_TOWN =
      Pattern.compile(
          "^(?:[\\p{IsHan}]?街|.*(大|步行|商业|老|十字|一条|小吃|古|长|条|主|沿|镇|临|美食|文化)街|.*[我全本各该某每]街|([我全本各该某每这那两几外贵城村集古小]|[两三四五六七八九十几各]个|建制|重点|全国重点|小城|特色小|历史文化名)?(镇|乡|街道|苏木)"
              + "|(.*[各县市区个]|所有|下辖|下属|部分|特殊)?(乡镇|村镇|街镇|镇街|乡街道|镇街道))");

  /** Words that run into what only ends like a name. */
  private static final Pattern SENTENCE =
      Pattern.compile(
          "^(?:[我各该某每这].*[县市区]|.*(推进|推动|加强|强化|深入|提升|开展|组织|健全|完善|建立|落实|坚持|指导|按照|根据|围绕|关于|依法治"
              + "|[镇乡道县市区村委府所局][和与及或同]).*)");

  /** What no name has in it: words of sentences, of columns on pages, of letterheads. */
  private static final Pattern NO_NAME =
      Pattern.compile(
          "^(?:.*([的了是我被您们某哪每据持请给况告XxＸｘ×＊*]|报告|通知|公告|资料|材料|保存|来源|发布|公开|信息|栏目|专题|专栏|动态|时间|日期|编制|如下"
              + "|由|领导|精神|学习|宣传|汇报|总结|年度|法治|政府|党委|建设|服务|支持|带领|率领|引领|使得|促进|保障|督促|协助|配合|邀请|联合|会同|委托"
              + "|借鉴|参照|打造|创建|展现|走进|前往|来到|覆盖|涉及|包括|目前|近年|今年|去年|同时|其中|此外|另外|网站|门户|当前|位置|首页|政务|索引|印发"
              + "|现将|谨将|已经|以来|期间|整治|整改|部署|要求|制定|出台|召开|举办|参加|接受|走访|排查|化解|调解|全国|全省|全市|全县|全区|全镇|全乡|所有|本级|上级"
              + "|下级|基层|优秀|先进|示范|试点|附件|秘密|机密|特急|内部|图片|视频|专业|综合).*"
              + "|[在对把将向与和及为让使从到因经受赴自当并而但以按就跟同或].*[镇乡道街]|[省市县区][^县市区]*[县市区])");

  /** Zones that are run like a county and are none: 经济开发区, 高新区. */
  private static final Pattern ZONE =
      Pattern.compile(
          "^(?:.*(开发|高新|产业|工业|科技|示范|景|社|保税|度假|旅游|片|辖|校|合作|试验|功能|管理|经济|技术|物流|生态|协作|赛|核心|集聚|试点|农垦|垦)区"
              + "|(?>.*?(自贸|高新|经开|产业新|科学|产业园|工业园|科技园)).*+(?<=区)|自治[区县州旗]|.*(?:县县|区区|市市|旗旗))");

  private static final Pattern ZONE_BEFORE =
      Pattern.compile(
          "^\\p{IsHan}{0,14}?(?:开发|高新|产业园?|工业园?|园|示范|管理|保税|度假|名胜|试验|合作|新)区(?:管委会|管理委员会)?");

  private static final Pattern SHORT_COUNTY = Pattern.compile("[^我全本各该某每这那两三]县|[城郊矿东西]区|芒市");

  /** What a county's name may be, and mostly is not: 两县, 三个区, 港区, 园区. */
  private static final Pattern DOUBTFUL =
      Pattern.compile("^(?:[一二两三四五六七八九十0-9].?[县市区]|.*[港园]区|.*新区)");

  private NameForms() {}

  /** Words of two characters are hardly ever counties: 我市, 社区, 红旗; but 赵县, 城区, 芒市. */
  static boolean isCounty(String name) {
    boolean form =
        name.length() >= 3 && COUNTY_ENDS.indexOf(name.charAt(name.length() - 1)) >= 0
            || SHORT_COUNTY.matcher(name).matches();
    if (!form) {
      return false;
    }
    return BuiltInDivisions.get().hasCounty(name)
        || (name.length() <= LONGEST_COUNTY || name.contains("自治") || name.endsWith("旗"))
            && !isNoName(name)
            && !ZONE.matcher(name).matches()
            && !DOUBTFUL.matcher(name).matches()
            && !TWO_COUNTIES.matcher(name).matches()
            && !SENTENCE.matcher(name).matches()
            && !endsInKnown(name, BuiltInDivisions.get()::hasCounty);
  }

  static boolean isTown(String name) {
    if (NO_TOWN.matcher(name).matches()) {
      return false;
    }
    return isKnownTown(name)
        || (name.length() <= LONGEST_TOWN || name.contains("族") || name.endsWith("苏木"))
            && !isNoName(name)
            && !SENTENCE.matcher(name).matches()
            && (name.contains("族") || !endsInKnown(name, BuiltInDivisions.get()::hasTown));
  }

  static boolean isKnownTown(String name) {
    return BuiltInDivisions.get().hasTown(name);
  }

  static boolean isNoName(String name) {
    return NO_NAME.matcher(name).matches();
  }

  /**
   * A town's name without what is no level above it: a zone (高新区双桐街道), or a county's name without
   * its ending before a known town (碌曲西仓镇).
   */
  static String withoutBefore(String town) {
    if (isKnownTown(town)) {
      return town;
    }
    Matcher zone = ZONE_BEFORE.matcher(town);
    if (zone.lookingAt() && isTown(town.substring(zone.end()))) {
      return town.substring(zone.end());
    }
    for (int end = SHORTEST_BEFORE; end <= town.length() - SHORTEST_KNOWN; end++) {
      String rest = town.substring(end);
      if (isKnownTown(rest) && BuiltInDivisions.get().hasStem(town.substring(0, end))) {
        return rest;
      }
    }
    return town;
  }

  /** Whether a name is one of the tables' with more than a character before it. */
  private static boolean endsInKnown(String name, Predicate<String> known) {
    for (int i = SHORTEST_BEFORE; i <= name.length() - SHORTEST_KNOWN; i++) {
      if (known.test(name.substring(i))) {
        return true;
      }
    }
    return false;
  }
}
