package govsearch.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The class of a part of a report. */
public enum Section {
  LEAD("引言"),
  ACHIEVEMENTS("成效"),
  PROBLEMS("问题"),
  LEADERSHIP("履职"),
  PLANS("计划"),
  OTHER("其他");

  private final String label;

  Section(String label) {
    this.label = label;
  }

  /** The name that the API uses, such as {@code problems}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name that people read, such as 问题. */
  public String label() {
    return label;
  }

  /** The section of a code or label; empty if there is none of that name. */
  public static Optional<Section> of(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(section -> section.code().equals(wanted) || section.label.equals(wanted))
        .findFirst();
  }

  /** All codes, in the order of a report. */
  public static List<String> codes() {
    return Arrays.stream(values()).map(Section::code).toList();
  }
}
