package govsearch.engine.lucene.suggest;

import govsearch.engine.Suggestion;
import govsearch.text.Pinyin;
import govsearch.text.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What can be suggested, looked through from end to end: some ten thousands of short texts, which
 * takes a few milliseconds. Lucene's suggesters complete prefixes of one reading of each text; here
 * every character has several, each in full or in part.
 */
public final class SuggestionList {

  /**
   * A text to suggest.
   *
   * @param literal its literal form
   * @param weight in how many of the reports read it is
   */
  public record Entry(Suggestion.Kind kind, String text, String literal, int weight) {}

  /** An entry with the part of its literal form that what was typed stands for. */
  public record Found(Entry entry, Range at) {
    private int place() {
      if (at.start() > 0) {
        return 2;
      }
      return at.end() == entry.literal().length() ? 0 : 1;
    }
  }

  /** Whole, from the start, inside; spelt out before initials; frequent and short before others. */
  private static final Comparator<Found> ORDER =
      Comparator.<Found>comparingInt(Found::place)
          .thenComparingInt(found -> found.at().end() - found.at().start())
          .thenComparing(found -> found.entry().weight(), Comparator.reverseOrder())
          .thenComparingInt(found -> found.entry().text().length())
          .thenComparing(found -> found.entry().text());

  /** Of what suggests nothing. */
  public static final SuggestionList NOTHING = new SuggestionList(List.of());

  private final List<Entry> entries;

  /** By their lengths and a reading of their first characters, or these where they have none. */
  private final Map<Sound, List<Entry>> bySound = new HashMap<>();

  private final OneEdit oneEdit;

  SuggestionList(List<Entry> entries) {
    this.entries = List.copyOf(entries);
    this.oneEdit = new OneEdit(entries.stream().map(Entry::literal).toList());
    for (Entry entry : entries) {
      for (Sound sound : sounds(entry.literal())) {
        bySound.computeIfAbsent(sound, key -> new ArrayList<>()).add(entry);
      }
    }
  }

  private record Sound(int length, String first) {}

  private static List<Sound> sounds(String literal) {
    if (literal.isEmpty()) {
      return List.of();
    }
    List<String> readings = Pinyin.readings(literal.charAt(0));
    List<String> all = readings.isEmpty() ? List.of(literal.substring(0, 1)) : readings;
    return all.stream().map(reading -> new Sound(literal.length(), reading)).toList();
  }

  /** The literal forms of the entries that can be read as a literal text is. */
  Set<String> alike(String literal) {
    Set<String> alike = new LinkedHashSet<>();
    for (Sound sound : sounds(literal)) {
      for (Entry entry : bySound.getOrDefault(sound, List.of())) {
        if (Pinyin.soundAlike(entry.literal(), literal)) {
          alike.add(entry.literal());
        }
      }
    }
    return alike;
  }

  /** The literal forms of the entries that differ by one edit from a literal text. */
  Set<String> edited(String literal) {
    return oneEdit.near(literal);
  }

  List<Entry> entries() {
    return entries;
  }

  /**
   * The entries that may be meant, best first. Those of the rarer kinds come up among the first
   * {@code size} too.
   *
   * @param typed characters, pinyin, or both
   */
  public List<Found> find(String typed, Set<Suggestion.Kind> kinds, int size) {
    String wanted = Pinyin.typed(typed);
    List<Found> found = new ArrayList<>();
    for (Entry entry : entries) {
      if (kinds.contains(entry.kind())) {
        Optional<Range> at = Pinyin.find(wanted, entry.literal());
        at.ifPresent(range -> found.add(new Found(entry, range)));
      }
    }
    found.sort(ORDER);
    return mixed(found, size);
  }

  /** Moves the best of each group so far up that each has a third of the first ones, if so many. */
  private static List<Found> mixed(List<Found> sorted, int size) {
    int share = Math.max(1, size / 3);
    int[] taken = new int[3];
    List<Found> first = new ArrayList<>();
    List<Found> others = new ArrayList<>();
    for (Found found : sorted) {
      boolean fits = taken[group(found)]++ < share;
      (fits ? first : others).add(found);
    }
    int room = Math.max(0, size - first.size());
    List<Found> shown = new ArrayList<>(first);
    shown.addAll(others.subList(0, Math.min(room, others.size())));
    shown.sort(ORDER);
    shown.addAll(others.subList(Math.min(room, others.size()), others.size()));
    return shown;
  }

  private static int group(Found found) {
    return switch (found.entry().kind()) {
      case TOWN, COUNTY, CITY, PROVINCE -> 0;
      case HEADING -> 1;
      case PHRASE -> 2;
    };
  }
}
