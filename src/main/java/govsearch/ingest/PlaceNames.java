package govsearch.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a place from the beginning of a text, level by level: province and prefecture from the
 * lists of all that exist, county and town by how their names end. A name of which the level cannot
 * be told is left out.
 */
final class PlaceNames {

  private static final List<String> PROVINCES =
      List.of(
          "内蒙古自治区",
          "广西壮族自治区",
          "西藏自治区",
          "宁夏回族自治区",
          "新疆维吾尔自治区",
          "香港特别行政区",
          "澳门特别行政区",
          "北京市",
          "天津市",
          "上海市",
          "重庆市",
          "河北省",
          "山西省",
          "辽宁省",
          "吉林省",
          "黑龙江省",
          "江苏省",
          "浙江省",
          "安徽省",
          "福建省",
          "江西省",
          "山东省",
          "河南省",
          "湖北省",
          "湖南省",
          "广东省",
          "海南省",
          "四川省",
          "贵州省",
          "云南省",
          "陕西省",
          "甘肃省",
          "青海省",
          "台湾省");

  private static final List<String> PREFECTURES = readPrefectures();

  /** A province's form for names that are not on the list, as in invented ones. */
  private static final Pattern SOME_PROVINCE = Pattern.compile("[\\p{IsHan}]{2,6}?(省|自治区)");

  private static final Pattern SOME_PREFECTURE =
      Pattern.compile("[\\p{IsHan}]{2,10}?(自治州|州|地区|盟)(?=[\\p{IsHan}]{1,14}[县市区旗])");

  /** What may follow a place's name; without it, the name's end could be anywhere. */
  private static final String BEHIND =
      "(?=人民政府|党委|党工委|委员会|办事处|政府|司法|关于|党政|综合|[0-9０-９]{4}|[二2][〇零○0Ｏ]|年度|法治|法制|依法|普法|推进|落实|贯彻|开展|工作"
          + "|坚持|认真|紧紧|深入|全面|始终|在|以|按照|围绕|严格|立足|结合|将|把|高度|切实|聚焦|紧扣|扎实|着力|积极|持续|[，,。：:（(《_\\-\\s]|$)";

  private static final String NOT_PRONOUN = "(?![我全本各该某外])";
  private static final String SOME_CITY = "(?<city>" + NOT_PRONOUN + "[\\p{IsHan}]{1,9}?市)";
  private static final String COUNTY =
      "(?<county>" + NOT_PRONOUN + "(?![区县])[\\p{IsHan}]{1,14}?(?:县|区|市|旗))";
  private static final String TOWN =
      "(?<town>" + NOT_PRONOUN + "(?![区县])[\\p{IsHan}·]{1,14}?(?:镇|乡|街道|苏木))" + BEHIND;

  /** What may stand behind province and prefecture, tried in this order. */
  private static final List<Pattern> BELOW =
      List.of(
          Pattern.compile(SOME_CITY + COUNTY + TOWN),
          Pattern.compile("(?<city>)" + COUNTY + TOWN),
          Pattern.compile("(?<city>)(?<county>)" + TOWN),
          Pattern.compile(SOME_CITY + COUNTY + "(?<town>)" + BEHIND),
          Pattern.compile("(?<city>)" + COUNTY + "(?<town>)(?:" + BEHIND + "|(?=委))"));

  /** Runs of text that end like a name and are none. */
  private static final Pattern NO_NAME =
      Pattern.compile(
          "[这两一个].*|.*[的，。和及与或对].*|.*(乡镇|村镇|城镇|集镇|建制镇|关于|重点镇)|(县|区|市)?(县|区|市|旗|镇|乡|街道)");

  private PlaceNames() {}

  /**
   * The place that a text begins with. The last level there is must be followed by something that
   * can follow a name.
   */
  static Region at(String text) {
    Optional<String> province = listed(PROVINCES, text).or(() -> matching(SOME_PROVINCE, text));
    String behindProvince = text.substring(province.map(String::length).orElse(0));
    Optional<String> prefecture =
        listed(PREFECTURES, behindProvince).or(() -> matching(SOME_PREFECTURE, behindProvince));
    String rest = behindProvince.substring(prefecture.map(String::length).orElse(0));
    for (Pattern pattern : BELOW) {
      Matcher below = pattern.matcher(rest);
      if (below.lookingAt() && areNames(below)) {
        String city = prefecture.orElse(given(below.group("city")));
        return new Region(
            province.orElse(null), city, given(below.group("county")), given(below.group("town")));
      }
    }
    return new Region(province.orElse(null), prefecture.orElse(null), null, null);
  }

  private static boolean areNames(Matcher below) {
    return Stream.of("city", "county", "town")
        .map(below::group)
        .allMatch(name -> name.isEmpty() || isName(name));
  }

  private static @Nullable String given(String name) {
    return name.isEmpty() ? null : name;
  }

  /** The whole of a text as one level's name, as a folder gives it. */
  static Region named(String folder) {
    if (PROVINCES.contains(folder)) {
      return new Region(folder, null, null, null);
    }
    if (PREFECTURES.contains(folder)) {
      return new Region(null, folder, null, null);
    }
    return folder.matches("[\\p{IsHan}]{1,14}[县区旗市]") && isName(folder)
        ? new Region(null, null, folder, null)
        : Region.NONE;
  }

  private static boolean isName(String name) {
    return name.length() >= 2 && !NO_NAME.matcher(name).matches();
  }

  private static List<String> readPrefectures() {
    try (InputStream in = PlaceNames.class.getResourceAsStream("prefectures.txt")) {
      if (in == null) {
        throw new IllegalStateException("missing resource prefectures.txt");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .sorted(Comparator.comparingInt(String::length).reversed())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> listed(List<String> names, String text) {
    return names.stream().filter(text::startsWith).findFirst();
  }

  private static Optional<String> matching(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.lookingAt() ? Optional.of(matcher.group()) : Optional.empty();
  }
}
