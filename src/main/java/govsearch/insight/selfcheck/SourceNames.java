package govsearch.insight.selfcheck;

import govsearch.text.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Short names of other towns: 柳湾党委 in a sentence that comes from 柳湾镇, where it says the same. By
 * themselves short names are words as often as names; in such a sentence they are names.
 */
final class SourceNames {

  private static final Pattern ENDING = Pattern.compile("(?:街道|苏木|[省市县区旗镇乡])$");
  private static final int SHORTEST = 2;

  private SourceNames() {}

  /**
   * Those of all sentences.
   *
   * @param known names that were found already
   */
  static List<SelfChecked.LeftName> left(
      List<SelfChecked.Sentence> sentences, List<SelfChecked.LeftName> known, Whose whose) {
    List<SelfChecked.LeftName> found = new ArrayList<>();
    for (SelfChecked.Sentence sentence : sentences) {
      SelfChecked.SourceSentence source = sentence.source();
      if (source == null || whose.isOwn(source.report().id()) || whose.own().place() == null) {
        continue;
      }
      for (String name : source.report().placeNames()) {
        String stem = ENDING.matcher(name).replaceFirst("");
        if (stem.length() >= SHORTEST
            && source.spot().text().contains(stem)
            && whose.names().stream().noneMatch(own -> own.contains(stem))) {
          add(sentence.spot(), stem, source.report().region(), known, found);
        }
      }
    }
    return found;
  }

  private static void add(
      SelfChecked.Spot spot,
      String stem,
      List<String> region,
      List<SelfChecked.LeftName> known,
      List<SelfChecked.LeftName> found) {
    String text = spot.text();
    for (int at = text.indexOf(stem); at >= 0; at = text.indexOf(stem, at + stem.length())) {
      Range range = new Range(at, at + stem.length()).shifted(spot.at().start());
      boolean isKnown =
          known.stream()
              .anyMatch(
                  name ->
                      name.spot().paragraph().ordinal() == spot.paragraph().ordinal()
                          && name.spot().at().start() <= range.start()
                          && range.end() <= name.spot().at().end());
      if (!isKnown) {
        found.add(
            new SelfChecked.LeftName(
                new SelfChecked.Spot(spot.paragraph(), range),
                List.of(stem),
                region.isEmpty() ? List.of() : List.of(String.join("/", region))));
      }
    }
  }
}
