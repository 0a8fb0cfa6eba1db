package govsearch.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is written about versions is so. */
class ChangesTest {

  private static final Path CHANGES = Path.of("CHANGELOG.md");
  private static final Path FORMAT =
      Path.of("src/main/java/govsearch/engine/lucene/snapshot/IndexFormat.java");

  private static String first(String text, String regex) {
    Matcher found = Pattern.compile(regex).matcher(text);
    assertThat(found.find()).as(regex).isTrue();
    return found.group(1);
  }

  @Test
  void theNewestChangesAreOfTheVersionThatIsBuilt() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    String version = first(pom, "<artifactId>govsearch</artifactId>\\s*<version>([^<]+)</version>");
    String newest = first(Files.readString(CHANGES), "(?m)^## (.+)$");

    if (version.endsWith("-SNAPSHOT")) {
      assertThat(newest).isEqualTo(version.replace("-SNAPSHOT", "") + "（未发布）");
    } else {
      assertThat(newest).matches(Pattern.quote(version) + "（\\d{4}-\\d{2}-\\d{2}）");
    }
  }

  @Test
  void whatTheFormatOfTheIndexNeedsIsWrittenWhereUpgradingIs() throws IOException {
    String code = Files.readString(FORMAT);
    String format = first(code, "FORMAT = \"(\\d+)\"");
    String analysis = first(code, "ANALYSIS = \"(\\d+)\"");

    assertThat(Files.readString(Path.of("src/docs/operate.md")))
        .contains("\n| " + format + " | " + analysis + " | ");
    assertThat(Files.readString(CHANGES)).contains("索引格式 " + format + "，切分版本 " + analysis);
  }

  @Test
  void everyLibraryIsListedInTheVersionThatIsUsed() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    String listed = Files.readString(Path.of("src/docs/dependencies.md"));
    Matcher all =
        Pattern.compile(
                "(?m)^ +(?:<dependency>)?<groupId>([^<]+)</groupId><artifactId>([^<]+)</artifactId>"
                    + "<version>([^<]+)</version>(?:<scope>runtime</scope>)?(?:</dependency>)?$")
            .matcher(pom.substring(pom.indexOf("</dependencyManagement>"), pom.indexOf("<build>")));
    int count = 0;
    while (all.find()) {
      String version = all.group(3);
      if (version.startsWith("${")) {
        String name = version.substring(2, version.length() - 1);
        version = first(pom, "<" + Pattern.quote(name) + ">([^<]+)<");
      }
      String row = "| `" + all.group(1) + ":" + all.group(2) + "` | " + version + " | ";
      assertThat(listed).contains(row);
      count++;
    }
    assertThat(count).isGreaterThan(15);
  }
}
