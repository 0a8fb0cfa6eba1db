package govsearch.ingest.manifest;

import govsearch.report.Ids;
import govsearch.text.ChineseNumerals;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The columns of a manifest, in the order in which one is written. */
public enum ManifestColumn {
  PATH("路径"),
  ID("编号"),
  TITLE("标题"),
  PROVINCE("省份", "省"),
  CITY("城市", "市"),
  COUNTY("区县", "县"),
  TOWN("乡镇"),
  YEAR("年度", "年份"),
  SOURCE_URL("网址", "原文网址"),
  PUBLISHED("发布日期");

  /** What a cell has for: there is none, whatever was extracted. */
  static final String NONE = "-";

  private static final Set<String> NONES = Set.of(NONE, "－", "—", "——", "–", "无", "未注明");

  /** Columns that the report's place is made of, outermost first. */
  static final List<ManifestColumn> PLACE = List.of(PROVINCE, CITY, COUNTY, TOWN);

  private static final int LONGEST = 300;
  private static final int LONGEST_URL = 2_000;
  private static final int FIRST_YEAR = 1990;
  private static final int LAST_YEAR = 2099;
  private static final Pattern HERE = Pattern.compile("^(?:\\./)++");
  private static final Pattern SPACES = Pattern.compile("\\s++");
  private static final Pattern YEAR_SIGN = Pattern.compile("年度?$");
  private static final Pattern DATE =
      Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(\\s.*)?");

  private final List<String> chinese;

  ManifestColumn(String... chinese) {
    this.chinese = List.of(chinese);
  }

  /** Its name in the header. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its name as people call it. */
  String chineseName() {
    return chinese.getFirst();
  }

  /** The column of a header's cell, in English or Chinese. */
  static Optional<ManifestColumn> of(String header) {
    String name = Normalizer.normalize(header, Normalizer.Form.NFKC).strip();
    return Arrays.stream(values())
        .filter(c -> c.code().equals(name.toLowerCase(Locale.ROOT)) || c.chinese.contains(name))
        .findFirst();
  }

  /** What is wrong with a cell, in Chinese. */
  static final class InvalidCellException extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidCellException(String message) {
      super(message);
    }
  }

  /**
   * A cell's value in its one spelling; {@link #NONE} for none, empty where the cell says nothing.
   *
   * @throws InvalidCellException if it cannot be meant
   */
  String read(String cell) throws InvalidCellException {
    String value = Spreadsheet.unescaped(cell);
    if (value.isEmpty()) {
      return "";
    }
    if (this != PATH && NONES.contains(value)) {
      if (this == ID) {
        throw new InvalidCellException("编号不能没有；留空则按路径得出");
      }
      return NONE;
    }
    if (value.length() > (this == SOURCE_URL ? LONGEST_URL : LONGEST) && this != PATH) {
      throw new InvalidCellException("太长，有 " + value.length() + " 字");
    }
    return switch (this) {
      case PATH -> path(value);
      case ID -> id(value);
      case TITLE, PROVINCE, CITY, COUNTY, TOWN -> name(value);
      case YEAR -> Integer.toString(year(value));
      case SOURCE_URL -> url(value);
      case PUBLISHED -> date(value);
    };
  }

  /** With {@code /}, as paths below a root are written; also where a person copied it with \. */
  private static String path(String value) {
    String path = Normalizer.normalize(value.replace('\\', '/'), Normalizer.Form.NFC);
    return HERE.matcher(path).replaceFirst("");
  }

  private static String id(String value) throws InvalidCellException {
    if (!Ids.isReportId(value)) {
      throw new InvalidCellException("编号只能用 1 到 64 个小写字母、数字、- 和 _");
    }
    return value;
  }

  /** Region paths are joined by /, so no name of a place has one. */
  private String name(String value) throws InvalidCellException {
    String name = SPACES.matcher(value).replaceAll(" ");
    if (this != TITLE && name.contains("/")) {
      throw new InvalidCellException("地名里不能有 /");
    }
    return name;
  }

  private static int year(String value) throws InvalidCellException {
    String plain = Normalizer.normalize(value, Normalizer.Form.NFKC);
    String year = YEAR_SIGN.matcher(plain).replaceFirst("").strip();
    OptionalInt number = ChineseNumerals.year(year);
    if (number.isEmpty() || number.getAsInt() < FIRST_YEAR || number.getAsInt() > LAST_YEAR) {
      throw new InvalidCellException("年度应是 " + FIRST_YEAR + " 到 " + LAST_YEAR + " 的四位年份");
    }
    return number.getAsInt();
  }

  /** Only addresses that a browser opens as pages: others could run as programs there. */
  private static String url(String value) throws InvalidCellException {
    try {
      URI uri = new URI(value);
      String scheme = uri.getScheme();
      if (("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))
          && uri.getRawAuthority() != null) {
        return value;
      }
    } catch (URISyntaxException e) {
      throw new InvalidCellException("网址写法不对");
    }
    throw new InvalidCellException("网址应以 http:// 或 https:// 开头");
  }

  private static String date(String value) throws InvalidCellException {
    Matcher date = DATE.matcher(Normalizer.normalize(value, Normalizer.Form.NFKC));
    if (date.matches()) {
      try {
        return LocalDate.of(
                Integer.parseInt(date.group(1)),
                Integer.parseInt(date.group(2)),
                Integer.parseInt(date.group(3)))
            .toString();
      } catch (DateTimeException e) {
        throw new InvalidCellException("没有这一天");
      }
    }
    throw new InvalidCellException("发布日期应写成 2025-01-31 这样");
  }

  /** A value as this column would have it, so that it can be compared; as it is if it cannot. */
  @Nullable String canonical(@Nullable String value) {
    if (value == null) {
      return null;
    }
    try {
      return read(value);
    } catch (InvalidCellException e) {
      return value;
    }
  }
}
