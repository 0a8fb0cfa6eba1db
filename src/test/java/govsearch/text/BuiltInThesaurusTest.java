package govsearch.text;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.text.Thesaurus.Concept;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the built-in thesaurus to the rules of its head, and its finder to a plain scan. */
class BuiltInThesaurusTest {

  private static final List<Concept> CONCEPTS = Thesaurus.builtIn().concepts();

  @Test
  void hasManyConceptsOfManyWordings() {
    assertThat(CONCEPTS).hasSizeGreaterThanOrEqualTo(80);
    assertThat(CONCEPTS)
        .allSatisfy(concept -> assertThat(concept.wordings()).hasSizeBetween(6, 20));
  }

  @Test
  void noWordingBelongsToTwoConcepts() {
    Map<String, String> owners = new HashMap<>();
    for (Concept concept : CONCEPTS) {
      for (String wording : concept.wordings()) {
        String key =
            Arrays.stream(wording.split(" "))
                .map(Literal::literal)
                .sorted()
                .collect(Collectors.joining(" "));
        assertThat(owners.put(key, concept.name())).as(wording).isNull();
      }
    }
  }

  @Test
  void everyWordingSaysItsConcept() {
    for (Concept concept : CONCEPTS) {
      for (String wording : concept.wordings()) {
        assertThat(names("甲" + wording.replace(" ", "乙") + "丙"))
            .as(wording)
            .contains(concept.name());
      }
    }
  }

  /** Clauses put together by chance from words of wordings, for a fixed seed. */
  @Test
  void findsWhatAPlainScanFinds() {
    List<String> words =
        CONCEPTS.stream()
            .filter(concept -> concept.category() != Thesaurus.Category.MEASURE)
            .flatMap(concept -> concept.wordings().stream())
            .flatMap(wording -> Arrays.stream(wording.split(" ")))
            .distinct()
            .toList();
    List<Concept> scanned =
        CONCEPTS.stream().filter(c -> c.category() != Thesaurus.Category.MEASURE).toList();
    Random random = new Random(5);
    int found = 0;
    for (int i = 0; i < 300; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = 0; j < 8; j++) {
        text.append(words.get(random.nextInt(words.size())));
        text.append(List.of("", "的", "，", "、").get(random.nextInt(4)));
      }
      Set<String> expected = new TreeSet<>();
      for (String clause : text.toString().split("，")) {
        for (Concept concept : scanned) {
          boolean says =
              concept.wordings().stream()
                  .anyMatch(
                      wording -> Arrays.stream(wording.split(" ")).allMatch(clause::contains));
          if (says) {
            expected.add(concept.name());
          }
        }
      }
      Set<String> names = names(text.toString());
      names.removeIf(name -> scanned.stream().noneMatch(concept -> concept.name().equals(name)));
      assertThat(names).as(text.toString()).isEqualTo(expected);
      found += expected.size();
    }
    assertThat(found).isGreaterThan(1000);
  }

  private static Set<String> names(String text) {
    return Thesaurus.builtIn().matches(text).stream()
        .map(match -> match.concept().name())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
