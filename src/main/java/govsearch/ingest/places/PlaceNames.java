package govsearch.ingest.places;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a place from the beginning of a text, level by level: province and prefecture from the
 * lists of all that exist, county and town by how their names end. A name of which the level cannot
 * be told is left out.
 */
public final class PlaceNames {

  private static final List<String> PROVINCES = readNames("provinces.txt");
  private static final List<String> PREFECTURES = readNames("prefectures.txt");

  /** A province's form for names that are not on the list, as in invented ones. */
  private static final Pattern SOME_PROVINCE =
      Pattern.compile("[\\p{IsHan}&&[^县市区旗镇乡]]{2,6}?(省|自治区)(?=[\\p{IsHan}]{1,14}[县市区旗州盟]|$)");

  /** A prefecture's form, also the short one (甘南州), with a county's name behind it. */
  private static final Pattern SOME_PREFECTURE =
      Pattern.compile(
          "[\\p{IsHan}&&[^县市区旗镇乡]]{2,10}?(自治州|州|地区|盟)(?![县市区])(?=[\\p{IsHan}]{1,14}[县市区旗])");

  private static final Pattern NAME_CHARACTERS = Pattern.compile("[\\p{IsHan}·]{0,40}");
  private static final String GOVERNMENT = "人民政府";
  private static final Set<String> DOUBLE_ENDS = Set.of("县市", "县区", "市区", "旗区");

  /** What may follow a place's name; without it, the name's end could be anywhere. */
  private static final String BEHIND =
      "(?=[县区市旗州](?:党?委|人民政府|政府)|[镇乡](?:党委|委|政府)|[镇乡]长|主任|书记|办(?![好了理成])|人民政府|党委|党工委|委员会|办事处|政府|司法|关于|党政|综合|[0-9０-９]{4}|[二2][〇零○0Ｏ]|年度|法治|法制|依法|普法|推进|落实|贯彻|开展|工作"
          + "|党群|纪委|武装部|人大|综治|执法|十[三四五六]五|[一二三四五六七八]五|第一责任|报告|述法|自查|[\\p{IsHan}]{2,7}[局]"
          + "|位于|地处|坐落|隶属|不断|充分|主动|牢固|牢记|牢牢|健全|完善|聚力|突出|抓|以|通过|依托|根据|高举|深化|统筹|创新|全力|大力|坚决|严守|一直|一以"
          + "|进一步|对标|对照|针对|从|就|是|为|已|现|继续|组织|召开|成立|制定|印发|高质量|稳步|有力|有效|有序|着眼|锚定|笃|学习|宣传|践行|党政|干部|上下"
          + "|党员|辖区|下辖|现辖|总面积|今年|全年|共|坚定|坚守|立|扛|夯|优化|规范|履行|充分|牵头|秉|遵|提|贯通|压实|谋划|发挥|推行|推动|全体|办好|办了|守着|通"
          + "|坚持|认真|紧紧|深入|全面|始终|在|以|按照|围绕|严格|立足|结合|将|把|高度|切实|聚焦|紧扣|扎实|着力|积极|持续|加强|强化|建设|行政"
          + "|[，,。：:、（()）《〈“‘\"—_\\-\\s]|$)";

  private static final Pattern BEHIND_NAME = Pattern.compile(BEHIND + "|(?=委)");
  private static final Pattern TOWN_END = Pattern.compile("镇|乡|街道|街(?!道)|苏木");
  private static final Pattern MORE =
      Pattern.compile(
          "[村社居中小学派出所卫医敬养文农街路桥河山湖场站和与及、镇乡区县]|[\\p{IsHan}]{1,6}(村|社区|学校|公司|小区|中学|小学|医院|站|所)");
  private static final Pattern COUNTY_END = Pattern.compile("[县区市旗](?:" + BEHIND + "|(?=委))");

  /** A county whose name was blotted out hides no town: ＸＸ县新桥镇. */
  private static final Pattern BLOTTED = Pattern.compile("^(?:[XxＸｘ×＊*○〇某]{1,4}(?:省|市|县|区|州|旗))++");

  private PlaceNames() {}

  /**
   * The place that a text begins with. The last level there is must be followed by something that
   * can follow a name.
   */
  public static Region at(String raw) {
    String text = BLOTTED.matcher(raw).replaceFirst("");
    String province = listed(PROVINCES, text).or(() -> matching(SOME_PROVINCE, text)).orElse(null);
    String below = province == null ? text : text.substring(province.length());
    Optional<String> onList = listed(PREFECTURES, below);
    Optional<String> prefecture = onList.or(() -> matching(SOME_PREFECTURE, below));
    String city = onList.orElse(prefecture.map(PlaceNames::fullName).orElse(null));
    String rest = below.substring(prefecture.map(String::length).orElse(0));
    Region region = townAt(rest, city).or(() -> countyAt(rest, city)).orElse(Region.NONE);
    return new Region(
        province, city == null ? region.city() : city, region.county(), region.town());
  }

  /** Whether the national tables have a county, or a city, of the very name. */
  public static boolean isKnownCounty(String name) {
    return BuiltInDivisions.get().hasCounty(name);
  }

  private static Optional<Region> townAt(String text, @Nullable String city) {
    Matcher end = ends(TOWN_END, text);
    while (end.find()) {
      String names = text.substring(0, end.end());
      int ofName = names.length() - end.group().length();
      int first = countyEnd(names, 0, ofName);
      // 沅岭市临溪县…: a city on no list, if a county follows.
      boolean isCity = city == null && first > 0 && names.charAt(first - 1) == '市';
      int second = isCity ? countyEnd(names, first, ofName) : -1;
      int county = Math.max(first, second);
      String town = NameForms.withoutBefore(names.substring(Math.max(county, 0)));
      boolean ends = BEHIND_NAME.matcher(text).region(end.end(), text.length()).lookingAt();
      if ((ends || NameForms.isKnownTown(town) && !isPartOfMore(text, end.end()))
          && NameForms.isTown(town)) {
        return Optional.of(
            new Region(
                second < 0 ? null : names.substring(0, first),
                county < 0 ? null : names.substring(second < 0 ? 0 : first, county),
                town));
      }
    }
    return Optional.empty();
  }

  /** 柳湾镇中学, 柳湾镇双桐村 are other names. */
  private static boolean isPartOfMore(String text, int end) {
    return MORE.matcher(text).region(end, text.length()).lookingAt();
  }

  private static Optional<Region> countyAt(String text, @Nullable String city) {
    Matcher end = ends(COUNTY_END, text);
    while (end.find()) {
      String names = text.substring(0, end.end());
      int first = city == null ? names.indexOf('市') + 1 : 0;
      boolean twoLevels =
          NameForms.isCounty(names.substring(0, first))
              && NameForms.isCounty(names.substring(first));
      String county = twoLevels ? names.substring(first) : names;
      if (NameForms.isCounty(county)) {
        String behind = text.substring(end.end());
        if (behind.startsWith(GOVERNMENT)) { // 澜沙区人民政府双桐街道办事处
          Optional<Region> town = townAt(behind.substring(GOVERNMENT.length()), county);
          if (town.isPresent() && town.get().county() == null) {
            return Optional.of(
                new Region(
                    twoLevels ? names.substring(0, first) : null, county, town.get().town()));
          }
        }
        return Optional.of(new Region(twoLevels ? names.substring(0, first) : null, county, null));
      }
    }
    return Optional.empty();
  }

  private static Matcher ends(Pattern pattern, String text) {
    Matcher name = NAME_CHARACTERS.matcher(text);
    int length = name.lookingAt() ? name.end() : 0;
    return pattern
        .matcher(text)
        .region(0, length)
        .useTransparentBounds(true)
        .useAnchoringBounds(false);
  }

  /** Where a county's name that starts at an index ends, before {@code limit}; -1 for nowhere. */
  private static int countyEnd(String names, int from, int limit) {
    for (int end = from + 2; end < limit; end++) {
      // 辉县市 and 沙市区 are one name; in 陈仓区县功镇 the town's begins with 县.
      boolean goesOn = DOUBLE_ENDS.contains(names.substring(end - 1, end + 1));
      if (!goesOn && NameForms.isCounty(names.substring(from, end))) {
        return end;
      }
    }
    return -1;
  }

  private static String fullName(String prefecture) {
    String stem =
        prefecture.endsWith("州") ? prefecture.substring(0, prefecture.length() - 1) : prefecture;
    List<String> full =
        PREFECTURES.stream().filter(name -> name.startsWith(stem) && name.endsWith("州")).toList();
    return full.size() == 1 ? full.getFirst() : prefecture;
  }

  private static List<String> readNames(String resource) {
    return NameList.read(resource).stream()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }

  private static Optional<String> listed(List<String> names, String text) {
    return names.stream().filter(text::startsWith).findFirst();
  }

  private static Optional<String> matching(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.lookingAt() && !NameForms.isNoName(matcher.group())
        ? Optional.of(matcher.group())
        : Optional.empty();
  }
}
