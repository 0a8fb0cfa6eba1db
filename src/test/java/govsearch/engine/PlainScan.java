package govsearch.engine;

import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.query.Query;
import govsearch.report.Paragraph;
import govsearch.report.Report;
import govsearch.report.ReportHead;
import govsearch.text.Literal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a search must find, by reading every paragraph: the oracle that engines are held against.
 * Knows literal leaves only; words are a matter of the engine.
 */
final class PlainScan {

  /** A paragraph with its report. */
  record Line(ReportHead report, Paragraph paragraph, String literal) {
    String key() {
      return report.id() + "." + paragraph.id();
    }
  }

  private final List<Line> lines = new ArrayList<>();

  PlainScan(List<Report> reports) {
    for (Report report : reports) {
      for (Paragraph paragraph : report.paragraphs()) {
        lines.add(new Line(report.head(), paragraph, Literal.literal(paragraph.text())));
      }
    }
  }

  List<Line> lines() {
    return lines;
  }

  List<Line> find(Query query, Filters filters) {
    return lines.stream()
        .filter(l -> matches(query, l))
        .filter(l -> passes(filters, l, null))
        .toList();
  }

  /** Counts of a field's values, the field's own filter left out. */
  Map<String, Long> counts(Query query, Filters filters, FacetField field) {
    Map<String, Long> counts = new HashMap<>();
    for (Line line : lines) {
      if (matches(query, line) && passes(filters, line, field)) {
        values(line, field).forEach(value -> counts.merge(value, 1L, Long::sum));
      }
    }
    return counts;
  }

  static boolean matches(Query query, Line line) {
    return switch (query) {
      case Query.Everything e -> true;
      case Query.Words words -> line.literal().contains(Literal.literal(words.text()));
      case Query.Phrase phrase -> line.literal().contains(Literal.literal(phrase.text()));
      case Query.Gapped gapped -> gapped(gapped.parts()).matcher(line.literal()).find();
      case Query.Near near -> near(near, line.literal());
      case Query.FieldIs field -> field(field, line);
      case Query.Years years -> {
        Integer year = line.report().year();
        yield year != null
            && (years.from() == null || year >= years.from())
            && (years.to() == null || year <= years.to());
      }
      case Query.And and -> and.parts().stream().allMatch(part -> matches(part, line));
      case Query.Or or -> or.parts().stream().anyMatch(part -> matches(part, line));
      case Query.Not not -> !matches(not.part(), line);
    };
  }

  private static Pattern gapped(List<String> parts) {
    return Pattern.compile(
        String.join(".{0,10}", parts.stream().map(Pattern::quote).toList()), Pattern.DOTALL);
  }

  /** Two parts only: every pair of occurrences. */
  private static boolean near(Query.Near near, String text) {
    String a = near.parts().get(0);
    String b = near.parts().get(1);
    for (int i = text.indexOf(a); i >= 0; i = text.indexOf(a, i + 1)) {
      for (int j = text.indexOf(b); j >= 0; j = text.indexOf(b, j + 1)) {
        int length = Math.max(i + a.length(), j + b.length()) - Math.min(i, j);
        if (length - a.length() - b.length() <= near.distance()) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean field(Query.FieldIs field, Line line) {
    ReportHead report = line.report();
    return switch (field.field()) {
      case YEAR -> report.year() == null; // its one value is 未注明
      case TOWN -> begins(report.town(), field);
      case COUNTY -> begins(report.county(), field);
      case CITY -> begins(report.city(), field);
      case PROVINCE -> begins(report.province(), field);
      case SECTION -> line.paragraph().section().code().equals(field.value());
      case TITLE ->
          report.title() != null && Literal.literal(report.title()).contains(field.value());
    };
  }

  private static boolean begins(String name, Query.FieldIs field) {
    String said = name == null ? FacetField.UNSTATED : name;
    return Literal.literal(said).startsWith(field.value().toLowerCase(Locale.ROOT));
  }

  private static boolean passes(Filters filters, Line line, FacetField except) {
    for (FacetField field : filters.fields()) {
      if (field != except) {
        Filters.Selection selection = filters.on(field);
        boolean included =
            selection.included().isEmpty()
                || selection.included().stream().anyMatch(value -> has(line, field, value));
        if (!included || selection.excluded().stream().anyMatch(value -> has(line, field, value))) {
          return false;
        }
      }
    }
    return true;
  }

  /** How many a value has, the field's own filter left out. */
  long count(Query query, Filters filters, FacetField field, String value) {
    return lines.stream()
        .filter(l -> matches(query, l) && passes(filters, l, field) && has(l, field, value))
        .count();
  }

  private static boolean has(Line line, FacetField field, String value) {
    List<String> values = new ArrayList<>(values(line, field));
    if (field == FacetField.REGION && line.report().town() != null) {
      values.add(values.getLast() + "/" + line.report().town());
    }
    return values.stream().map(Literal::literal).anyMatch(Literal.literal(value)::equals);
  }

  private static List<String> values(Line line, FacetField field) {
    ReportHead report = line.report();
    return switch (field) {
      case TOWN -> List.of(report.town() == null ? FacetField.UNSTATED : report.town());
      case YEAR -> List.of(report.year() == null ? FacetField.UNSTATED : report.year().toString());
      case SECTION -> List.of(line.paragraph().section().code());
      case REGION -> {
        List<String> names = report.region();
        List<String> paths = new ArrayList<>();
        for (int depth = 1; depth <= names.size(); depth++) {
          paths.add(String.join("/", names.subList(0, depth)));
        }
        yield paths.isEmpty() ? List.of(FacetField.UNSTATED) : paths;
      }
    };
  }
}
