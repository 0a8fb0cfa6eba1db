package govsearch.evaluate;

import govsearch.engine.Hit;
import govsearch.engine.SearchEngine;
import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.query.Mode;
import govsearch.query.Presentation;
import govsearch.query.Query;
import govsearch.query.SearchRequest;
import govsearch.query.SortOrder;
import govsearch.text.Pinyin;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Queries as the web page asks them, drawn from a collection's own text with a fixed seed. */
final class BenchQueries {

  private static final long SEED = 20_261_121;
  private static final int SAMPLE = 200;
  private static final int PAGE = 20;

  /**
   * A query, as typed and with its filter.
   *
   * @param year to filter by, or null
   * @param section to filter by, or null
   */
  record Asked(String q, Mode mode, @Nullable String year, @Nullable String section) {

    String parameters() {
      StringBuilder out = new StringBuilder("q=").append(encoded(q));
      out.append("&mode=").append(mode.code()).append("&size=").append(PAGE);
      if (year != null) {
        out.append("&year=").append(encoded(year));
      }
      if (section != null) {
        out.append("&section=").append(encoded(section));
      }
      return out.toString();
    }

    /** As a page of hits is asked for, near-identical ones folded. */
    String searchParameters() {
      return parameters() + "&fold=true";
    }

    SearchRequest request(Query query) {
      Filters filters =
          Filters.of(
              Map.of(
                  FacetField.YEAR, year == null ? List.of() : List.of(year),
                  FacetField.SECTION, section == null ? List.of() : List.of(section)));
      Presentation folded = new Presentation(true, false);
      return new SearchRequest(query, mode, filters, SortOrder.RELEVANCE, PAGE, null, folded);
    }
  }

  private BenchQueries() {}

  /** A mix: quoted phrases, words, two words, exclusions, loose, filtered, single characters. */
  static List<Asked> draw(SearchEngine engine, int count) {
    Random random = new Random(SEED);
    List<Hit> hits =
        engine.search(SearchRequest.of(new Query.Everything(), Mode.WORDS, SAMPLE)).hits();
    List<Asked> asked = new ArrayList<>(count);
    while (asked.size() < count) {
      Hit hit = hits.get(random.nextInt(hits.size()));
      String text = hit.paragraph().text();
      String phrase = piece(text, 2 + random.nextInt(7), random);
      String other = piece(text, 2 + random.nextInt(3), random);
      Integer known = hit.report().year();
      String year = known == null ? null : known.toString();
      asked.add(
          switch (asked.size() % 8) {
            case 0, 1 -> new Asked("\"" + phrase + "\"", Mode.WORDS, null, null);
            case 2 -> new Asked(phrase, Mode.WORDS, null, null);
            case 3 -> new Asked(phrase + " " + other, Mode.WORDS, null, null);
            case 4 -> new Asked(phrase + " " + other, Mode.LOOSE, null, null);
            case 5 -> new Asked(phrase + " -" + other, Mode.EXACT, year, null);
            case 6 -> new Asked(other, Mode.WORDS, year, hit.paragraph().section().code());
            default -> new Asked("\"" + piece(text, 1, random) + "\"", Mode.EXACT, null, null);
          });
    }
    return asked;
  }

  /**
   * Lists of phrases, one a line, as {@code POST batch} takes them.
   *
   * @param size how many phrases each has
   */
  static List<String> batches(SearchEngine engine, int count, int size) {
    Random random = new Random(SEED);
    List<Hit> hits =
        engine.search(SearchRequest.of(new Query.Everything(), Mode.WORDS, SAMPLE)).hits();
    List<String> batches = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      StringBuilder phrases = new StringBuilder();
      for (int j = 0; j < size; j++) {
        String text = hits.get(random.nextInt(hits.size())).paragraph().text();
        phrases.append(piece(text, 2 + random.nextInt(7), random)).append('\n');
      }
      batches.add(phrases.toString());
    }
    return batches;
  }

  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** Beginnings of phrases as people type them: characters, pinyin spelt out, initials. */
  static List<String> typings(SearchEngine engine, int count) {
    Random random = new Random(SEED);
    List<Hit> hits =
        engine.search(SearchRequest.of(new Query.Everything(), Mode.WORDS, SAMPLE)).hits();
    List<String> typings = new ArrayList<>(count);
    while (typings.size() < count) {
      String text = hits.get(random.nextInt(hits.size())).paragraph().text();
      String piece = piece(text, 1 + random.nextInt(4), random);
      StringBuilder typed = new StringBuilder();
      for (int i = 0; i < piece.length(); i++) {
        char character = piece.charAt(i);
        String sound = Pinyin.readings(character).stream().findFirst().orElse("");
        switch (typings.size() % 3) {
          case 0 -> typed.append(character);
          case 1 -> typed.append(sound);
          default -> typed.append(sound, 0, Math.min(1, sound.length()));
        }
      }
      typings.add(typed.toString());
    }
    return typings;
  }

  /** Han characters in a row; what a person would copy from a text. */
  private static String piece(String text, int length, Random random) {
    String han = text.replaceAll("[^\\p{IsHan}]", "");
    if (han.length() <= length) {
      return han.isEmpty() ? "法治" : han;
    }
    int start = random.nextInt(han.length() - length);
    return han.substring(start, start + length);
  }
}
