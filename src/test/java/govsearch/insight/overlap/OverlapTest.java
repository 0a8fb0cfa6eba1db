package govsearch.insight.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.ReportKey;
import govsearch.insight.Indexed;
import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.report.Paragraph;
import govsearch.report.Report;
import govsearch.text.Fingerprints;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Overlaps of a collection in which towns have sentences of each other, against brute force. */
class OverlapTest {

  private static final String TOWNS = "柳枣桐崖槐梅石沙松竹";
  private static final int FORMULA = 4;

  @TempDir private static Path folder;
  private static Indexed collection;

  @BeforeAll
  static void index() {
    Random random = new Random(5);
    List<String> pool = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      pool.add(sentence(random));
    }
    Path reports = folder.resolve("reports");
    for (int town = 0; town < TOWNS.length(); town++) {
      for (int year = 2022; year <= 2025; year++) {
        StringBuilder text = new StringBuilder("一、主要做法\n");
        int from = random.nextInt(40) * 10; // what stands together is taken together
        for (int i = 0; i < 20; i++) {
          text.append(pool.get((from + i) % pool.size()));
        }
        text.append('\n').append(pool.get(0)).append(pool.get(1));
        for (int i = 0; i < 10; i++) {
          text.append(sentence(random));
        }
        String name = TOWNS.charAt(town) + "湾镇";
        String county = town < 5 ? "临溪县" : "澜沙县";
        Indexed.write(reports, name + year + ".txt", county + name, year + "年", text.toString());
      }
    }
    collection = Indexed.folder(reports, folder.resolve("index"));
  }

  /** Eighteen characters that nobody has written. */
  private static String sentence(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 18; i++) {
      text.append((char) (0x4E00 + random.nextInt(5_000)));
    }
    return text.append(10 + random.nextInt(80)).append("件。").toString();
  }

  @AfterAll
  static void close() {
    collection.close();
  }

  private record Sum(int sentences, int length) {}

  private static Map<Long, Integer> prints(Report report) {
    Fingerprints fingerprints = new Fingerprints(report.head().placeNames());
    Map<Long, Integer> prints = new HashMap<>();
    for (Paragraph paragraph : report.paragraphs()) {
      fingerprints
          .sentences(paragraph.text())
          .forEach(one -> prints.put(one.fingerprint(), one.length()));
    }
    return prints;
  }

  /** Every pair of reports, compared. */
  private static Map<String, Sum> byBruteForce() {
    Map<Long, Integer> having = new HashMap<>();
    Map<String, Map<Long, Integer>> all = new HashMap<>();
    for (Report report : collection.reports()) {
      all.put(report.id(), prints(report));
      prints(report).keySet().forEach(print -> having.merge(print, 1, Integer::sum));
    }
    Map<String, Sum> pairs = new TreeMap<>();
    for (Report one : collection.reports()) {
      for (Report other : collection.reports()) {
        if (one.id().compareTo(other.id()) < 0 && !one.head().town().equals(other.head().town())) {
          Set<Long> shared = new HashSet<>(all.get(one.id()).keySet());
          shared.retainAll(all.get(other.id()).keySet());
          shared.removeIf(print -> having.get(print) > FORMULA);
          int length = shared.stream().mapToInt(all.get(one.id())::get).sum();
          if (shared.size() >= OverlapFinder.LEAST_SENTENCES
              && length >= OverlapFinder.LEAST_LENGTH) {
            pairs.put(one.id() + " " + other.id(), new Sum(shared.size(), length));
          }
        }
      }
    }
    return pairs;
  }

  private static String key(OverlapSurvey.Pair pair) {
    String a = pair.a().id();
    String b = pair.b().id();
    return a.compareTo(b) < 0 ? a + " " + b : b + " " + a;
  }

  private static OverlapSurvey survey(Filters scope) {
    return OverlapSurvey.of(collection.engine(), scope, FORMULA, all -> {}, done -> {});
  }

  @Test
  void isWhatComparingEveryPairGives() {
    Map<String, Sum> expected = byBruteForce();
    assertThat(expected.size()).isGreaterThan(30);
    OverlapSurvey survey = survey(Filters.NONE);
    assertThat(survey.total()).isEqualTo(expected.size());
    Map<String, Sum> found = new TreeMap<>();
    for (OverlapSurvey.Pair pair : survey.pairs()) {
      found.put(key(pair), new Sum(pair.sentences(), pair.length()));
      assertThat(pair.shareA()).isBetween(0.0, 1.0);
      assertThat(pair.shareB()).isBetween(0.0, 1.0);
      assertThat(pair.a().year()).isLessThanOrEqualTo(pair.b().year());
      assertThat(pair.direction())
          .isEqualTo(
              pair.a().year().equals(pair.b().year())
                  ? Overlap.Direction.SAME_YEAR
                  : Overlap.Direction.LATER);
    }
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void ofOneReportIsWhatIsOfAll() {
    OverlapSurvey survey = survey(Filters.NONE);
    OverlapFinder finder = new OverlapFinder(collection.engine(), FORMULA);
    for (Report report : collection.reports()) {
      Set<String> ofOne =
          finder.of(report).shared().stream()
              .map(shared -> shared.other().id())
              .collect(Collectors.toSet());
      Set<String> ofAll = new HashSet<>();
      for (OverlapSurvey.Pair pair : survey.pairs()) {
        if (pair.a().id().equals(report.id())) {
          ofAll.add(pair.b().id());
        } else if (pair.b().id().equals(report.id())) {
          ofAll.add(pair.a().id());
        }
      }
      assertThat(ofOne).isEqualTo(ofAll);
    }
  }

  @Test
  void aScopeIsHeldAgainstTheWholeCollection() {
    Filters scope =
        Filters.of(
            Map.of(FacetField.REGION, List.of("临溪县"), FacetField.YEAR, List.of("2024", "2025")));
    Set<String> inScope =
        collection.reports().stream()
            .filter(r -> "临溪县".equals(r.head().county()) && r.head().year() >= 2024)
            .map(Report::id)
            .collect(Collectors.toSet());
    OverlapSurvey survey = survey(scope);
    assertThat(survey.reports()).isEqualTo(inScope.size()).isEqualTo(10);
    Set<String> expected =
        byBruteForce().keySet().stream()
            .filter(pair -> List.of(pair.split(" ")).stream().anyMatch(inScope::contains))
            .collect(Collectors.toSet());
    assertThat(survey.pairs().stream().map(OverlapTest::key).collect(Collectors.toSet()))
        .isEqualTo(expected);
    assertThat(survey.total()).isEqualTo(expected.size());
  }

  @Test
  void clustersHangTogetherAndAreDisjoint() {
    OverlapSurvey survey = survey(Filters.NONE);
    assertThat(survey.clusters()).isNotEmpty();
    Set<String> seen = new HashSet<>();
    for (OverlapSurvey.Cluster cluster : survey.clusters()) {
      assertThat(cluster.reports()).hasSizeGreaterThanOrEqualTo(3);
      for (ReportKey report : cluster.reports()) {
        assertThat(seen.add(report.id())).isTrue();
        assertThat(survey.pairs())
            .anyMatch(
                pair ->
                    pair.share() >= OverlapSurvey.CLUSTER_SHARE
                        && (pair.a().id().equals(report.id())
                            || pair.b().id().equals(report.id())));
      }
    }
  }

  @Test
  void passagesStandSideBySide() {
    OverlapSurvey.Pair most = survey(Filters.NONE).pairs().getFirst();
    List<SharedPassage> passages =
        new OverlapFinder(collection.engine(), FORMULA).passages(most.a().id(), most.b().id());
    assertThat(passages).isNotEmpty();
    int sentences = 0;
    for (SharedPassage passage : passages) {
      String ours = passage.at().of(passage.paragraph().text());
      assertThat(passage.otherAt().of(passage.other().text()).replaceAll("\\d+", "0"))
          .isEqualTo(ours.replaceAll("\\d+", "0"));
      sentences += ours.split("。").length;
    }
    assertThat(sentences).isEqualTo(most.sentences());
  }
}
