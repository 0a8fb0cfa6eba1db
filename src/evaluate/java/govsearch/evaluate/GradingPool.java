package govsearch.evaluate;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * What several rankings found for questions that nobody has graded yet: for whoever grades a sheet
 * in an order that says nothing, which must not tell whose anything is; and a key, by which grades
 * become answers again.
 */
final class GradingPool {

  /** What is graded: {@value}. */
  static final String SHEET = "sheet.tsv";

  /** Which paragraphs that is: {@value}. */
  static final String KEY = "key.jsonl";

  private static final String MODE = "words";

  private GradingPool() {}

  /**
   * A question with what was found for it; a line of the key.
   *
   * @param items paragraphs that say the same, by the item's number on the sheet
   */
  @JsonPropertyOrder({"id", "kind", "q", "reason", "items"})
  record Pooled(String id, String kind, String q, String reason, Map<String, List<Place>> items) {}

  /** Where a paragraph is, as in a golden file. */
  record Place(String collection, String path, String paragraph) {}

  /**
   * Questions as their authors write them: kind, question and what the asker wants, by tabs; an id
   * each by their order.
   *
   * @param prefix of the ids
   */
  static List<GoldenQuestion> questions(List<Path> files, String prefix) throws IOException {
    List<GoldenQuestion> questions = new ArrayList<>();
    for (Path file : files) {
      for (String line : Files.readAllLines(file)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] cells = line.split("\t", -1);
          if (cells.length != 3) {
            throw new IllegalArgumentException(file + "：不是“题型、题目、想要什么”三格：" + line);
          }
          String id = String.format(java.util.Locale.ROOT, "%s%03d", prefix, questions.size() + 1);
          questions.add(
              new GoldenQuestion(
                  id, cells[1].strip(), MODE, cells[0].strip(), cells[2].strip(), List.of()));
        }
      }
    }
    return questions;
  }

  static void writeKey(Path folder, List<Pooled> pool) throws IOException {
    JsonMapper mapper = JsonMapper.builder().build();
    Files.write(folder.resolve(KEY), pool.stream().map(mapper::writeValueAsString).toList());
  }

  static List<Pooled> readKey(Path file) throws IOException {
    JsonMapper mapper = JsonMapper.builder().build();
    return Files.readAllLines(file).stream()
        .map(line -> mapper.readValue(line, Pooled.class))
        .toList();
  }

  /**
   * Grades as a grader gives them: question, item and grade from 0 to 3 by tabs, whatever stands
   * between; lines that do not begin with a question of the pool are passed over.
   */
  static Map<String, Integer> grades(Path file, List<Pooled> pool) throws IOException {
    Map<String, Integer> grades = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] cells = line.split("\t", -1);
      if (cells.length >= 3 && pool.stream().anyMatch(one -> one.id().equals(cells[0].strip()))) {
        int grade = Integer.parseInt(cells[cells.length - 1].strip());
        if (grade < 0 || grade > 3) {
          throw new IllegalArgumentException(file + "：分数只能是 0 到 3：" + line);
        }
        grades.put(item(cells[0].strip(), cells[1].strip()), grade);
      }
    }
    for (Pooled one : pool) {
      for (String number : one.items().keySet()) {
        if (!grades.containsKey(item(one.id(), number))) {
          throw new IllegalArgumentException(file + "：没有评 " + item(one.id(), number));
        }
      }
    }
    return grades;
  }

  /** By what an item of a question is named in grades. */
  static String item(String question, String number) {
    return question + "-" + number;
  }
}
