package govsearch.ingest.metadata;

import govsearch.ingest.places.PlaceNames;
import govsearch.ingest.places.Region;
import govsearch.ingest.structure.Signatures;
import govsearch.ingest.structure.SiteChrome;
import govsearch.ingest.structure.Structure;
import govsearch.ingest.structure.YearReader;
import govsearch.report.Metadata;
import govsearch.report.ParagraphKind;
import govsearch.report.Provenance;
import govsearch.report.Section;
import govsearch.report.Sourced;
import govsearch.text.ChineseNumerals;
import govsearch.text.Sentences;
import java.util.ArrayList;
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

  private static final int OPENING_PARAGRAPHS = 2;
  private static final int MOST_CLAUSES = 30;

  /** Of a clause: who issues and when stands at its beginning. */
  private static final int LONGEST_READ = 200;

  private static final String YEAR = "[0-9０-９零一二三四五六七八九" + ChineseNumerals.ZERO_LIKE + "]{4}年";

  /** Words of a title before the issuer's name. */
  private static final Pattern BEFORE_NAME =
      Pattern.compile(
          ("^(中共|关于|印发|报送|上报|呈报|公布|公开|" + YEAR + "?度?|年度")
              + "|[【\\[（(][^】\\]）)]{0,12}[】\\]）)]|[《—\\-_\\s])+");

  /** 2024年法治政府建设情况报告（柳湾镇）. */
  private static final Pattern BEHIND_TITLE = Pattern.compile("[（(—]([^（(—）)]{2,30})[）)]?$");

  /** Behind what an opening sentence may name its issuer: 2024年，…; 一年来，…; 现将…. */
  private static final Pattern BEFORE_ISSUER =
      Pattern.compile("^(" + YEAR + "(度|以来)?|今年(以来)?|一年来|近年来|现将|[，,、]|在|对|由)+");

  private record Place(Region region, Provenance from) {}

  private MetadataReader() {}

  /**
   * Reads.
   *
   * @param path below the root, with {@code /}
   * @param page what the site's header said of the document
   */
  public static Metadata read(Structure.Document document, String path, SiteChrome.Page page) {
    List<Place> places = places(document, path, page.issuer());
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
        sourced(page.published(), Provenance.SITE));
  }

  private static List<Place> places(
      Structure.Document document, String path, @Nullable String siteIssuer) {
    List<Place> places = new ArrayList<>();
    if (document.title() != null) {
      places.add(new Place(inTitle(document.title()), Provenance.TITLE));
    }
    List<String> signatures = new ArrayList<>(texts(document, ParagraphKind.SIGNATURE));
    texts(document, ParagraphKind.BYLINE).stream()
        .filter(Signatures::isIssuer) // some sign below the title
        .forEach(signatures::add);
    for (String signature : signatures) {
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
    if (siteIssuer != null) {
      places.add(new Place(PlaceNames.at(siteIssuer), Provenance.SITE));
    }
    places.addAll(fromPath(path));
    return places;
  }

  private static Region inTitle(String title) {
    Region first = PlaceNames.at(BEFORE_NAME.matcher(title).replaceFirst(""));
    return first.town() != null
        ? first
        : BEHIND_TITLE
            .matcher(title)
            .results()
            .map(result -> PlaceNames.at(result.group(1)))
            .filter(region -> region.town() != null)
            .findFirst()
            .orElse(first);
  }

  private static List<Place> fromPath(String path) {
    List<Place> places = new ArrayList<>();
    String[] names = path.split("/");
    String file = BEFORE_NAME.matcher(fileName(path)).replaceFirst("");
    places.add(new Place(PlaceNames.at(file), Provenance.FILENAME));
    for (int i = names.length - 2; i >= 0; i--) {
      places.add(new Place(PlaceNames.at(names[i]), Provenance.FILENAME));
    }
    return places;
  }

  private static @Nullable Sourced<Integer> year(Structure.Document document, String path) {
    String title = document.title();
    List<String> opening = opening(document);
    return first(
            title == null ? Stream.of() : Stream.of(YearReader.inTitle(title)), Provenance.TITLE)
        .or(() -> first(opening.stream().map(YearReader::opening), Provenance.BODY))
        .or(
            () ->
                first(
                    opening.stream().filter(text -> text.contains("如下")).map(YearReader::anywhere),
                    Provenance.BODY))
        .or(() -> first(Stream.of(YearReader.inTitle(fileName(path))), Provenance.FILENAME))
        .or(() -> first(sectionTitles(document).map(YearReader::inTitle), Provenance.BODY))
        .orElse(null);
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

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.[A-Za-z0-9]{1,5}$", "");
  }

  /** The first clauses of the text: those of its lead, or of its first paragraphs without one. */
  private static List<String> opening(Structure.Document document) {
    return document.blocks().stream()
        .filter(block -> block.kind() == ParagraphKind.BODY && block.section() == Section.LEAD)
        .limit(OPENING_PARAGRAPHS)
        .flatMap(block -> clauses(block.text()))
        .limit(MOST_CLAUSES)
        .toList();
  }

  private static Stream<String> clauses(String text) {
    return Sentences.of(text).stream()
        .flatMap(sentence -> Stream.of(sentence.of(text).split("(?<=现将)|(?<=[：:])")))
        .map(clause -> clause.substring(0, Math.min(clause.length(), LONGEST_READ)));
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
