package govsearch.ingest.metadata;

import govsearch.ingest.metadata.PlaceSources.Place;
import govsearch.ingest.places.Region;
import govsearch.ingest.structure.SiteChrome;
import govsearch.ingest.structure.Structure;
import govsearch.ingest.structure.YearReader;
import govsearch.report.Metadata;
import govsearch.report.ParagraphKind;
import govsearch.report.Provenance;
import govsearch.report.Section;
import govsearch.report.Sourced;
import govsearch.text.Sentences;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads town, region and year from what the document says of itself, in this order: title,
 * signature, salutation, opening sentences, the site's header, path. The first place that names a
 * town decides which town it is; another place adds a county or city only if it names the same
 * town, or none.
 */
public final class MetadataReader {

  /** Where what is reported on may begin within a sentence. */
  private static final Pattern CLAUSES = Pattern.compile("(?=[现谨兹特]将|现[就对把])|(?<=[：:])");

  private static final int OPENING_PARAGRAPHS = 2;
  private static final int MOST_CLAUSES = 30;

  /** Of a clause: who issues and when stands at its beginning. */
  private static final int LONGEST_READ = 200;

  private MetadataReader() {}

  /**
   * Reads.
   *
   * @param path below the root, with {@code /}
   * @param page what the site's header said of the document
   */
  public static Metadata read(Structure.Document document, String path, SiteChrome.Page page) {
    List<String> opening = opening(document);
    List<Place> places = PlaceSources.of(document, opening, path, page);
    String town =
        places.stream().map(p -> p.region().town()).filter(t -> t != null).findFirst().orElse(null);
    List<Place> same =
        places.stream()
            .filter(p -> p.region().town() == null || p.region().town().equals(town))
            .toList();
    return new Metadata(
        sourced(document.title(), Provenance.TITLE),
        pick(same, Region::province),
        pick(same, Region::city),
        pick(same, Region::county),
        pick(same, Region::town),
        year(document, opening, town, path),
        sourced(page.published(), Provenance.SITE));
  }

  private static @Nullable Sourced<Integer> year(
      Structure.Document document, List<String> opening, @Nullable String town, String path) {
    String title = document.title();
    if (title != null && YearReader.isOfSeveral(title)) {
      return null;
    }
    return first(
            title == null ? Stream.of() : Stream.of(YearReader.inTitle(title)), Provenance.TITLE)
        .or(() -> first(opening.stream().map(YearReader::opening), Provenance.BODY))
        .or(() -> first(opening.stream().map(text -> behindTown(text, town)), Provenance.BODY))
        .or(
            () ->
                first(
                    opening.stream().filter(text -> text.contains("如下")).map(YearReader::anywhere),
                    Provenance.BODY))
        .or(
            () ->
                first(
                    Stream.of(YearReader.inTitle(PlaceSources.fileName(path))),
                    Provenance.FILENAME))
        .or(() -> first(sectionTitles(document).map(YearReader::inTitle), Provenance.BODY))
        .orElse(null);
  }

  /** 石桥镇2024年法治政府建设工作…. */
  private static Optional<Integer> behindTown(String sentence, @Nullable String town) {
    return town != null && sentence.startsWith(town)
        ? YearReader.opening(sentence.substring(town.length()))
        : Optional.empty();
  }

  private static Optional<Sourced<Integer>> first(
      Stream<Optional<Integer>> years, Provenance from) {
    return years.flatMap(Optional::stream).findFirst().map(year -> new Sourced<>(year, from));
  }

  /** Titles of what was done; 2021年以来 gives no report's year. */
  private static Stream<String> sectionTitles(Structure.Document document) {
    return document.blocks().stream()
        .filter(block -> block.section() == Section.ACHIEVEMENTS && block.heading() != null)
        .filter(block -> block.path().size() == 1)
        .map(block -> block.path().getFirst())
        .filter(title -> !title.contains("以来"));
  }

  /** The first clauses of the text: those of its lead, or of its first paragraphs without one. */
  private static List<String> opening(Structure.Document document) {
    List<Structure.Block> body =
        document.blocks().stream().filter(block -> block.kind() == ParagraphKind.BODY).toList();
    List<Structure.Block> lead =
        body.stream().filter(block -> block.section() == Section.LEAD).toList();
    return (lead.isEmpty() ? body : lead)
        .stream()
            .limit(OPENING_PARAGRAPHS)
            .flatMap(block -> clauses(block.text()))
            .limit(MOST_CLAUSES)
            .toList();
  }

  private static Stream<String> clauses(String text) {
    return Sentences.of(text).stream()
        .flatMap(sentence -> CLAUSES.splitAsStream(sentence.of(text)))
        .map(clause -> clause.substring(0, Math.min(clause.length(), LONGEST_READ)));
  }

  private static @Nullable Sourced<String> pick(
      List<Place> places, Function<Region, @Nullable String> level) {
    for (Place place : places) {
      String name = level.apply(place.region());
      if (name != null) {
        return new Sourced<>(name, place.from());
      }
    }
    return null;
  }

  private static @Nullable Sourced<String> sourced(@Nullable String value, Provenance from) {
    return value == null ? null : new Sourced<>(value, from);
  }
}
