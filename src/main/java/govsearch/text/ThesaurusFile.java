package govsearch.text;

import govsearch.text.Thesaurus.Category;
import govsearch.text.Thesaurus.Concept;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The plain-text format of a thesaurus:
 *
 * <pre>{@code
 * file    := { comment | blank | concept }
 * comment := "#" …
 * concept := "概念：" name  "类别：" ("问题" | "措施" | "事项")  { "说法：" wording { "、" wording } }
 * wording := word { " " word }
 * }</pre>
 *
 * each on a line of its own, a half-width colon being as good.
 */
final class ThesaurusFile {

  private static final int LONGEST_NAME = 40;
  private static final int LONGEST_WORDING = 60;

  /** A word of one character would say nearly everything. */
  private static final int SHORTEST_WORD = 2;

  private static final int MOST_WORDS = 8;

  private static final Pattern COLON = Pattern.compile("[：:]");
  private static final Pattern SPACE = Pattern.compile("\\s++");

  private final List<Concept> concepts = new ArrayList<>();
  private @Nullable String name;
  private @Nullable Category category;
  private List<String> wordings = new ArrayList<>();
  private int begun;

  private ThesaurusFile() {}

  static List<Concept> parse(String text) {
    ThesaurusFile file = new ThesaurusFile();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).replace("\uFEFF", "").strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        file.read(line, i + 1);
      }
    }
    file.end();
    return List.copyOf(file.concepts);
  }

  private void read(String line, int number) {
    String[] parts = COLON.split(line, 2);
    String value = parts.length < 2 ? "" : parts[1].strip();
    if (value.isEmpty()) {
      throw mistake(number, "应写作“概念：…”“类别：…”或“说法：…”");
    }
    switch (parts[0].strip()) {
      case "概念" -> begin(value, number);
      case "类别" -> category(value, number);
      case "说法" -> wordings(value, number);
      default -> throw mistake(number, "应以“概念：”“类别：”或“说法：”开头");
    }
  }

  private void begin(String value, int number) {
    end();
    if (value.length() > LONGEST_NAME) {
      throw mistake(number, "概念的名称最多 " + LONGEST_NAME + " 字");
    }
    name = value;
    begun = number;
  }

  private void category(String value, int number) {
    if (name == null || category != null) {
      throw mistake(number, "“类别：”应在“概念：”之后，每个概念一行");
    }
    category =
        Arrays.stream(Category.values())
            .filter(one -> one.label().equals(value))
            .findFirst()
            .orElseThrow(() -> mistake(number, "类别应是 问题、措施 或 事项"));
  }

  private void wordings(String value, int number) {
    if (name == null || category == null) {
      throw mistake(number, "“说法：”应在“概念：”和“类别：”之后");
    }
    for (String one : value.split("、", -1)) {
      String wording = one.strip();
      String[] words = SPACE.split(wording);
      if (wording.isEmpty()) {
        throw mistake(number, "顿号之间没有说法");
      }
      if (wording.length() > LONGEST_WORDING || words.length > MOST_WORDS) {
        throw mistake(number, "说法“" + wording + "”过长，最多 60 字、8 个词");
      }
      for (String word : words) {
        if (Literal.length(Literal.literal(word)) < SHORTEST_WORD) {
          throw mistake(number, "说法“" + wording + "”里的词至少要两个字");
        }
        if (Literal.literal(word).chars().anyMatch(WordingFinder::endsClause)) {
          throw mistake(number, "说法“" + wording + "”里不能有标点");
        }
      }
      wordings.add(String.join(" ", words));
    }
  }

  private void end() {
    if (name != null) {
      if (category == null) {
        throw mistake(begun, "概念“" + name + "”没有写类别");
      }
      if (wordings.isEmpty()) {
        throw mistake(begun, "概念“" + name + "”没有写说法");
      }
      concepts.add(new Concept(name, category, wordings));
    }
    name = null;
    category = null;
    wordings = new ArrayList<>();
  }

  private static ThesaurusMistakeException mistake(int line, String what) {
    return new ThesaurusMistakeException("同义说法表第 " + line + " 行有误：" + what);
  }

  /** Concepts by name, those of one name made one. */
  static Map<String, Concept> merged(List<Concept> concepts) {
    Map<String, Concept> merged = new LinkedHashMap<>();
    for (Concept concept : concepts) {
      Concept known = merged.get(concept.name());
      if (known == null) {
        merged.put(concept.name(), concept);
        continue;
      }
      if (known.category() != concept.category()) {
        throw new ThesaurusMistakeException(
            "同义说法表有误：概念“"
                + concept.name()
                + "”有两种类别："
                + known.category().label()
                + "、"
                + concept.category().label());
      }
      Set<String> wordings = new LinkedHashSet<>(known.wordings());
      wordings.addAll(concept.wordings());
      merged.put(
          concept.name(), new Concept(concept.name(), concept.category(), List.copyOf(wordings)));
    }
    return merged;
  }
}
