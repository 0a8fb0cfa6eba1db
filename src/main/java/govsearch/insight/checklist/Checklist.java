package govsearch.insight.checklist;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * A list of items. As a file it is a table of two columns, name and query, as spreadsheets save it;
 * a first row of headings is passed over.
 *
 * @param name as people call it
 */
public record Checklist(String name, List<ChecklistItem> items) {

  /** The most items of a list. */
  public static final int MOST_ITEMS = 100;

  /** A list that comes along. */
  private record Resource(String name, String file) {}

  private static final List<Resource> BUILT_IN =
      List.of(
          new Resource("法治政府建设", "government.csv"),
          new Resource("普法依法治理", "education.csv"),
          new Resource("行政执法", "enforcement.csv"),
          new Resource("矛盾纠纷化解", "disputes.csv"));

  private static final Set<String> HEADINGS = Set.of("名称", "项目", "考核项目", "name");

  private static final CsvMapper CSV =
      CsvMapper.builder().enable(CsvReadFeature.WRAP_AS_ARRAY).build();

  /**
   * A list.
   *
   * @throws ChecklistMistakeException if it has no item or too many
   */
  public Checklist {
    items = List.copyOf(items);
    if (items.isEmpty()) {
      throw new ChecklistMistakeException("清单里没有项目，请每行写一项：名称,检索式");
    }
    if (items.size() > MOST_ITEMS) {
      throw new ChecklistMistakeException("清单最多 " + MOST_ITEMS + " 项，收到 " + items.size() + " 项");
    }
  }

  /**
   * Reads a table.
   *
   * @param name what the list is called
   * @throws ChecklistMistakeException if it is none, or has no item, or too many
   */
  public static Checklist read(String name, String text) {
    String csv = text.startsWith("\uFEFF") ? text.substring(1) : text;
    List<ChecklistItem> items = new ArrayList<>();
    try (MappingIterator<String[]> rows =
        CSV.readerFor(String[].class)
            .with(CsvSchema.emptySchema())
            .readValues(new StringReader(csv))) {
      while (rows.hasNextValue()) {
        String[] cells = rows.nextValue();
        String first = cells.length == 0 ? "" : cells[0].strip();
        boolean isHeading = items.isEmpty() && HEADINGS.contains(first);
        if (!isHeading && !(String.join("", cells).isBlank())) {
          // A row of one cell looks for its own name.
          items.add(new ChecklistItem(first, cells.length < 2 ? quoted(first) : cells[1]));
        }
        if (items.size() > MOST_ITEMS) {
          throw new ChecklistMistakeException("清单最多 " + MOST_ITEMS + " 项");
        }
      }
    } catch (JacksonException e) {
      throw new ChecklistMistakeException("清单读不出来：应是 csv，每行一项：名称,检索式；检索式里有英文逗号或引号时整格加英文引号");
    }
    return new Checklist(name, items);
  }

  private static String quoted(String name) {
    return "“" + name + "”";
  }

  /** Those for reports of this kind that come along. */
  public static List<Checklist> builtIn() {
    return BUILT_IN.stream().map(list -> read(list.name, text(list.file))).toList();
  }

  private static String text(String file) {
    try (InputStream in = Checklist.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
