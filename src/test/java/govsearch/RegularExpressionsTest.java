package govsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import govsearch.ingest.ReportFactory;
import govsearch.ingest.structure.SiteWords;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * No regular expression overflows the stack or takes more than linear time, on whatever it may
 * meet: each is run against long runs, repeats and nests of the very signs that it knows, and the
 * signs that it looks at are counted, so that a busy machine decides nothing.
 */
class RegularExpressionsTest {

  private static final int[] LENGTHS = {10, 1_000, 16_000};

  /**
   * How often a sign of a text may be looked at. An alternation of many words looks at each as
   * often as it has words that begin alike; one that runs to the end from wherever a word of four
   * signs begins looks at each of 16,000 signs 2,000 times.
   */
  private static final int LOOKS = 2_000;

  /** Of what the threads that answer have; a group that recurses needs some 100 bytes a round. */
  private static final long SMALL_STACK = 256 * 1024;

  private static final Path SOURCES = Path.of("src", "main", "java");

  /** What makes a regular expression of a text that no constant shows. */
  private static final Pattern UNSEEN =
      Pattern.compile(
          "\\.(?:(?:matches|split)\\(\\s*+\"([^\"]*+)\"|replace(?:All|First)\\(\\s*+\"[^\"]*+\"\\s*+,)");

  private static final Pattern PLAIN_SEPARATOR =
      Pattern.compile("[^.$|()\\[{^?*+\\\\]|\\\\{1,2}[^wWdDsSbB]");

  @Test
  void everyConstantIsLinearOnRunsOfItsOwnAlphabet() throws Exception {
    Map<String, Pattern> patterns = patterns();
    assertThat(patterns).hasSizeGreaterThan(40);
    SoftAssertions all = new SoftAssertions();
    for (Map.Entry<String, Pattern> each : patterns.entrySet()) {
      all.assertThatCode(() -> run(each.getKey(), each.getValue())).doesNotThrowAnyException();
    }
    all.assertAll();
  }

  /** The smallest inputs on which expressions were once seen to take for ever. */
  @Test
  void whatOnceTookForEverTakesNoTime() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          assertThat(SiteWords.TRAIL.matcher("→".repeat(40_000)).find()).isFalse();
          String bars = "发布机构：" + " |".repeat(40_000) + "县";
          assertThat(SiteWords.TRAIL.matcher(bars).find()).isFalse();
          assertThat(ReportFactory.fromText("1.txt", report(bars)).report().paragraphs())
              .anyMatch(paragraph -> paragraph.text().endsWith("县"));
          String tails = "工作情况".repeat(20_000);
          assertThat(ReportFactory.fromText("2.txt", report(tails)).report().paragraphs())
              .anyMatch(paragraph -> paragraph.text().equals(tails));
        });
  }

  private static byte[] report(String line) {
    return ("柳湾镇2024年法治政府建设情况报告\n" + line + "\n全镇宣讲3场。\n").getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void everyRegularExpressionIsAConstant() throws IOException {
    List<String> unseen = new ArrayList<>();
    try (Stream<Path> sources = Files.walk(SOURCES)) {
      for (Path source : sources.filter(RegularExpressionsTest::isLookedInto).toList()) {
        UNSEEN
            .matcher(Files.readString(source))
            .results()
            .filter(found -> !isPlain(found))
            .forEach(found -> unseen.add(source.getFileName() + ": " + found.group()));
      }
    }
    assertThat(unseen).isEmpty();
  }

  /** Commands and trials meet no text but what whoever runs them types. */
  private static boolean isLookedInto(Path source) {
    String path = source.toString().replace(File.separatorChar, '/');
    return path.endsWith(".java") && !path.contains("/cli/");
  }

  private static boolean isPlain(MatchResult found) {
    return found.group().startsWith(".split") && PLAIN_SEPARATOR.matcher(found.group(1)).matches();
  }

  private static void run(String name, Pattern pattern) throws InterruptedException {
    AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
    AtomicReference<String> text = new AtomicReference<>("");
    Runnable all =
        () -> {
          for (int length : LENGTHS) {
            for (String one : HostileTexts.of(alphabet(pattern), length)) {
              text.set(one);
              var unused = pattern.matcher(new Looks(one)).matches();
              Matcher matcher = pattern.matcher(new Looks(one));
              while (matcher.find()) {
                // whatever it finds
              }
            }
          }
        };
    Thread thread = new Thread(null, all, "small stack", SMALL_STACK);
    thread.setUncaughtExceptionHandler((t, e) -> thrown.set(e));
    thread.start();
    thread.join();
    assertThat(thrown.get())
        .as(
            "%s on %d of %s…",
            name, text.get().length(), text.get().substring(0, Math.min(40, text.get().length())))
        .isNull();
  }

  /** A text that counts how often its signs are looked at, and ends a search that does not end. */
  private static final class Looks implements CharSequence {

    private final String text;
    private final long most;
    private long looks;

    Looks(String text) {
      this.text = text;
      this.most = LOOKS * (text.length() + 100L);
    }

    @Override
    public char charAt(int index) {
      if (++looks > most) {
        throw new IllegalStateException("more than linear time");
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  @Test
  void whatLooksAtAllThatFollowsFromEverySignIsFound() {
    assertThatThrownBy(() -> run("quadratic", Pattern.compile("法[^。]*。")))
        .hasMessageContaining("quadratic");
    assertThatThrownBy(() -> run("recursive", Pattern.compile("(?:法|治)*。")))
        .hasMessageContaining("recursive");
  }

  /** What stands in an expression: its words, its signs, and one of each class that it names. */
  static List<String> alphabet(Pattern pattern) {
    String source = pattern.pattern();
    Set<String> alphabet = new LinkedHashSet<>();
    CLASSES.forEach(
        (written, member) -> {
          if (source.contains(written)) {
            alphabet.add(member);
          }
        });
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c == '\\' && i + 1 < source.length()) {
        i++;
        if (!Character.isLetterOrDigit(source.charAt(i))) {
          alphabet.add(String.valueOf(source.charAt(i)));
        }
      } else {
        alphabet.add(String.valueOf(c));
      }
      if (Character.getType(c) == Character.OTHER_LETTER) {
        word.append(c);
      } else {
        if (word.length() > 1 && word.length() < 8) {
          alphabet.add(word.toString());
        }
        word.setLength(0);
      }
    }
    return List.copyOf(alphabet);
  }

  private static final Map<String, String> CLASSES = new LinkedHashMap<>();

  static {
    CLASSES.put("0-9", "7");
    CLASSES.put("\\d", "7");
    CLASSES.put("a-z", "k");
    CLASSES.put("A-Z", "K");
    CLASSES.put("\\s", " ");
    CLASSES.put("\\R", "\n");
    CLASSES.put("\\p{Mn}", "\u0301");
    CLASSES.put("IsHan", "法");
    CLASSES.put("[^", "文");
    CLASSES.put(".", "字");
  }

  /** Every constant, by its class and name. */
  static Map<String, Pattern> patterns() throws Exception {
    Map<String, Pattern> found = new LinkedHashMap<>();
    Path root = Path.of(App.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
        String path = root.relativize(file).toString();
        String name =
            path.substring(0, path.length() - 6).replace(file.getFileSystem().getSeparator(), ".");
        if (!name.endsWith("-info")) {
          collect(Class.forName(name), found);
        }
      }
    }
    return found;
  }

  private static void collect(Class<?> type, Map<String, Pattern> found)
      throws IllegalAccessException {
    List<Object> holders = new ArrayList<>();
    if (type.isEnum()) {
      holders.addAll(List.of(type.getEnumConstants()));
    }
    for (Field field : type.getDeclaredFields()) {
      boolean isStatic = Modifier.isStatic(field.getModifiers());
      boolean mayHold =
          field.getType() == Pattern.class
              || Collection.class.isAssignableFrom(field.getType())
              || Map.class.isAssignableFrom(field.getType());
      if (mayHold && (isStatic || type.isEnum())) {
        field.setAccessible(true);
        String name = type.getName() + "." + field.getName();
        for (Object holder : isStatic ? List.of(type) : holders) {
          add(name, field.get(isStatic ? null : holder), found);
        }
      }
    }
  }

  private static void add(String name, @Nullable Object value, Map<String, Pattern> found) {
    switch (value) {
      case Pattern pattern -> found.put(name + " " + pattern, pattern);
      case Collection<?> many -> many.forEach(one -> add(name, one, found));
      case Map<?, ?> map -> map.values().forEach(one -> add(name, one, found));
      case null, default -> {}
    }
  }
}
