package govsearch.ingest;

import govsearch.report.Metadata;
import govsearch.report.ParagraphKind;
import govsearch.report.Provenance;
import govsearch.report.Section;
import govsearch.report.Sourced;
import govsearch.text.Range;
import govsearch.text.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads town, region and year from what the document says of itself, in this order: title,
 * signature, salutation, opening sentences, path. The first place that names a town decides which
 * town it is; another place adds a county or city only if it names the same town, or none.
 */
final class MetadataReader {

  private static final int OPENING_PARAGRAPHS = 2;

  /** Words of a title before the issuer's name. */
  private static final Pattern BEFORE_NAME =
      Pattern.compile(
          "^(中共|关于|[0-9０-９〇零○一二三四五六七八九]{4}年?度?|年度|[【\\[（(][^】\\]）)]{0,12}[】\\]）)]|[—\\-_\\s])+");

  /** Behind what an opening sentence may name its issuer: 2024年，…; 一年来，…; 现将…. */
  private static final Pattern BEFORE_ISSUER =
      Pattern.compile("^([0-9０-９〇零○一二三四五六七八九]{4}年(度|以来)?|今年(以来)?|一年来|近年来|现将|今年|[，,、]|在|对|由)+");

  private record Place(Region region, Provenance from) {}

  private MetadataReader() {}

  /**
   * Reads.
   *
   * @param path below the root, with {@code /}
   * @param published as the site's header gives it, or null
   */
  static Metadata read(Structure.Document document, String path, @Nullable String published) {
    List<Place> places = places(document, path);
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
        year(document, path),
        sourced(published, Provenance.SITE));
  }

  private static List<Place> places(Structure.Document document, String path) {
    List<Place> places = new ArrayList<>();
    if (document.title() != null) {
      String title = BEFORE_NAME.matcher(document.title()).replaceFirst("");
      places.add(new Place(PlaceNames.at(title), Provenance.TITLE));
    }
    for (String signature : texts(document, ParagraphKind.SIGNATURE)) {
      places.add(new Place(PlaceNames.at(signature.replaceFirst("^中共", "")), Provenance.SIGNATURE));
    }
    for (String salutation : texts(document, ParagraphKind.SALUTATION)) {
      Region region = PlaceNames.at(salutation);
      // Whom a report addresses stands above its town, and is no town itself.
      places.add(
          new Place(
              new Region(region.province(), region.city(), region.county(), null),
              Provenance.SALUTATION));
    }
    for (String sentence : opening(document)) {
      Region region = PlaceNames.at(BEFORE_ISSUER.matcher(sentence).replaceFirst(""));
      if (region.town() != null) {
        places.add(new Place(region, Provenance.BODY));
      }
    }
    places.addAll(fromPath(path));
    return places;
  }

  private static List<Place> fromPath(String path) {
    List<Place> places = new ArrayList<>();
    String[] names = path.split("/");
    String file = BEFORE_NAME.matcher(fileName(path)).replaceFirst("");
    places.add(new Place(PlaceNames.at(file), Provenance.FILENAME));
    for (int i = names.length - 2; i >= 0; i--) {
      places.add(new Place(PlaceNames.named(names[i]), Provenance.FILENAME));
    }
    return places;
  }

  private static @Nullable Sourced<Integer> year(Structure.Document document, String path) {
    Optional<Integer> year = Optional.ofNullable(document.title()).flatMap(YearReader::inTitle);
    if (year.isPresent()) {
      return new Sourced<>(year.get(), Provenance.TITLE);
    }
    for (String sentence : opening(document)) {
      Optional<Integer> opening = YearReader.opening(sentence);
      if (opening.isPresent()) {
        return new Sourced<>(opening.get(), Provenance.BODY);
      }
    }
    return YearReader.inTitle(fileName(path))
        .map(found -> new Sourced<>(found, Provenance.FILENAME))
        .orElse(null);
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.[A-Za-z0-9]{1,5}$", "");
  }

  /** The first clauses of the text: those of its lead, or of its first paragraphs without one. */
  private static List<String> opening(Structure.Document document) {
    List<String> sentences = new ArrayList<>();
    document.blocks().stream()
        .filter(block -> block.kind() == ParagraphKind.BODY)
        .filter(block -> block.section() == Section.LEAD)
        .limit(OPENING_PARAGRAPHS)
        .forEach(
            block -> {
              for (Range sentence : Sentences.of(block.text())) {
                sentences.addAll(List.of(sentence.of(block.text()).split("(?<=现将)|(?<=[：:])")));
              }
            });
    return sentences;
  }

  private static List<String> texts(Structure.Document document, ParagraphKind kind) {
    return document.blocks().stream()
        .filter(block -> block.kind() == kind)
        .map(Structure.Block::text)
        .toList();
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
