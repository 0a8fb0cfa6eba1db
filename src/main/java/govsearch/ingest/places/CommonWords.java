package govsearch.ingest.places;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells names of places from words that are made of the same characters: 平安区 is a county, and 平安区域
 * is not; 和县 is one, and 市和县 is not.
 */
final class CommonWords {

  private static final Pattern HAN = Pattern.compile("[\\p{IsHan}·]++");

  /** What makes another word of a name's last character. */
  private static final Pattern LONGER_WORD =
      Pattern.compile(
          "(?<=区)[域间块位]|(?<=市)(?:场|容|价|值)|(?<=乡)[村镇贤亲土愁情音风里邻间野]|(?<=乡)规|(?<=镇)(?:[定压静痛]|街(?!道|社区))"
              + "|(?<=旗)[帜下舰号袍]|(?<=省)[略去得心力事]|(?<=州)际|(?<=盟)[友约员]|(?<=县)[太]");

  /** What is no name though it ends like one, whatever the tables have: 送法下乡, 老城区. */
  private static final Pattern NO_NAME =
      Pattern.compile(
          "[全本我该各每某两多外邻周][省市县区旗镇乡州]|(?:下|返|还|离|故|家|城|水|村|集|古|重|建制|中心|特色小)[乡镇]"
              + "|(?:社|小|辖|校|景|园|片|牧|林|山|库|灾|疫|战|厂|矿|营|特|禁|新|老|旧|市|县|郊|城|功能|开发|高新|示范|试验|保护|服务|工业|居民|安置|自治)区"
              + "|(?:城|上|超|股|夜|集|门|早|菜|直辖|地级|县级|省)市|(?:红|国|升|锦|党|彩|军|团|队)旗|(?:直辖|地|省|州)[市州县]|.?街道|自治[区州县旗]"
              + "|(?:联|同|结)盟|神州|.?地区");

  /** Names of places that are words first: what stands before them must part them from it. */
  private static final Set<String> WORDS =
      Set.of(
          "和平", "平安", "幸福", "光明", "团结", "民主", "胜利", "解放", "文化", "工业", "建设", "服务", "文明", "和谐", "法治",
          "新城", "中心", "城关", "人民", "友谊", "自由", "富强", "振兴", "繁荣", "前进", "跃进", "东风", "红旗", "新华", "中华",
          "长征", "建国", "民族", "新民", "爱民", "为民", "利民", "安全", "健康", "太平", "永安", "安定", "稳定", "公平", "公正",
          "诚信", "廉洁", "示范", "先锋", "先进", "模范", "创新", "发展", "希望", "未来", "科技", "文教", "教育", "卫生", "环卫",
          "火车站", "车站", "站前", "机场", "港口", "市场", "商业", "金融", "体育", "公园", "大学", "学府", "高新", "产业", "经济",
          "生态", "旅游", "农业", "林业", "水利", "交通", "电力", "石油", "矿山", "东方", "西部", "北部", "南部", "中部", "东部",
          "城东", "城西", "城南", "城北", "城中", "河东", "河西", "江北", "江南", "山水", "绿色", "青年", "青少年", "妇女", "工人",
          "农民", "劳动", "合作", "联合", "统一", "大同", "东升", "兴隆", "兴旺", "美丽", "宜居", "智慧", "数字", "清廉", "善治",
          "共建", "新兴", "新建", "重点", "特色", "老城");

  /** Behind these a name begins, whatever stands before them. */
  private static final String BEFORE_NAME = "与和及跟同在赴到往向由从对为给将把是即、，。；：！？“”‘’「」（）()《》—-…";

  private static final Pattern ENDING = Pattern.compile("(?:街道|苏木|[省市州盟县区旗镇乡])$");
  private static final int SHORT = 2;

  private CommonWords() {}

  static boolean isHan(String name) {
    return HAN.matcher(name).matches();
  }

  /** Whether what stands at a place of a text, and is some place's name, means that place. */
  static boolean isName(String text, int start, int end) {
    String name = text.substring(start, end);
    if (NO_NAME.matcher(name).matches() || isPartOfLonger(text, end)) {
      return false;
    }
    String stem = ENDING.matcher(name).replaceFirst("");
    boolean doubtful = name.length() <= SHORT || WORDS.contains(stem);
    return !doubtful || (isParted(text, start) && !isUnderstoodOtherwise(text, name, start));
  }

  private static boolean isPartOfLonger(String text, int end) {
    return LONGER_WORD
        .matcher(text)
        .region(end, text.length())
        .useTransparentBounds(true)
        .lookingAt();
  }

  private static boolean isParted(String text, int start) {
    if (start == 0) {
      return true;
    }
    char before = text.charAt(start - 1);
    return BEFORE_NAME.indexOf(before) >= 0
        || !Character.isLetter(before)
        || "省市州盟县区旗".indexOf(before) >= 0;
  }

  /** 和县 of 市和县: the first character links what stands before. */
  private static boolean isUnderstoodOtherwise(String text, String name, int start) {
    return name.length() <= SHORT && start > 0 && "省市州盟县区旗镇乡村".indexOf(text.charAt(start - 1)) >= 0;
  }
}
