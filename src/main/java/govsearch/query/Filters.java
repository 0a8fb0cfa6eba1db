package govsearch.query;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Facet values that hits must or must not have: any of the included within one field, all fields
 * together, none of the excluded.
 */
public final class Filters {

  /** No filter at all. */
  public static final Filters NONE = new Filters(Map.of());

  /**
   * The choice within one field.
   *
   * @param included values of which a hit has one; empty for any
   * @param excluded values of which a hit has none
   */
  public record Selection(Set<String> included, Set<String> excluded) {
    private static final Selection EMPTY = new Selection(Set.of(), Set.of());

    public Selection {
      included = Set.copyOf(included);
      excluded = Set.copyOf(excluded);
    }

    public boolean isEmpty() {
      return included.isEmpty() && excluded.isEmpty();
    }
  }

  private final Map<FacetField, Selection> selections;
  private final long since;

  private Filters(Map<FacetField, Selection> selections) {
    this(selections, 0);
  }

  private Filters(Map<FacetField, Selection> selections, long since) {
    this.selections = selections;
    this.since = since;
  }

  /**
   * Reads values as the API takes them: a leading {@code -} excludes the value behind it.
   *
   * @param values by field; blank values are ignored
   */
  public static Filters of(Map<FacetField, List<String>> values) {
    Map<FacetField, Selection> selections = new EnumMap<>(FacetField.class);
    values.forEach(
        (field, list) -> {
          Set<String> included = new LinkedHashSet<>();
          Set<String> excluded = new LinkedHashSet<>();
          for (String value : list) {
            String name = value.strip();
            if (name.startsWith("-") && name.length() > 1) {
              excluded.add(name.substring(1));
            } else if (!name.isEmpty() && !name.equals("-")) {
              included.add(name);
            }
          }
          Selection selection = new Selection(included, excluded);
          if (!selection.isEmpty()) {
            selections.put(field, selection);
          }
        });
    return selections.isEmpty() ? NONE : new Filters(selections);
  }

  /** The choice within a field; empty when the field is not filtered. */
  public Selection on(FacetField field) {
    return selections.getOrDefault(field, Selection.EMPTY);
  }

  /** The same choices but for one field. */
  public Filters without(FacetField field) {
    Map<FacetField, Selection> others = new EnumMap<>(FacetField.class);
    others.putAll(selections);
    others.remove(field);
    return new Filters(others, since);
  }

  /** The same choices but for one field, of which any of some values is wanted. */
  public Filters only(FacetField field, Set<String> values) {
    Map<FacetField, Selection> others = new EnumMap<>(FacetField.class);
    others.putAll(selections);
    others.put(field, new Selection(values, Set.of()));
    return new Filters(others, since);
  }

  /** The same choices but for one field, of which none of some values is wanted. */
  public Filters without(FacetField field, Set<String> values) {
    Map<FacetField, Selection> others = new EnumMap<>(FacetField.class);
    others.putAll(selections);
    others.put(field, new Selection(Set.of(), values));
    return new Filters(others, since);
  }

  /**
   * The same choices of reports alone whose text is in the collection for no longer than from a
   * time on.
   *
   * @param seconds since 1970; 0 for whenever
   */
  public Filters since(long seconds) {
    return new Filters(selections, seconds);
  }

  /** From when on the text of a report is in the collection; 0 for whenever. */
  public long since() {
    return since;
  }

  /** Fields with a choice. */
  public Set<FacetField> fields() {
    return Set.copyOf(selections.keySet());
  }

  public boolean isEmpty() {
    return selections.isEmpty() && since == 0;
  }

  /** The same as the API would take it, for cursors and logs: equal filters give equal strings. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    for (FacetField field : FacetField.values()) {
      Selection selection = on(field);
      selection.included().stream()
          .sorted()
          .forEach(v -> out.append(field.code()).append('=').append(v).append('&'));
      selection.excluded().stream()
          .sorted()
          .forEach(v -> out.append(field.code()).append("=-").append(v).append('&'));
    }
    return since == 0 ? out.toString() : out.append("since=").append(since).append('&').toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Filters filters
        && filters.selections.equals(selections)
        && filters.since == since;
  }

  @Override
  public int hashCode() {
    return 31 * selections.hashCode() + Long.hashCode(since);
  }
}
