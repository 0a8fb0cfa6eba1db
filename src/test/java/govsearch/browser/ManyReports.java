package govsearch.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Six hundred reports of invented towns over eleven years, as a page meets them that has grown:
 * among them one of a year that is wrong, one without a town and one of very many paragraphs.
 */
final class ManyReports {

  static final int FIRST_YEAR = 2015;
  static final int LAST_YEAR = 2025;
  static final int WRONG_YEAR = 2042;
  static final int LONG = 2_441;
  static final int REPORTS = 600;

  /** Of the report without a town, and of nothing else. */
  static final String NOBODYS = "无主语段";

  private static final String SYLLABLES = "青白石柳杏枫云溪河湾塘坪桥岭沙泉松梅兰竹";
  private static final String[] COUNTIES = {"临溪县", "望岭县", "澄江县", "西坪县", "杏塘区"};
  private static final int TOWNS = 55;

  private final Path folder;
  private final Random random = new Random(15);

  private ManyReports(Path folder) {
    this.folder = folder;
  }

  /** Writes them below a folder. */
  static void write(Path folder) throws IOException {
    new ManyReports(folder).write();
  }

  private void write() throws IOException {
    for (int town = 0; town < TOWNS; town++) {
      for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
        // Some have no report of one year, as it is in the world.
        if (town % 7 != 3 || year != 2018) {
          put(county(town), name(town), year, text(town, year));
        }
      }
    }
    put(COUNTIES[0], "错年镇", WRONG_YEAR, text(TOWNS, WRONG_YEAR));
    put(COUNTIES[1], "长卷镇", 2023, longText());
    Files.writeString(folder.resolve("无主.txt"), "2024年法治政府建设情况报告\n一、主要做法\n" + NOBODYS + "，普法有序。\n");
  }

  private void put(String county, String town, int year, String text) throws IOException {
    Path of = Files.createDirectories(folder.resolve("示例省").resolve("云渚市").resolve(county));
    Files.writeString(
        of.resolve(town + year + "年.txt"), county + town + year + "年法治政府建设情况报告\n" + text);
  }

  private static String county(int town) {
    return COUNTIES[town % COUNTIES.length];
  }

  private static String name(int town) {
    return syllable(town) + syllable(town / 20 + 7) + "坞" + (town % 3 == 0 ? "街道" : "镇");
  }

  private String text(int town, int year) {
    StringBuilder text = new StringBuilder();
    text.append(word(town)).append("一年来的法治建设情况如下。\n一、主要做法\n（一）普法宣传\n");
    text.append("全年开展普法宣传%d场次，发放资料%d份。\n".formatted(number(40), number(3000)));
    if ((town * 3 + year) % 5 != 0) {
      text.append("培养“法律明白人”%d名，%s一带最多。\n".formatted(number(90), word(town + year)));
    }
    text.append("（二）矛盾调解\n%s片推行“有事先说”，调解矛盾纠纷%d件。\n".formatted(word(year), number(200)));
    text.append("二、存在问题\n%s方面人手不足，普法的办法不多。\n".formatted(word(town * 31 + year)));
    text.append("三、下一步打算\n充实%s力量，开展普法培训%d次。\n".formatted(word(town * 7 + year), number(20)));
    return text.toString();
  }

  private static String longText() {
    StringBuilder text = new StringBuilder("一、普法台账\n");
    for (int i = 0; i < LONG - 2; i++) {
      text.append("%s组普法由%s承办，%s受益。\n".formatted(word(i), word(i * 7 + 3), word(i * 13 + 5)));
    }
    return text.toString();
  }

  private int number(int most) {
    return 2 + random.nextInt(most);
  }

  private static String word(int i) {
    return syllable(i) + syllable(i / 20) + syllable(i / 400 + 3);
  }

  private static String syllable(int i) {
    return SYLLABLES.substring(i % SYLLABLES.length(), i % SYLLABLES.length() + 1);
  }
}
