package govsearch.ingest.places;

import govsearch.text.Literal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of provinces, cities and counties: official ones, short ones, and older ones. */
public final class DivisionNames {

  /** Peoples in the names of autonomous areas; some stand there without 族. */
  private static final Pattern AUTONOMOUS =
      Pattern.compile(
          ("((蒙古|维吾尔|哈萨克|柯尔克孜|锡伯|塔吉克)族?"
                  + "|(回|藏|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|土|达斡尔"
                  + "|仫佬|羌|布朗|撒拉|毛南|仡佬|普米|怒|鄂温克|保安|鄂伦春|独龙|各)族){1,12}+")
              + "自治[区州县旗]$");

  private static final Pattern SPACES = Pattern.compile("\\s++");
  private static final Pattern ENDING = Pattern.compile("(族?自治[区州县旗]|地区|[省市县区旗盟州])$");
  private static final String COUNTY_ENDS = "县市区旗";
  private static final int SHORTEST_STEM = 2;

  /** Counties that have got another name, by the old one; 县 that became 区 need not stand there. */
  private static final Map<String, String> RENAMED = renamed();

  /** How a name that somebody wrote is like an official one. */
  public enum Likeness {
    SAME,
    /** 甘南州, 甘肃. */
    SHORT,
    /** 湟中县, which has become 湟中区. */
    RENAMED,
    OTHER
  }

  private DivisionNames() {}

  /** What is equal for two writings of a name. */
  static String key(String name) {
    return Literal.literal(name);
  }

  /** A name without what kind of division it is: 甘南 of 甘南藏族自治州. */
  static String stem(String name) {
    Matcher autonomous = AUTONOMOUS.matcher(name);
    if (autonomous.find() && autonomous.start() >= SHORTEST_STEM) {
      return name.substring(0, autonomous.start());
    }
    return ENDING.matcher(name).replaceFirst("");
  }

  /** A name as people shorten it: 甘南州, 广西; else the name itself. */
  static String shortened(String name) {
    if (!name.contains("自治")) {
      return name;
    }
    return name.endsWith("区") ? stem(name) : stem(name) + name.substring(name.length() - 1);
  }

  public static Likeness likeness(String written, String official) {
    String one = key(written);
    String other = key(official);
    if (one.equals(other)) {
      return Likeness.SAME;
    }
    String stem = stem(other);
    if (stem.length() < SHORTEST_STEM) {
      return Likeness.OTHER;
    }
    if (one.equals(stem) || one.equals(shortened(other))) {
      return Likeness.SHORT;
    }
    boolean renamed =
        (stem(one).equals(stem) && isCounty(one) && isCounty(other))
            || other.equals(RENAMED.get(one));
    return renamed ? Likeness.RENAMED : Likeness.OTHER;
  }

  /** What a county is called now that had another name, as it is written in the tables. */
  static Optional<String> newName(String old) {
    return Optional.ofNullable(RENAMED.get(key(old)));
  }

  private static Map<String, String> renamed() {
    Map<String, String> names = new HashMap<>();
    for (String line : NameList.read("renamed.txt")) {
      String[] cells = SPACES.split(line);
      names.put(key(cells[0]), key(cells[1]));
    }
    return Map.copyOf(names);
  }

  private static boolean isCounty(String name) {
    return COUNTY_ENDS.indexOf(name.charAt(name.length() - 1)) >= 0;
  }
}
